"""The unit's beds and its hours."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import BedCount, ClockTime, Days, EndTime, Part, Positive, Spread


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


class UnitPart(Part):
    """Beds, and when people may come and go."""

    beds: BedCount
    turnover: Spread | None = None
    """Cleaning of a bed after each person; absent means none."""
    admission_hours: Windows | None = None
    """When people may be called; absent means always."""
    discharge_hours: Windows | None = None
    """When a ready person may leave; absent means always."""
    ratio: RatioRule | None = None
