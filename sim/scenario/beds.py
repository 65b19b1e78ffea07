"""The unit's beds and its hours."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import BedCount, ClockTime, Count, Days, EndTime, Name, Part, Positive, Spread, Words


class Window(Part):
    """Hours of the week at which something is open; one that ends before it starts runs overnight."""

    days: Days
    from_h: ClockTime = Field(alias="from")
    to_h: EndTime = Field(alias="to")


Windows = Annotated[tuple[Window, ...], Field(min_length=1)]


class RatioRule(Part):
    """Patients after an admission may not exceed `patients` for each member of `role` on shift."""

    role: str
    patients: Positive
    """For each of them on shift."""


class BedGroup(Part):
    """Beds with a rule. A person takes a free bed of the most specific group that admits them.

    Groups for some people come before groups for everyone; among them those
    with fewer words in `only_for`, then in the order written.
    """

    label: str = ""
    beds: Annotated[Count, Field(ge=1)]
    only_for: Words = ()
    """Words for those it admits; none means everyone."""
    nowhere_else: bool = False
    """Those whom it is for are put in no other group."""
    room_beds: Annotated[int, Field(ge=1, le=100)] = 1
    """Beds in each room."""
    rooms_apart: str | None = None
    """A word: people of whom it is true share no room with those of whom it is not."""


class UnitPart(Part):
    """Beds, and when people may come and go."""

    beds: BedCount
    """All of them, those of the bed groups together."""
    bed_groups: Annotated[dict[Name, BedGroup], Field(min_length=1, max_length=20)] | None = None
    """Absent means one group without rules."""
    turnover: Spread | None = None
    """Cleaning of a bed after each person; absent means none."""
    admission_hours: Windows | None = None
    """When people may be called; absent means always."""
    discharge_hours: Windows | None = None
    """When a ready person may leave; absent means always."""
    ratio: RatioRule | None = None
