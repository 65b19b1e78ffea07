"""What the page shows: items of a checklist, each of prose, tables and a diagram."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

SOME, LONG = 40, 100
"""Characters from which a column needs some room, and a lot."""


@dataclass(frozen=True)
class Text:
    """Paragraphs, lists and headings of the fourth level in Markdown."""

    markdown: str


@dataclass(frozen=True)
class Grid:
    """A table whose cells are inline Markdown."""

    name: str
    """Unlike that of any other table of the page."""
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    orders: Mapping[str, Sequence[str]]
    """Words of a column, by its head, in an order that is not that of the alphabet."""

    @property
    def widths(self) -> list[str]:
        """Of each column, by its longest cell: short, some or long."""
        longest = [max((len(cell) for cell in column), default=0) for column in zip(*self.rows, strict=True)]
        return ["long" if most > LONG else "some" if most > SOME else "short" for most in longest]


@dataclass(frozen=True)
class Node:
    """A box of the diagram; `lane` is entry, path, end or after. The label may be an author's text."""

    name: str
    label: str
    lane: str


@dataclass(frozen=True)
class Arrow:
    """From one box to another by their names."""

    start: str
    words: str
    end: str


@dataclass(frozen=True)
class Flow:
    """The diagram, not yet laid out, with its alternative in words: each box and the ways on from it."""

    nodes: Sequence[Node]
    arrows: Sequence[Arrow]
    in_words: Sequence[tuple[str, str]]


Part: TypeAlias = Text | Grid | Flow


@dataclass(frozen=True)
class Item:
    """An item of the checklist and how completely it is answered."""

    number: str
    title: str
    status: str
    parts: Sequence[Part]

    @property
    def anchor(self) -> str:
        """`item-2-3`, to link to."""
        return f"item-{self.number.replace('.', '-')}"


@dataclass(frozen=True)
class Paper:
    """The whole document."""

    name: str
    written: str
    """How it was made, in inline Markdown."""
    counts: Mapping[str, int]
    """Number of items by status."""
    sections: Mapping[str, Sequence[Item]]
    """By number and title, such as `2 Logic`."""
    command: str
