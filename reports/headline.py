"""The table of page one: the base's value of each headline measure, and what each alternative changes."""

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from reports.study import Measure, Study
from reports.words import NBSP, VERDICTS, decimals, difference_unit, interval, quantity, signed

LONGEST_BESIDE = 4
"""Letters of a unit that stands beside its number in a table."""


@dataclass(frozen=True)
class Cell:
    """A number with its interval, and the verdict in word and symbol where there is one."""

    value: str
    bounds: str = ""
    symbol: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class Row:
    """One measure across the scenarios."""

    label: str
    unit: str
    cells: list[Cell]
    definition: str


def rows(study: Study) -> list[Row]:
    """A row for each headline measure: the base first, then the difference of each alternative."""
    return [
        Row(
            measure.label,
            long_unit(measure),
            [mean(study.value(study.base["id"], measure.name), measure)]
            + [difference(study.difference(each["id"], measure.name), measure) for each in study.alternatives],
            measure.definition,
        )
        for measure in study.headline
    ]


def long_unit(measure: Measure) -> str:
    """The unit, when it is too long to stand beside each number."""
    return measure.unit if len(measure.unit) > LONGEST_BESIDE else ""


def _beside(measure: Measure) -> str:
    return "" if long_unit(measure) else measure.unit


def mean(row: "pd.Series[Any] | None", measure: Measure) -> Cell:
    """The mean of one measure with its interval."""
    if row is None:
        return Cell("not seen")
    places = decimals(row["low"], row["high"], row["mean"])
    return Cell(quantity(row["mean"], _beside(measure), places), interval(row["low"], row["high"], places))


def difference(row: "pd.Series[Any] | None", measure: Measure) -> Cell:
    """A difference with its interval and verdict."""
    if row is None or not math.isfinite(row["difference"]):
        return Cell("not seen")
    places = decimals(row["low"], row["high"], row["difference"])
    unit = difference_unit(_beside(measure))
    symbol, verdict = VERDICTS.get(row["verdict"], ("", ""))
    change = f"{signed(row['difference'], places)}{NBSP}{unit}".rstrip()
    return Cell(change, _signed_interval(row["low"], row["high"], places), symbol, verdict)


def _signed_interval(low: float, high: float, places: int) -> str:
    if not (math.isfinite(low) and math.isfinite(high)):
        return ""
    return f"{signed(low, places)} to {signed(high, places)}"
