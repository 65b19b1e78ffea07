"""The roles, their roster and the tasks they may do."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator

from sim.scenario.part import (
    ClockTime,
    Days,
    EndTime,
    Headcount,
    Hours,
    Name,
    Part,
    Percent,
    SomeHours,
    Spread,
)
from sim.vocabulary import Work

ROW_KEYS = ("days", "from", "to", "staff")


class MealBreak(Part):
    """Each person on a shift takes one, in turn around the middle of it."""

    lasts_h: SomeHours
    shifts_from_h: SomeHours = 6.0
    """Shorter shifts have none."""
    priority: Annotated[int, Field(ge=1, le=9)]
    """Against the tasks that wait; one that has not begun at the end of the shift is missed."""


class Role(Part):
    """A kind of staff."""

    label: str = ""
    cover: Literal["always", "rostered hours"] = "rostered hours"
    """`always`: the roster must put somebody of this role on shift at every hour of the week."""
    handover_h: Hours = 0.0
    """From the start of each shift nobody takes new work for this long, emergencies aside."""
    meal_break: MealBreak | None = None
    unfilled_pct: Percent = 0.0
    """Chance that a person's shift goes unfilled."""
    agency_pct: Percent = 0.0
    """Share of the unfilled shifts that agency staff cover."""


def _roles_beside_days(schema: dict[str, Any]) -> None:
    """In the file, headcounts stand beside `days`, not below `staff`."""
    headcounts = schema["properties"].pop("staff")["patternProperties"]
    schema["additionalProperties"] = next(iter(headcounts.values()))


class RosterRow(Part):
    """A shift, written `{days: mon-fri, from: 07:30, to: 19:30, nurse: 3}`.

    One that ends before it starts runs overnight; one that ends when it starts lasts 24 h.
    """

    model_config = ConfigDict(json_schema_extra=_roles_beside_days)

    days: Days
    from_h: ClockTime = Field(alias="from")
    to_h: EndTime = Field(alias="to")
    staff: dict[Name, Headcount]
    """Headcount by role."""

    @model_validator(mode="before")
    @classmethod
    def _headcounts_are_the_other_keys(cls, row: Any) -> Any:
        if not isinstance(row, dict) or "staff" in row:
            return row
        heads = {key: value for key, value in row.items() if key not in ROW_KEYS}
        return {key: value for key, value in row.items() if key in ROW_KEYS} | {"staff": heads}


class Staff(Part):
    """Who works when, and what happens to a task in hand at the end of a shift."""

    shift_end: Literal["finish", "stop", "handover"]
    """`finish`: the task in hand is finished and holds one of the next shift's places meanwhile;
    `stop`: it is put down and waits with its remaining time; `handover`: the old crew finishes it
    on overtime while the whole new crew starts."""
    roles: Annotated[dict[Name, Role], Field(min_length=1)]
    roster: Annotated[dict[Name, RosterRow], Field(min_length=1)]
    """Named rows, so that a scenario can change one of them."""


class AnyTask(Part):
    """A kind of work: who may do it, how long it takes, by when."""

    roles: tuple[str, ...] = Field(min_length=1)
    """In order of preference."""
    takes: Spread
    due_within_h: Hours = 0.0
    """From being asked for to being due."""
    on_time_within_h: Hours
    """A task that starts this long after it was due still counts as on time."""
    passes_on: bool = False
    """At the end of a shift the next one takes it up, whatever `staff.shift_end` says."""


class Task(AnyTask):
    """Work that waits its turn."""

    priority: Annotated[int, Field(ge=1, le=9)]
    """1 is the most urgent."""


class Response(AnyTask):
    """Work that waits for no other: before all priorities, also in handover."""


class Tasks(Part):
    """The work of the unit; a task that is left out does not exist here."""

    screening: Task | None = None
    nursing_assessment: Task | None = None
    history_and_physical: Task | None = None
    first_dose: Task | None = None
    dose: Task | None = None
    check: Task | None = None
    comfort_medication: Task | None = None
    daily_review: Task | None = None
    discharge_planning: Task | None = None
    discharge: Task | None = None
    blood_pressure: Task | None = None
    injection: Task | None = None
    counselling: Task | None = None
    """A session for one person."""
    group: Task | None = None
    """A session for many; one member of staff holds it."""
    response: Response | None = None
    """To a complication."""
    constant_observation: Task | None = None

    def of(self, work: Work) -> AnyTask | None:
        """The task of a kind of work; None for one that this scenario does not have."""
        found: AnyTask | None = getattr(self, work.name.lower(), None)
        return found
