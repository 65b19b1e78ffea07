"""Counselling: sessions for one person, and groups."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import ClockTime, Count, Days, Name, Part, Score


class Individual(Part):
    """A session falls due for everyone in withdrawal care; one that has not begun when the next is due is missed."""

    days: Days
    at: ClockTime
    score_below: Score = 48.0
    """People who feel worse are left in peace."""


class GroupSession(Part):
    """One counsellor with many people; one that nobody begins within the grace of the task does not take place."""

    label: str = ""
    days: Days
    at: ClockTime
    up_to: Annotated[Count, Field(ge=1)]
    """Most people; those who have attended fewest sessions come first."""
    score_below: Score = 48.0


class Counselling(Part):
    """What falls due by the clock; the work is that of the tasks `counselling` and `group`."""

    individual: Individual | None = None
    groups: dict[Name, GroupSession] = Field(default={})
