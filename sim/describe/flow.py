"""The pathway as a drawing that nobody has drawn yet: nodes in lanes, and arrows between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Lane(Enum):
    """What a node is in the pathway, which says where it is drawn."""

    ENTRY = "entry"
    PATH = "path"
    END = "end"
    AFTER = "after"


@dataclass(frozen=True)
class Node:
    """A box. The label may be an author's text."""

    name: str
    label: str
    lane: Lane


@dataclass(frozen=True)
class Arrow:
    """From one node to another by their names, with what makes a person take it."""

    start: str
    words: str
    end: str


@dataclass(frozen=True)
class Flow:
    """Nodes in the order in which people come to them, and the arrows."""

    nodes: Sequence[Node]
    arrows: Sequence[Arrow]

    def in_words(self) -> list[tuple[str, str]]:
        """Each node that people go on from, and the ways on: `lost: Lost; eligible: Waiting list`."""
        labels = {node.name: node.label for node in self.nodes}
        ways = {
            node.label: [f"{arrow.words}: {labels[arrow.end]}" for arrow in self.arrows if arrow.start == node.name]
            for node in self.nodes
        }
        return [(label, "; ".join(on)) for label, on in ways.items() if on]
