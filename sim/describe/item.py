"""One item of the checklist, and how completely it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sim.describe.blocks import Block


class Status(Enum):
    """How completely an item is answered; the values are the words in the document."""

    FILLED = "filled"
    PARTLY = "partly"
    NOT_PROVIDED = "not provided by author"


@dataclass(frozen=True)
class Item:
    """Number and title as in STRESS-DES 1.0."""

    number: str
    title: str
    status: Status
    body: Sequence[Block]

    @property
    def section(self) -> str:
        """The first part of its number."""
        return self.number.partition(".")[0]


def filled(number: str, title: str, *body: Block) -> Item:
    """An item that the program answers in full."""
    return Item(number, title, Status.FILLED, body)


def partly(number: str, title: str, *body: Block) -> Item:
    """An item of which the body says what is missing."""
    return Item(number, title, Status.PARTLY, body)


def authored(number: str, title: str, body: Block | None, missing: str) -> Item:
    """An item that only the author can answer: `body`, or when there is none what is `missing`."""
    return filled(number, title, body) if body else Item(number, title, Status.NOT_PROVIDED, (missing,))
