"""Whether series still rise or fall: the rank test of Mann and Kendall, pooled over series that are independent.

Mann, Nonparametric tests against trend, Econometrica 13 (1945) 245-259; Kendall, Rank Correlation Methods (1975);
ranks against the bias of a start: Vassilacopoulos, Simulation 52 (1989) 151-153.
"""

from dataclasses import dataclass

import numpy as np

from sim.experiments.statistics.resampling import Floats


@dataclass(frozen=True)
class Trend:
    """How later values lie beside earlier ones."""

    rises: bool
    chance: float
    """Two-sided probability of as much when nothing rises or falls; 1 when all values are equal."""


def trend(table: Floats) -> Trend:
    """Of the rows of a table, shape (series, values), whose values are nearly independent: means of long batches.

    The sum over all pairs of values of a row of the sign of the later less the earlier, which is near normal; equal
    values take their part out of its variance.
    """
    from scipy.special import ndtr

    later, earlier = np.tril_indices(table.shape[1], -1)
    total = float(np.sign(table[:, later] - table[:, earlier]).sum())
    variance = sum(map(_variance, table))
    # Continuity: the sum goes in steps of 2.
    distance = max(abs(total) - 1, 0.0) / np.sqrt(variance) if variance else 0.0
    return Trend(total > 0, min(1.0, 2 * float(ndtr(-distance))))


def _variance(values: Floats) -> float:
    _, counts = np.unique(values, return_counts=True)
    sizes = np.array([values.size, *counts], dtype=np.float64)
    whole, *ties = sizes * (sizes - 1) * (2 * sizes + 5) / 18
    return float(whole - sum(ties))
