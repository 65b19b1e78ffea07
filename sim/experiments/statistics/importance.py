"""Which of many inputs, drawn independently, goes with an output: rank correlation, and what chance alone would show.

Spearman's coefficient. Inputs of a Latin hypercube are as good as independent, so each can be looked at alone; for a
regression on all of them at once there are rarely enough draws.
"""

from dataclasses import dataclass

import numpy as np

from sim.experiments.statistics.resampling import SEED, Floats, drawn_counts, percentile_ends

PERMUTATIONS = 400
ONE_SIDED = 0.95
LEAST_DRAWS = 10
"""With fewer, nothing can be told from chance."""


@dataclass(frozen=True)
class Importance:
    """Each of shape (inputs,), but for `chance`."""

    correlation: Floats
    """From -1 to 1; the sign is that of the effect."""
    low: Floats
    high: Floats
    chance: float
    """What the largest of all the correlations stays under 19 times in 20 when none of the inputs matters."""


def importance(inputs: Floats, output: Floats) -> Importance:
    """Of inputs of shape (draws, inputs) for an output of shape (draws,), both known; nan with too few draws.

    Intervals by bootstrap over draws.
    """
    draws, count = inputs.shape
    if draws < LEAST_DRAWS or np.ptp(output) == 0:
        nothing = np.full(count, np.nan)
        return Importance(nothing, nothing, nothing, float("nan"))
    x, y = _ranks(inputs), _ranks(output[:, None])
    value = _correlations(x, y, np.ones((1, draws)))[0]
    low, high = percentile_ends(_correlations(x, y, drawn_counts(draws)))
    return Importance(value, low, high, _largest_by_chance(x, y[:, 0]))


def mixed_up(output: Floats) -> Floats:
    """The output in other orders, shape (draws, permutations): what it would be if no input mattered."""
    random = np.random.default_rng(SEED)
    return np.stack([random.permutation(output) for _ in range(PERMUTATIONS)], axis=1)


def _largest_by_chance(x: Floats, y: Floats) -> float:
    products = _standard(x).T @ mixed_up(_standard(y[:, None])[:, 0]) / len(y)
    return float(np.quantile(np.abs(products).max(axis=0), ONE_SIDED))


def _correlations(x: Floats, y: Floats, counts: Floats) -> Floats:
    """Shape (resamples, inputs); ranks are those among all draws."""
    n = x.shape[0]
    x, y = x - x.mean(axis=0), y - y.mean(axis=0)
    mean_x, mean_y = counts @ x / n, counts @ y / n
    covariance = counts @ (x * y) / n - mean_x * mean_y
    variances = (counts @ x**2 / n - mean_x**2) * (counts @ y**2 / n - mean_y**2)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(covariance / np.sqrt(variances))


def _ranks(columns: Floats) -> Floats:
    from scipy.stats import rankdata

    return np.asarray(rankdata(columns, axis=0), dtype=np.float64)


def _standard(columns: Floats) -> Floats:
    spread = columns.std(axis=0)
    return np.asarray((columns - columns.mean(axis=0)) / np.where(spread > 0, spread, 1.0))
