"""How far an estimate is moved: to the ends of its published interval, or a quarter down and up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from sim.experiments.sensitivity.estimates import Estimate
from sim.experiments.sensitivity.quantities import centre, in_time
from sim.scenario.evidence import Row, rows

PUBLISHED, A_QUARTER = "published", "25 %"
QUARTER = 0.25
HOURS = {"minutes": 1 / 60, "hours": 1.0, "days": 24.0}
"""In each unit of time of the evidence table."""


@dataclass(frozen=True)
class Range:
    """Where the centre is put; in hours for lengths of time."""

    low: float
    high: float
    taken_from: str
    """`PUBLISHED` or `A_QUARTER`."""


def range_of(estimate: Estimate) -> Range:
    """The interval of the first row named whose figure is the estimate's own centre and that has an interval."""
    middle = centre(estimate.value)
    for low, high in _intervals(estimate, middle):
        return Range(low, high, PUBLISHED)
    return Range(middle * (1 - QUARTER), middle * (1 + QUARTER), A_QUARTER)


def _intervals(estimate: Estimate, middle: float) -> Iterator[tuple[float, float]]:
    for name in estimate.grounds.sources if estimate.grounds else ():
        for row in rows(name):
            factor = _hours(row) if in_time(estimate.value) else 1.0
            if factor and row.low < row.high and isclose(row.value * factor, middle, rel_tol=1e-6):
                yield row.low * factor, row.high * factor


def _hours(row: Row) -> float | None:
    """Hours in the row's unit; None when that is none of time."""
    found = re.search(rf"\b({'|'.join(HOURS)})\b", row.unit)
    return HOURS[found.group()] if found else None
