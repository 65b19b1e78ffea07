"""What replications say about a mean and about a difference: 95 % t intervals and a verdict.

Law, Simulation Modeling and Analysis, 5th edition: 9.4.1 for one scenario, 10.2.1 for two that met the same luck.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

CONFIDENCE = 0.95
NONE = float("nan")

Verdict = Literal["better", "worse", "changed", "no change", "too close to call", ""]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """A mean over `n` replications with its interval; `low` and `high` are nan when n < 2."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Paired:
    """The mean difference over replications that met the same luck, and how well pairing worked."""

    difference: Interval
    correlation: float
    """Between the paired values; nan when either does not vary. The nearer to 1, the sharper the interval."""
    identical: bool
    """Every pair is equal to the last bit: the change did not reach this measure."""


def t_interval(values: ArrayLike) -> Interval:
    """Mean of the values (one per replication) that are numbers, with its interval; ddof = 1."""
    known = np.asarray(values, dtype=np.float64)
    known = known[~np.isnan(known)]
    if not known.size:
        return Interval(NONE, NONE, NONE, 0)
    mean = float(known.mean())
    if known.size < 2:
        return Interval(mean, NONE, NONE, 1)
    half = float(stdtrit(known.size - 1, (1 + CONFIDENCE) / 2) * known.std(ddof=1) / np.sqrt(known.size))
    return Interval(mean, mean - half, mean + half, known.size)


def paired_interval(base: ArrayLike, other: ArrayLike) -> Paired:
    """Mean of `other` minus `base`, paired by replication; both have shape (replications,).

    A pair counts when both of its values are numbers.
    """
    x, y = np.asarray(base, dtype=np.float64), np.asarray(other, dtype=np.float64)
    both = ~(np.isnan(x) | np.isnan(y))
    x, y = x[both], y[both]
    return Paired(t_interval(y - x), _correlation(x, y), bool(np.all(x == y)))


def _correlation(x: Floats, y: Floats) -> float:
    if x.size < 2 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return NONE
    dx, dy = x - x.mean(), y - y.mean()
    return float(np.sum(dx * dy) / np.sqrt(np.sum(dx**2) * np.sum(dy**2)))


def verdict(paired: Paired, better: str) -> Verdict:
    """What may be said of a difference; `better` is "higher", "lower" or empty when neither is good.

    Empty when there is no interval: one replication says nothing about chance.
    """
    change = paired.difference
    if change.n < 2:
        return ""
    if paired.identical:
        return "no change"
    if change.low <= 0 <= change.high:
        return "too close to call"
    if not better:
        return "changed"
    return "better" if (change.mean > 0) == (better == "higher") else "worse"
