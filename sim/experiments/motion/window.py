"""The stretch of time that is shown: from an hour of the run to another, with its calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import floor

from sim.rules.calendar import DAY_H, WEEK_H
from sim.scenario.run import Run
from sim.scenario.values.hours import DAY_NAMES, say_clock

SECOND_H = 1 / 3600
ROUNDING_S = 1e-3
"""A time computed to be a whole second is that second."""


@dataclass(frozen=True)
class Window:
    """From `from_h` to `to_h`, in hours since the start of the run."""

    run: Run
    from_h: float
    to_h: float

    @property
    def hours(self) -> list[float]:
        """The whole hours in it, from the first moment on."""
        return [self.from_h + step for step in range(floor(self.to_h - self.from_h + SECOND_H) + 1)]

    def day(self, time_h: float) -> int:
        """The day of the run, counted from 0, to the second."""
        return floor((time_h + ROUNDING_S * SECOND_H) / DAY_H)

    def weekday(self, time_h: float) -> str:
        """`Tue`."""
        return DAY_NAMES[(self.day(time_h) + self.run.first_weekday) % 7].title()

    def clock(self, time_h: float) -> str:
        """`14:10`, the minute in which the time falls."""
        minutes = floor((time_h + ROUNDING_S * SECOND_H) * 60)
        return say_clock(minutes / 60 % DAY_H)

    def date(self, time_h: float) -> date | None:
        """The date, when the scenario has a first day."""
        start = self.run.start_date
        return start + timedelta(days=self.day(time_h)) if start else None

    def week(self, time_h: float) -> int:
        """The week of the measured time, counted from 1."""
        return floor((time_h - self.run.warm_up_h + ROUNDING_S * SECOND_H) / WEEK_H) + 1

    def say(self, time_h: float) -> str:
        """`Tue week 30 14:10`, or with the date instead of the week."""
        on = self.date(time_h)
        return f"{self.weekday(time_h)} {on or f'week {self.week(time_h)}'} {self.clock(time_h)}"
