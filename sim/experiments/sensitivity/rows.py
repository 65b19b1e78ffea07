"""The table of a study: a row for each estimate and measure, those that matter most first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isnan, nan


@dataclass(frozen=True)
class Row:
    """What moving one estimate does to one measure. The fields are the columns of the table, in order."""

    path: str
    """Dotted path of the estimate."""
    name: str
    """In plain words."""
    grounds: str
    """`source`, `assumed`, or nothing."""
    range: str
    """`published`: the interval of its source; `25 %`: a quarter less and more."""
    low: str
    """As it would be written behind `--set`."""
    base: str
    high: str
    measure: str = ""
    """Nothing when the estimate cannot be varied."""
    at_base: float = nan
    """Mean of the measure over replications, the estimate as it is."""
    at_low: float = nan
    """Mean paired difference from the base at the low end; nan when that end is not valid."""
    at_low_half_width: float = nan
    """Of its 95 % interval; nan with one replication."""
    at_high: float = nan
    at_high_half_width: float = nan
    importance_pct: float = nan
    """Distance between both ends, in percent of `at_base`; an end that is not valid counts as no change."""
    remark: str = ""
    """Why an end is not valid."""


@dataclass(frozen=True)
class Importance:
    """How much one estimate matters."""

    rank: int | None
    """From 1 among the estimates that could be varied; None for one that could not."""
    most: Row
    """The row of the measure that it moves most."""


def importance_pct(at_base: float, at_low: float, at_high: float) -> float:
    """Distance between the ends in percent of the base; nan when the base is 0 or nothing is known."""
    known = [0.0 if isnan(end) else end for end in (at_low, at_high)]
    if isnan(at_base) or at_base == 0 or (isnan(at_low) and isnan(at_high)):
        return nan
    return abs(known[1] - known[0]) / abs(at_base) * 100


def in_order(rows: Iterable[Row]) -> list[Row]:
    """By how much the estimate matters, the most first; the rows of one estimate stay together and in their order."""
    estimates = [list(group) for _, group in groupby(rows, key=lambda row: row.path)]
    return [row for group in sorted(estimates, key=_weight, reverse=True) for row in group]


def importances(rows: Sequence[Row]) -> Iterator[Importance]:
    """One for each estimate, in the order of `in_order`."""
    rank = 0
    for _, group in groupby(in_order(rows), key=lambda row: row.path):
        most = max(group, key=_size)
        rank += bool(most.measure)
        yield Importance(rank if most.measure else None, most)


def _weight(rows: Sequence[Row]) -> float:
    return max(map(_size, rows))


def _size(row: Row) -> float:
    """-1 when unknown; sorting keeps the order of those that are equal."""
    if not row.measure:
        return -2.0
    return -1.0 if isnan(row.importance_pct) else row.importance_pct
