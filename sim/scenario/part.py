"""The kinds of value a scenario may hold: durations, clock times, days, shares, spreads.

Times are hours throughout; a field named `travel_h` in Python is `travel: 2 h`
in a scenario file, because there the value itself carries its unit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from sim.scenario.values.distributions import Constant, Distribution
from sim.scenario.values.hours import calendar_day, clock_time, days, duration, end_time
from sim.scenario.values.ratios import Ratio, ratio
from sim.scenario.values.spreads import duration_distribution, number_distribution
from sim.scenario.values.written import Schema, piece


def _without_unit(name: str) -> str:
    return name.removesuffix("_h")


class Part(BaseModel):
    """A piece of a scenario: frozen, and a misspelt name is an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        alias_generator=_without_unit,
        validate_by_name=True,
        validate_by_alias=True,
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
    )


@dataclass(frozen=True, eq=False)
class ReadBy:
    """A value that one function reads; pydantic need not look into the type, which takes long."""

    read: Callable[[Any], Any]
    written: str
    """Name of its piece of the JSON Schema."""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> Schema:
        return piece(self.written)


def _some_time(spread: Distribution) -> Distribution:
    if isinstance(spread, Constant) and spread.value == 0:
        raise ValueError("a length of time above 0 is accepted")
    return spread


def _whole_or_unlimited(least: int) -> Callable[[Any], int | str]:
    def count(value: Any) -> int | str:
        whole = isinstance(value, int) and not isinstance(value, bool)
        if value == "unlimited" or (whole and least <= value <= MOST):
            return value  # type: ignore[no-any-return]
        raise ValueError(f"a whole number from {least} to {MOST}, or unlimited, is accepted")

    return count


MOST = 10_000
"""More beds or people than any unit has: a slip of the keyboard."""

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
"""What a scenario calls one of its sources, protocols, roles, rows ..."""

Hours = Annotated[float, BeforeValidator(duration), WithJsonSchema(piece("Duration"))]
"""A length of time in hours, written with its unit."""

SomeHours = Annotated[float, BeforeValidator(duration), Field(gt=0), WithJsonSchema(piece("Duration"))]
"""A length of time above 0."""

ClockTime = Annotated[float, BeforeValidator(clock_time), WithJsonSchema(piece("ClockTime"))]
"""A time of day as hours after midnight, written `07:30`."""

EndTime = Annotated[float, BeforeValidator(end_time), WithJsonSchema(piece("EndTime"))]
"""As a clock time; `24:00` ends a day."""

Days = Annotated[tuple[int, ...], BeforeValidator(days), WithJsonSchema(piece("Days"))]
"""Days of the week, Monday = 0, written `mon-fri` or `mon, wed, sat-sun`."""

Day = Annotated[date | None, BeforeValidator(calendar_day)]
"""A day of the calendar, written `2027-01-04`."""

Spread = Annotated[Distribution, ReadBy(duration_distribution, "DurationSpread")]
"""A distribution of lengths of time, in hours."""

SomeSpread = Annotated[Spread, AfterValidator(_some_time)]
"""A distribution of lengths of time that is not always 0."""

Points = Annotated[Distribution, ReadBy(number_distribution, "NumberSpread")]
"""A distribution of plain numbers, such as a COWS total."""

HazardRatio = Annotated[Ratio, ReadBy(ratio, "Ratio")]
"""How something changes a hazard: a hazard ratio, or an odds ratio or a share of leavers that is read as one."""

Words = tuple[str, ...]
"""Words that say who is meant: traits, opioids, protocols, sources, priority classes (see `people`)."""

Percent = Annotated[float, Field(ge=0, le=100)]
Positive = Annotated[float, Field(gt=0)]
NotNegative = Annotated[float, Field(ge=0)]
Score = Annotated[float, Field(ge=0, le=48)]
"""A COWS total."""

Count = Annotated[int, Field(ge=0, le=MOST)]
Headcount = Annotated[int | Literal["unlimited"], ReadBy(_whole_or_unlimited(0), "Headcount")]
BedCount = Annotated[int | Literal["unlimited"], ReadBy(_whole_or_unlimited(1), "BedCount")]


def as_number(count: int | str) -> float:
    """A headcount or bed count as a number; `unlimited` is infinity."""
    return float("inf") if isinstance(count, str) else count
