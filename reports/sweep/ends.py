"""The table of page one: where each measure is lowest and highest, and which points cannot be told from its best."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from reports.headline import Cell, long_unit
from reports.study import Measure
from reports.sweep.levels import wide
from reports.sweep.space import LEAST_ALIKE, Space
from reports.words import decimals, interval, quantity

MOST_PLACES = 3


@dataclass(frozen=True)
class Row:
    """One measure over all points."""

    label: str
    unit: str
    definition: str
    lowest: Cell
    lowest_at: str
    highest: Cell
    highest_at: str
    best: str
    """lowest or highest; empty where no way is good, or all are alike."""
    as_good: str
    """How many other points cannot be told from the best; empty where no way is good, or nothing tells."""


def rows(space: Space) -> list[Row]:
    """A row for each headline measure."""
    return [_row(space, measure) for measure in space.measures]


def _row(space: Space, measure: Measure) -> Row:
    table = space.estimates(measure.name)
    low, high = lowest_and_highest(table)
    same = table["mean"][low] == table["mean"][high]
    good = None if same else {"lower": low, "higher": high}.get(measure.better)
    found = {point: space.estimate(measure.name, point) for point in (low, high)}
    more = _more_places(found[low][0], found[high][0])
    return Row(
        measure.label,
        long_unit(measure),
        measure.definition,
        _cell(*found[low], measure, more),
        "everywhere" if same else space.place(low),
        _cell(*found[high], measure, more),
        "everywhere" if same else space.place(high),
        {None: "", low: "lowest", high: "highest"}[good],
        "" if good is None else _as_good(space, measure, good),
    )


def lowest_and_highest(table: pd.DataFrame) -> tuple[int, int]:
    """Numbers of the points with the lowest and the highest mean, of equal ones the first."""
    return int(table.index[int(table["mean"].argmin())]), int(table.index[int(table["mean"].argmax())])


def _more_places(low: float, high: float) -> int:
    """Fewest decimals that tell the two means apart."""
    for places in range(MOST_PLACES):
        if f"{low:.{places}f}" != f"{high:.{places}f}":
            return places
    return MOST_PLACES


def _cell(mean: float, low: float, high: float, measure: Measure, least: int) -> Cell:
    places = max(least, decimals(low, high, mean))
    unit = "" if long_unit(measure) else measure.unit
    return Cell(quantity(mean, unit, places), interval(low, high, places))


def _as_good(space: Space, measure: Measure, best: int) -> str:
    found = like_the_best(space, measure.name, best)
    others = len(space.estimates(measure.name)) - 1
    return "" if found is None else "all: too close to call" if found == others else f"{found:,} of {others:,}"


def like_the_best(space: Space, measure: str, best: int) -> int | None:
    """Other points whose paired difference from the best has a 95 % t interval that holds zero.

    None with one replication. Each is compared by itself: some of them are by chance told apart, or not.
    """
    runs = space.runs(measure)
    apart = (runs - runs.loc[best]).drop(index=best).to_numpy(dtype=np.float64)
    n = (~np.isnan(apart)).sum(axis=1)
    apart, n = apart[n > 1], n[n > 1]
    if not len(apart):
        return None
    errors = np.nanstd(apart, axis=1, ddof=1) / np.sqrt(n)
    reach = np.array([wide(int(each)) for each in n]) * errors
    reach[(errors == 0) & (n < LEAST_ALIKE)] = np.inf
    return int((np.abs(np.nanmean(apart, axis=1)) <= reach).sum())
