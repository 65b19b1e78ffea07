"""What a measure does along an axis: means at each of its values, or in slices of it, with 95 % intervals.

Points are compared with points that are alike in all else. `crossed` finds them: those settings of the other axes that
were run with every value. A design that draws has none, and is looked at in slices of an axis.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from reports.frames import CHANGE, mean_interval
from reports.possible import possible
from reports.sweep.space import INDICES, LEARNING, LEAST_ALIKE, MORRIS, Axis, Space, without_alike

MOST_LEVELS = 12
MOST_SLICES, LEAST_IN_A_SLICE, LEAST_AT_A_LEVEL = 6, 8, 4
CONFIDENCE = 0.95


def crossed(space: Space, axes: Sequence[Axis]) -> list[int]:
    """Numbers of the points in settings of all other axes that have every combination of these that any point has.

    Empty when there is no such setting, or nothing to compare.
    """
    names = [axis.name for axis in axes]
    others = [axis.name for axis in space.axes if axis.name not in names]
    wanted = len(space.points[names].drop_duplicates())
    fine = others and any(len(axis.levels) > MOST_LEVELS and not axis.in_words for axis in axes)
    if wanted < 2 or fine or space.facts.design.kind in LEARNING:
        return []
    if not others:
        return space.points.index.tolist()
    place = space.points.groupby(names, sort=False).ngroup()
    setting = space.points.groupby(others, sort=False).ngroup()
    each = pd.DataFrame({"place": place, "setting": setting})
    whole = each.drop_duplicates().groupby("setting").size() == wanted
    return space.points.index[setting.map(whole)].tolist()


def by_level(space: Space, measure: str, axes: Sequence[Axis]) -> pd.DataFrame:
    """A row for each combination of the axes' values: the values, mean, low, high, n.

    The mean goes over the points of `crossed`, replication by replication; its t interval is over replications, which
    all met the same people. Empty when the points are not crossed.
    """
    names = [axis.name for axis in axes]
    runs = space.runs(measure)
    points = space.points.loc[[number for number in crossed(space, axes) if number in runs.index], names]
    if points.empty:
        return pd.DataFrame(columns=[*names, "mean", "low", "high", "n"])
    long = runs.loc[points.index].melt(ignore_index=False, var_name="replication").join(points)
    each = long.groupby([*names, "replication"], sort=False)["value"].mean().reset_index()
    table = mean_interval(each, names, "value", CHANGE).dropna(subset="mean")
    table = _possible(table, space, measure)
    orders = {axis.name: {value: place for place, value in enumerate(axis.levels)} for axis in axes}
    return table.sort_values(names, key=lambda column: column.map(orders[str(column.name)]), ignore_index=True)


def by_slice(space: Space, measure: str, axis: Axis) -> pd.DataFrame:
    """The points in slices of an axis with equally many in each: from, to, at, mean, half, low, high, n.

    low and high end where the measure does; half is half the width of the interval without that. `at` is the mean
    position of a slice; a word is a slice of its own, and has from, to and at alike. The t interval is over the points
    of the slice: it holds the other axes and the chance of each point, but not the luck that all points share. Empty
    with too few points.
    """
    table = _drawn(space, space.estimates(measure))
    count = min(MOST_SLICES, len(table) // LEAST_IN_A_SLICE)
    if axis.in_words or len(axis.levels) <= min(MOST_LEVELS, len(table) // LEAST_AT_A_LEVEL):
        slices = [table[table[axis.name] == value] for value in axis.levels]
    elif count < 2:
        slices = []
    else:
        ordered = table.sort_values(axis.name, kind="stable")
        slices = [ordered.iloc[rows] for rows in np.array_split(np.arange(len(ordered)), count)]
    rows = [_slice(found, axis) for found in slices if len(found) > 1]
    return _possible(
        pd.DataFrame(rows, columns=["from", "to", "at", "mean", "half", "low", "high", "n"]), space, measure
    )


def _possible(table: pd.DataFrame, space: Space, measure: str) -> pd.DataFrame:
    return possible(without_alike(table).assign(measure=measure), [space.named[measure]]).drop(columns="measure")


def _drawn(space: Space, table: pd.DataFrame) -> pd.DataFrame:
    """The points that were drawn each by itself: not the steps of a walk, nor those put together from two others."""
    roles = space.points["role"].reindex(table.index)
    if space.facts.design.kind == MORRIS:
        return table.iloc[:0]
    return table[roles.isin(["A", "B"])] if space.facts.design.kind == INDICES else table


def _slice(found: pd.DataFrame, axis: Axis) -> tuple[object, ...]:
    values, means = found[axis.name], found["mean"].to_numpy()
    half = wide(len(means)) * means.std(ddof=1) / np.sqrt(len(means))
    ends = (values.iloc[0],) * 3 if axis.in_words else (values.min(), values.max(), values.mean())
    return (*ends, means.mean(), half, means.mean() - half, means.mean() + half, len(means))


def change(
    space: Space, measure: str, axis: Axis, before: object, after: object, family: int = 1
) -> tuple[float, float, float]:
    """Mean and ends of the t interval of the difference between two values of an axis, paired by replication.

    Over the points of `crossed`; 95 % for all differences of a `family` at once (Bonferroni). The ends are nan with one
    replication.
    """
    numbers = [number for number in crossed(space, [axis]) if number in space.runs(measure).index]
    runs, at = space.runs(measure).loc[numbers], space.points.loc[numbers, axis.name]
    return paired(runs[at == after].mean(), runs[at == before].mean(), family)


def row_of(runs: pd.DataFrame, point: int) -> "pd.Series[float]":
    """The replications of a point."""
    return runs.loc[[point]].iloc[0]


def paired(after: "pd.Series[float]", before: "pd.Series[float]", family: int = 1) -> tuple[float, float, float]:
    """Mean of the differences `after` less `before`, by replication, and the ends of its t interval (see `change`).

    Two replications that happen to be alike have no interval: it would be of no width.
    """
    found = (after - before).dropna()
    if found.empty:
        return np.nan, np.nan, np.nan
    n, mean = len(found), float(found.mean())
    if n == 1 or (n < LEAST_ALIKE and mean and not np.ptp(found)):
        return mean, np.nan, np.nan
    half = wide(n, family) * float(found.std()) / np.sqrt(n)
    return mean, mean - half, mean + half


def wide(n: int, family: int = 1) -> float:
    """Standard errors to each side of a mean of `n` that make its interval, 95 % for a whole family at once."""
    return float(stdtrit(n - 1, 1 - (1 - CONFIDENCE) / 2 / family))
