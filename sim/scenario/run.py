"""How long to simulate, how often, and with which luck."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import MOST, Day, Hours, Part, SomeHours

LONGEST_H = 5200 * 168.0
"""A hundred years: more is a slip of the keyboard."""


class Run(Part):
    """The experiment around the model."""

    length_h: Annotated[SomeHours, Field(le=LONGEST_H)]
    """Measured time of each replication."""
    warm_up_h: Annotated[Hours, Field(le=LONGEST_H)]
    """Simulated before measuring starts."""
    replications: Annotated[int, Field(ge=1, le=MOST)]
    seed: Annotated[int, Field(ge=0)]
    """The same seed draws the same people."""
    start_date: Day = None
    """The first day; absent means a Monday. No daylight saving."""

    @property
    def first_weekday(self) -> int:
        """Weekday of time 0, Monday = 0."""
        return self.start_date.weekday() if self.start_date else 0

    @property
    def horizon_h(self) -> float:
        """End of the run; events exactly then do not happen."""
        return self.warm_up_h + self.length_h
