"""Times and lengths of time as people say them."""

from math import floor
from typing import NamedTuple

from sim.rules.calendar import DAY_H
from sim.scenario.values.hours import DAY_NAMES, say_clock

ROUNDING_MIN = 1e-6
"""A time computed to be a whole minute is shown as that minute."""


class Moment(NamedTuple):
    """`day` counts from 0 at the start of the run, negative before it; `clock` is like `14:10`."""

    day: int
    weekday: str
    clock: str

    @classmethod
    def of(cls, time_h: float, first_weekday: int) -> "Moment":
        """The minute in which a time falls; `first_weekday` is the weekday of time 0, Monday = 0."""
        minutes = floor(time_h * 60 + ROUNDING_MIN)
        day, hour = divmod(minutes / 60, DAY_H)
        return cls(int(day), DAY_NAMES[(int(day) + first_weekday) % 7].title(), say_clock(hour))


def say_length(hours: float) -> str:
    """`40 min`, `3 h 20 min` or `2 days`."""
    minutes = round(hours * 60)
    if minutes >= 48 * 60:
        return f"{minutes / 60 / 24:.1f} days"
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
