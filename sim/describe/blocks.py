"""What an item is made of: prose in Markdown, tables and the diagram; each is rendered for text and for a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sim.describe.flow import Flow


@dataclass(frozen=True)
class Grid:
    """A table. Cells are inline Markdown, escaped where an author wrote them."""

    name: str
    """What it lists, for those who hear the page, unlike that of any other table of the document."""
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    orders: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Words of a column, by its head, in an order that is not that of the alphabet."""


Block: TypeAlias = str | Grid | Flow
"""A string is Markdown: paragraphs, lists and headings of the fourth level."""


def grid(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Grid:
    """A table whose columns have the order of numbers and the alphabet."""
    return Grid(name, heads, tuple(tuple(row) for row in rows))
