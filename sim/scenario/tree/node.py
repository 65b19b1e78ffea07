"""A value of a scenario file together with where it was said and on what grounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sim.scenario.tree.place import Place

Scalar = str | int | float | bool | None
Steps = tuple[str | int, ...]
"""The way from the root to a value: names and positions in lists."""


@dataclass(frozen=True)
class Provenance:
    """Where a value comes from: rows of the evidence table, or an assumption and its reason."""

    kind: Literal["source", "assumed"]
    text: str
    """Names of rows separated by commas, or the reason."""
    note: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the rows of the evidence table; empty for an assumption."""
        return tuple(self.text.split(", ")) if self.kind == "source" else ()


@dataclass(frozen=True)
class Node:
    """Content, place and grounds. A map's place is that of its name."""

    content: "dict[str, Node] | tuple[Node, ...] | Scalar"
    place: Place
    provenance: Provenance | None = None


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """The named values of a map or the numbered ones of a list; nothing below a scalar."""
    if isinstance(node.content, dict):
        yield from node.content.items()
    elif isinstance(node.content, tuple):
        yield from enumerate(node.content)


def plain(node: Node) -> Any:
    """The content alone: maps as dict, lists as tuple. Names whose value is null are left out."""
    if isinstance(node.content, dict):
        return {name: plain(child) for name, child in node.content.items() if child.content is not None}
    if isinstance(node.content, tuple):
        return tuple(plain(child) for child in node.content)
    return node.content


def follow(node: Node, steps: Steps) -> tuple[Node, int]:
    """The deepest value on the way, and how many steps lead to it."""
    taken = 0
    for step in steps:
        below = dict(children(node)).get(step)
        if below is None:
            break
        node, taken = below, taken + 1
    return node, taken


def place_of(node: Node, steps: Steps) -> Place:
    """Where a value was said; for one that is missing, where its surroundings were."""
    return follow(node, steps)[0].place


def dotted(steps: Steps) -> str:
    """`("tasks", "dose", 0)` as `tasks.dose.0`."""
    return ".".join(map(str, steps))


def grounds(node: Node, steps: Steps = ()) -> Iterator[tuple[str, Provenance]]:
    """(dotted path, provenance) of every value that says where it comes from."""
    if node.provenance:
        yield dotted(steps), node.provenance
    for step, child in children(node):
        yield from grounds(child, (*steps, step))
