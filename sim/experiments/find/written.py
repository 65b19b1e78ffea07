"""The chosen point as a scenario file, which extends the scenario that was varied and says how it was chosen."""

import json
from collections.abc import Iterator
from datetime import date
from functools import reduce
from pathlib import PurePosixPath
from typing import Any

from sim.experiments.file_lines import named, said
from sim.experiments.find.answer import Answer, percent
from sim.experiments.find.question import Question
from sim.experiments.sensitivity.quantities import is_duration, is_number, written
from sim.scenario.reading.identity import identity
from sim.scenario.reading.merge import merge
from sim.scenario.tree.node import Node, Provenance, plain


def file_name(question: Question, taken: dict[str, str]) -> str:
    """What the scenario is called beside those it extends, of which it takes no name."""
    name = f"{identity(question.name, ())}.yaml"
    return name if name not in taken else f"{PurePosixPath(name).stem}-found.yaml"


def scenario_text(question: Question, answer: Answer, extends: str, day: date) -> str:
    """The file; `extends` is the scenario as seen from it, `day` the day of the search."""
    number = answer.choice.number
    head = {
        "extends": extends.removesuffix(".yaml"),
        "name": f"{question.name[:150]}: {question.said(number)}"[:200],
        "question": question.question or f"What does the unit do with {question.said(number)}?",
        "rationale": _rationale(question, answer, day),
    }
    tree = reduce(merge, [question.set_to, *question.changes(number)])
    lines = ["schema_version: 1", *(line for name, text in head.items() for line in said(name, text, "")), ""]
    reason = f"Chosen on {day:%Y-%m-%d} by the search '{question.name}'."
    return "\n".join([*lines, *_branches(tree, "", reason)]) + "\n"


def _rationale(question: Question, answer: Answer, day: date) -> str:
    choice, measure = answer.choice, question.wish.measure
    if choice.outcome == "none meets":
        how = (
            f"no unit looked at {'meets' if choice.sure else 'seems to meet'} every target"
            f"{' with the tolerance to spare' if choice.sure else ''}, and this one comes nearest"
        )
    elif choice.sure:
        how = f"with a chance of at least {percent(question.chance)} % it is a good choice among these"
    else:
        how = "the search ended before the choice was sure"
    return (
        f"Found on {day:%Y-%m-%d} by the search '{question.name}' ({question.path.name}) from "
        f"{question.loaded.path.name}, among {len(answer.seen)} of {question.size} units, for the "
        f"{'largest' if question.wish.largest else 'smallest'} '{measure.label}'; {how}."
    )


def _branches(node: Node, indent: str, reason: str) -> Iterator[str]:
    """Lines of a map, value by value, each number with where it comes from."""
    for name, child in node.content.items() if isinstance(node.content, dict) else ():
        key = f"{indent}{named(str(name))}:"
        if isinstance(child.content, dict) and child.content and child.provenance is None:
            yield key
            yield from _branches(child, f"{indent}  ", reason)
        elif child.provenance or _is_quantity(child):
            yield key
            yield f"{indent}  value: {_inline(child)}"
            yield from _grounds(child.provenance or Provenance("assumed", reason), f"{indent}  ")
        else:
            yield f"{key} {_inline(child)}"


def _grounds(grounds: Provenance, indent: str) -> Iterator[str]:
    if grounds.kind == "source":
        yield f"{indent}source: [{', '.join(grounds.sources)}]"
    else:
        yield from said("assumed", grounds.text, indent)


def _is_quantity(node: Node) -> bool:
    return is_number(node.content) or is_duration(node.content)


def _inline(node: Node) -> str:
    """On one line; JSON is YAML too."""
    return written(node.content) if _is_quantity(node) else json.dumps(_content(plain(node)), ensure_ascii=False)


def _content(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _content(below) for name, below in value.items()}
    return [_content(below) for below in value] if isinstance(value, tuple) else value
