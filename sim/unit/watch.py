"""A closer look at one person: how they feel and how the wish to leave adds up, at each look of the run."""

from typing import NamedTuple


class Look(NamedTuple):
    """What one look finds."""

    time_h: float
    felt: float
    leaving_per_day: float
    """Hazard of self-discharge until the next look."""
    added_up: float
    """Cumulative hazard so far."""


class Watch:
    """The looks at one person; they leave when what has added up reaches their threshold."""

    def __init__(self, number: int):
        self.number = number
        self.looks: list[Look] = []
