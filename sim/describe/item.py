"""One item of the checklist, and how completely it is answered."""

from dataclasses import dataclass
from enum import Enum


class Status(Enum):
    """How completely an item is answered; the values are the words in the document."""

    FILLED = "filled"
    PARTLY = "partly"
    NOT_PROVIDED = "not provided by author"


@dataclass(frozen=True)
class Item:
    """Number and title as in STRESS-DES 1.0; `body` is Markdown."""

    number: str
    title: str
    status: Status
    body: str


def filled(number: str, title: str, body: str) -> Item:
    """An item that the program answers in full."""
    return Item(number, title, Status.FILLED, body)


def authored(number: str, title: str, body: str, missing: str) -> Item:
    """An item that only the author can answer: `body`, or when it is empty what is `missing`."""
    return Item(number, title, Status.FILLED, body) if body else Item(number, title, Status.NOT_PROVIDED, missing)
