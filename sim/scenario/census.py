"""Tonight's census: who is in a bed and who waits when the run starts."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import Hours, Part


class Described(Part):
    """What is known about a person; what is not said is drawn as for everyone."""

    number_of_people: Annotated[int, Field(ge=1, le=500, alias="people")] = 1
    """How many people this row stands for."""
    source: str | None = Field(default=None, alias="referred_by")
    """Where they were referred from. Written `referred_by`, because `source` is for evidence."""
    opioid: str | None = None
    has: tuple[str, ...] = ()
    """Traits that the person has."""
    has_not: tuple[str, ...] = ()


class InBed(Described):
    """Somebody in a detox bed; what is left of their stay is drawn given that they are still here."""

    protocol: str | None = None
    stay_so_far_h: Hours
    examined: bool = False
    """The prescriber has seen them, so their protocol is ordered. A first dose says so too."""
    first_dose_ago_h: Hours | None = None
    last_dose_ago_h: Hours | None = None
    """Absent means at the last dose round."""
    aftercare_planned: bool = False
    ready: bool = False
    """Medically ready: they only wait for a place."""


class OnList(Described):
    """Somebody on the waiting list; their patience is drawn given that they still wait."""

    priority: str | None = None
    waited_so_far_h: Hours


class Census(Part):
    """The unit at the start of the run; absent means that it starts empty."""

    in_bed: tuple[InBed, ...] = ()
    waiting: tuple[OnList, ...] = ()
