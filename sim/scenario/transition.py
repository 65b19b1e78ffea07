"""Where people go when they are ready."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.part import MOST, ClockTime, Count, Days, Hours, Name, Part, Percent, Spread


class StepDown(Part):
    """The unit's own step-down house: its beds are part of the model."""

    kind: Literal["own step-down"]
    label: str = ""
    wish_pct: Percent
    beds: Count
    stay: Spread
    otherwise: str | None = None
    """The next option when the wait in the detox bed reaches `transition.boarding_limit`."""


class OutsidePlace(Part):
    """A programme elsewhere whose place comes free some time after planning is done."""

    kind: Literal["outside place"]
    label: str = ""
    wish_pct: Percent
    wait: Spread
    otherwise: str | None = None


class Outpatient(Part):
    """Appointments in intake slots; the gap after discharge is measured."""

    kind: Literal["outpatient"]
    label: str = ""
    wish_pct: Percent
    days: Days
    slot_time: ClockTime
    slots_per_day: Annotated[int, Field(ge=1, le=MOST)]


class NoAftercare(Part):
    """Home without a plan."""

    kind: Literal["none"]
    label: str = ""
    wish_pct: Percent


Destination = Annotated[StepDown | OutsidePlace | Outpatient | NoAftercare, Field(discriminator="kind")]


class Transition(Part):
    """Destinations, and how long a ready person may wait in the detox bed for one."""

    boarding_limit_h: Hours | None = None
    """Absent means for as long as it takes."""
    destinations: dict[Name, Destination] = Field(min_length=1)
