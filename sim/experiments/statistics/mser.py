"""MSER-5: how much of the start of a series to leave out, so that the mean of the rest is known best.

White, An effective truncation heuristic for bias reduction in simulation output, Simulation 69:323-334, 1997; Franklin
and White, Stationarity tests and MSER-5, Proceedings of the 2008 Winter Simulation Conference, 541-546.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

BATCH = 5
FEWEST_BATCHES = 10
"""A shorter series says nothing: whatever is left out, too little is left."""


@dataclass(frozen=True)
class Truncation:
    """What MSER-5 says of one series."""

    first: int
    """Observations to leave out, a multiple of 5."""
    at_limit: bool
    """The best is the most that may be left out, so the series may not have settled yet."""


def mser5(series: Floats) -> Truncation | None:
    """Over batch means of 5: the d of at most half of the n that minimises sum (z - mean)^2 / (n - d)^2.

    Shape (observations,); what does not fill a last batch is passed over. Of equal values the smallest d. None for a
    series with fewer than 10 batches or with a value that is no number.
    """
    n = series.size // BATCH
    if n < FEWEST_BATCHES or not np.all(np.isfinite(series)):
        return None
    z = series[: n * BATCH].reshape(n, BATCH).mean(axis=1)
    most = n // 2
    score = [float(np.sum((z[d:] - z[d:].mean()) ** 2)) / (n - d) ** 2 for d in range(most + 1)]
    best = int(np.argmin(score))
    return Truncation(best * BATCH, best == most)
