"""Means over the replications of a point, for all its measures at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.experiments.intervals import CONFIDENCE

Floats = NDArray[np.float64]


def means(values: Floats) -> tuple[Floats, Floats, Floats, NDArray[np.int64]]:
    """Mean, low, high and number of the values that are numbers, for each column of `values` (replications, measures).

    95 % t intervals as of `intervals.t_interval`; nan where there is too little to go by.
    """
    from scipy.special import stdtrit

    known = ~np.isnan(values)
    n = known.sum(axis=0)
    some, more = np.maximum(n, 1), np.maximum(n - 1, 1)
    mean = np.where(known, values, 0.0).sum(axis=0) / some
    spread = np.sqrt((np.where(known, values - mean, 0.0) ** 2).sum(axis=0) / more)
    half = stdtrit(more, (1 + CONFIDENCE) / 2) * spread / np.sqrt(some)
    mean = np.where(n > 0, mean, np.nan)
    half = np.where(n > 1, half, np.nan)
    return mean, mean - half, mean + half, n


def beside(replications: Sequence[dict[str, float]]) -> tuple[list[str], Floats]:
    """Names of all measures, and their values of shape (replications, measures); nan where one was not taken."""
    names = list(dict.fromkeys(name for values in replications for name in values))
    rows = [[values.get(name, np.nan) for name in names] for values in replications]
    return names, np.array(rows, dtype=np.float64).reshape(len(rows), len(names))
