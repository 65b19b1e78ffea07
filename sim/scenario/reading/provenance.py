"""Every value may say where it comes from: `{value: 8.8, source: row}` or `{value: 8.8, assumed: why}`.

Such a map is put in place of its value before anything else looks at the tree.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sim.scenario.evidence import names
from sim.scenario.tree.node import Node, Provenance, Steps, children, dotted, plain
from sim.scenario.tree.place import Fault, shown
from sim.scenario.values.nearest import nearest, suggestion

WORDS = ("value", "source", "assumed", "note")


def without_grounds(node: Node, faults: list[Fault], steps: Steps = ()) -> Node:
    """The tree with provenance moved from maps into nodes; what is wrong with one is added to `faults`."""
    if isinstance(node.content, dict) and "value" in node.content:
        faults.extend(_wrong(node, steps))
        inner = without_grounds(node.content["value"], faults, steps)
        return replace(inner, provenance=_grounds(node) or inner.provenance)
    if _lacks_its_value(node):
        faults.append(Fault(node.place, dotted(steps), "has a source or an assumption but no value"))
    below = {step: without_grounds(child, faults, (*steps, step)) for step, child in children(node)}
    if isinstance(node.content, dict):
        return replace(node, content={str(name): child for name, child in below.items()})
    return replace(node, content=tuple(below.values())) if isinstance(node.content, tuple) else node


def _lacks_its_value(node: Node) -> bool:
    said = dict(children(node))
    return isinstance(node.content, dict) and any(
        word in said and not isinstance(said[word].content, dict) for word in ("source", "assumed")
    )


def _grounds(node: Node) -> Provenance | None:
    said, note = plain(node), _text(plain(node).get("note", ""))
    if "source" in said:
        return Provenance("source", _text(said["source"]), note)
    return Provenance("assumed", _text(said["assumed"]), note) if "assumed" in said else None


def _text(said: Any) -> str:
    return ", ".join(map(str, said)) if isinstance(said, tuple) else str(said)


def _wrong(node: Node, steps: Steps) -> Iterator[Fault]:
    said = dict(children(node))
    for word in said.keys() - set(WORDS):
        says = f"is not known beside a value{suggestion(str(word), WORDS)}"
        yield Fault(said[word].place, dotted((*steps, word)), says)
    if ("source" in said) == ("assumed" in said):
        yield Fault(node.place, dotted(steps), "one of 'source' and 'assumed' is accepted beside a value")
    for word in ("assumed", "note"):
        if word in said and not (isinstance(said[word].content, str) and said[word].content):
            says = f"'{word}' is {shown(plain(said[word]))}; a few words are accepted"
            yield Fault(said[word].place, dotted(steps), says)
    if "source" in said:
        yield from _wrong_source(said["source"], steps)


def _wrong_source(node: Node, steps: Steps) -> Iterator[Fault]:
    listed = node.content if isinstance(node.content, tuple) else (node,)
    if not listed:
        yield Fault(
            node.place, dotted(steps), "'source' is an empty list; at least one row of the evidence table is accepted"
        )
    for each in listed:
        name = plain(each)
        if not isinstance(name, str):
            yield Fault(
                each.place, dotted(steps), f"'source' is {shown(name)}; a row of the evidence table is accepted"
            )
        elif name not in names():
            best = nearest(name, names())
            hint = f"did you mean {best}?" if best else "say 'assumed: why' for a number without one"
            yield Fault(each.place, dotted(steps), f"source {shown(name)} is no row of the evidence table; {hint}")
