"""Numbers of the page's tables: a mean with its interval in one cell."""

from math import isfinite

import pandas as pd

from reports.study import Measure
from reports.words import decimals, interval, number

NOTHING = "–"


def cell(mean: float, low: float, high: float) -> str:
    """`12.3 (10.1 to 14.5)`; a dash where nothing was seen."""
    if not isfinite(mean):
        return NOTHING
    places = decimals(low, high, mean)
    bounds = interval(low, high, places)
    return f"{number(mean, places)} ({bounds})" if bounds else number(mean, places)


def cells(table: pd.DataFrame) -> list[str]:
    """A cell for each row of mean, low and high."""
    columns = (table[name].to_numpy(dtype=float) for name in ("mean", "low", "high"))
    return [cell(*row) for row in zip(*columns, strict=True)]


def head(measure: Measure) -> str:
    """`Bed occupancy (%)`."""
    return f"{measure.label} ({measure.unit})" if measure.unit else measure.label
