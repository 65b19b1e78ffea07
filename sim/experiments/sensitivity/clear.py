"""Which effects chance alone is an unlikely reason for, when hundreds of them are looked at together."""

from collections.abc import Iterator, Sequence
from math import isfinite, nan

from sim.experiments.intervals import CONFIDENCE
from sim.experiments.sensitivity.rows import Row
from sim.experiments.statistics.multiple import LEAST_ALIKE, holm

Effect = tuple[str, str]
"""Path of the estimate and name of the measure."""


def clear_effects(rows: Sequence[Row], replications: int) -> frozenset[Effect]:
    """Effects that are clear at either end by Holm's test over every estimate and measure of the study.

    A measure that was not seen in each of the `replications` is taken as if it had been.
    """
    moved = [row for row in rows if row.measure]
    clear = holm([_chance(row, replications) for row in moved], CONFIDENCE)
    return frozenset((row.path, row.measure) for row, is_clear in zip(moved, clear, strict=True) if is_clear)


def _chance(row: Row, replications: int) -> float:
    """Of the clearer end, with both of them counted; nan where nothing tells."""
    ends = ((row.at_low, row.at_low_half_width), (row.at_high, row.at_high_half_width))
    return min((min(2 * each, 1.0) for end in ends for each in _two_sided(*end, replications)), default=nan)


def _two_sided(change: float, half: float, replications: int) -> Iterator[float]:
    from scipy.special import stdtr, stdtrit

    if replications < 2 or not (isfinite(change) and isfinite(half)):
        return
    if half:
        freedom = replications - 1
        yield 2 * float(stdtr(freedom, -abs(change) / half * stdtrit(freedom, (1 + CONFIDENCE) / 2)))
    elif not change or replications >= LEAST_ALIKE:
        yield 0.0 if change else 1.0
