"""What replications say about a mean and about a difference: t intervals and a verdict.

Law, Simulation Modeling and Analysis, 5th edition: 9.4.1 for one scenario, 10.2.1 for two that met the same luck.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from sim.experiments.statistics.multiple import LEAST_ALIKE, two_sided_chance
from sim.experiments.statistics.own_luck import replications_with_own_luck

CONFIDENCE = 0.95
"""Of an interval that stands alone; the intervals of several comparisons may each need more to hold together."""
NONE = float("nan")

Clear = Literal["better", "worse", "changed"]
Enough = Literal["better, by enough", "worse, by enough", "changed, by enough"]
Verdict = Clear | Enough | Literal["too small to matter", "no change", "too close to call", ""]
ENOUGH: dict[Clear, Enough] = {
    "better": "better, by enough", "worse": "worse, by enough", "changed": "changed, by enough",
}  # fmt: skip
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
    independent_n: float = NONE
    """Replications of each scenario that luck of their own would need for an interval as narrow; nan where unknown."""
    chance: float = NONE
    """How often chance alone would bring a mean difference as large; Holm's test weighs it, nobody is shown it."""


def t_interval(values: ArrayLike, confidence: float = CONFIDENCE) -> Interval:
    """Mean of the values (one per replication) that are numbers, with its interval; ddof = 1."""
    known = np.asarray(values, dtype=np.float64)
    known = known[~np.isnan(known)]
    if not known.size:
        return Interval(NONE, NONE, NONE, 0)
    mean = float(known.mean())
    if known.size < 2:
        return Interval(mean, NONE, NONE, 1)
    half = float(stdtrit(known.size - 1, (1 + confidence) / 2) * known.std(ddof=1) / np.sqrt(known.size))
    return Interval(mean, mean - half, mean + half, known.size)


def paired_interval(base: ArrayLike, other: ArrayLike, confidence: float = CONFIDENCE) -> Paired:
    """Mean of `other` minus `base`, paired by replication; both have shape (replications,).

    A pair counts when both of its values are numbers.
    """
    x, y = np.asarray(base, dtype=np.float64), np.asarray(other, dtype=np.float64)
    both = ~(np.isnan(x) | np.isnan(y))
    x, y = x[both], y[both]
    change = t_interval(y - x, confidence)
    own_luck, chance = _with_own_luck(x, y, confidence), two_sided_chance(y - x)
    return Paired(change, _correlation(x, y), bool(np.all(x == y)), own_luck, chance)


def _correlation(x: Floats, y: Floats) -> float:
    if x.size < 2 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return NONE
    dx, dy = x - x.mean(), y - y.mean()
    return float(np.sum(dx * dy) / np.sqrt(np.sum(dx**2) * np.sum(dy**2)))


def _with_own_luck(x: Floats, y: Floats, confidence: float) -> float:
    """What common luck is worth; nan where the pairs do not differ by chance."""
    if x.size < 2 or np.ptp(y - x) == 0:
        return NONE
    variances = float(x.var(ddof=1)), float(y.var(ddof=1))
    return replications_with_own_luck(variances, float((y - x).var(ddof=1)), x.size, confidence)


def verdict(paired: Paired, better: str, matters: float = 0.0, clear: bool | None = None) -> Verdict:
    """What may be said of a difference; `better` is "higher", "lower" or empty when neither is good.

    A difference is clear when its interval excludes 0, or when `clear`, the answer of another test, says so. `matters`
    is the smallest difference that matters: an interval within it is too small, one beyond it is enough. Two
    differences that happen to be alike say nothing. Empty when there is no interval: one replication says nothing
    about chance.
    """
    change = paired.difference
    if change.n < 2:
        return ""
    if paired.identical:
        return "no change"
    if change.n < LEAST_ALIKE and change.low == change.high:
        return "too close to call"
    if -matters < change.low and change.high < matters:
        return "too small to matter"
    if not (clear if clear is not None else change.low > 0 or change.high < 0):
        return "too close to call"
    word: Clear = "changed"
    if better:
        word = "better" if (change.mean > 0) == (better == "higher") else "worse"
    return ENOUGH[word] if matters and (change.low >= matters or change.high <= -matters) else word
