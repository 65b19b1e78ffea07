"""Where something was said, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sim.errors import ScenarioError

MOST_CHARS = 40
"""No more of a value than this is repeated to its author."""


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file, or a change on the command line (line 0)."""

    said_in: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.said_in}:{self.line}" if self.line else self.said_in


@dataclass(frozen=True, order=True)
class Fault:
    """One sentence about one place; faults sort by file, then line."""

    place: Place
    path: str
    """Dotted path of the value, empty for a fault of the whole file."""
    says: str

    def __str__(self) -> str:
        path = short(".".join(map(short, self.path.split("."))), 4 * MOST_CHARS)
        return ": ".join(part for part in (str(self.place), path, self.says) if part)


class Refused(ScenarioError):
    """A scenario that is not valid; `found` holds the faults, each once, in the order of files and lines."""

    def __init__(self, found: Iterable[Fault]):
        self.found = sorted(set(found))
        super().__init__([str(fault) for fault in self.found])


def short(text: str, most: int = MOST_CHARS) -> str:
    """Text fit for a terminal: control characters escaped, the end of a long one left out."""
    safe = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text[: most + 1])
    return safe if len(safe) <= most else safe[: most - 1] + "…"


def shown(value: object) -> str:
    """A value as its author would recognise it."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{short(value)}'"
        case dict():
            return "a map" if value else "an empty map"
        case tuple():
            return "a list" if value else "an empty list"
    return short(str(value))


def read_from(path: Path) -> Place:
    """The file as a whole."""
    return Place(short(str(path), 200))
