"""Lines of a scenario file that the program writes: names that stay names, and words that fit the page."""

import json
import textwrap

from sim.scenario.tree.scalars import scalar

WIDTH = 110


def named(step: str) -> str:
    """A name, in quotes where YAML would read something else."""
    return step if isinstance(scalar(step), str) else json.dumps(step)


def said(name: str, text: str, indent: str) -> list[str]:
    """A name and its words, on lines of their own when they are many."""
    short = f"{indent}{name}: {json.dumps(text, ensure_ascii=False)}"
    if len(short) <= WIDTH:
        return [short]
    wrapped = textwrap.wrap(text, WIDTH - len(indent) - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{indent}{name}: >-", *(f"{indent}  {line}" for line in wrapped)]
