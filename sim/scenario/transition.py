"""Where people go when they are ready."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.demand import NoShow
from sim.scenario.part import MOST, ClockTime, Count, Days, Hours, Name, Part, Percent, SomeSpread, Spread, Words


class Onward(Part):
    """What every destination says."""

    label: str = ""
    wish_pct: Percent
    """Weight among the destinations that a person is eligible for."""
    only_for: Words = ()
    not_for: Words = ()
    medication: bool = False
    """Whether people there have medication for opioid use disorder."""
    programme: bool = False
    """Whether it is a residential programme."""


class StepDown(Onward):
    """The unit's own step-down house: its beds are part of the model."""

    kind: Literal["own step-down"]
    beds: Count
    stay: Spread
    funder_delay: Spread | None = None
    """From planning to the funder's agreement, before which no place is taken."""
    otherwise: str | None = None
    """The next option when the wait in the detox bed reaches `transition.boarding_limit`."""


class OutsidePlace(Onward):
    """A programme elsewhere whose place comes free some time after planning is done."""

    kind: Literal["outside place"]
    wait: Spread
    funder_delay: Spread | None = None
    """From planning to the funder's agreement; it runs beside the wait."""
    stay: SomeSpread | None = None
    """How long people stay there; absent means beyond the end of the run."""
    otherwise: str | None = None


class Telehealth(Part):
    """Further intake slots, by video or telephone."""

    days: Days
    slot_time: ClockTime
    slots_per_day: Annotated[int, Field(ge=1, le=MOST)]


class Outpatient(Onward):
    """Appointments in intake slots; the gap after discharge is measured."""

    kind: Literal["outpatient"]
    days: Days
    slot_time: ClockTime
    slots_per_day: Annotated[int, Field(ge=1, le=MOST)]
    telehealth: Telehealth | None = None
    lead_time_h: Hours = 0.0
    """No slot sooner than this after planning."""
    no_show: NoShow | None = None
    """Chance of missing the first appointment, by the gap since discharge; absent means nobody does."""
    retained: SomeSpread | None = None
    """How long people stay in this care once they have come; absent means beyond the end of the run."""


class NoAftercare(Onward):
    """Home without a plan, or mutual help only."""

    kind: Literal["none"]


Destination = Annotated[StepDown | OutsidePlace | Outpatient | NoAftercare, Field(discriminator="kind")]


class Transition(Part):
    """Destinations, and how long a ready person may wait in the detox bed for one."""

    boarding_limit_h: Hours | None = None
    """Absent means for as long as it takes."""
    destinations: dict[Name, Destination] = Field(min_length=1)
