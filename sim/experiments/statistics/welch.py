"""Welch's method: the mean of the replications, day by day, smoothed by a moving average.

Welch, The statistical analysis of simulation results, in Lavenberg, The Computer Performance Modeling Handbook, 1983;
Law, Simulation Modeling and Analysis, 5th edition, 9.5.1.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def welch(means: Floats, window: int) -> Floats:
    """Moving average over 2 `window` + 1 values; shape (m,) gives (m - window,).

    The i-th value (from 1) that has fewer than `window` before it is averaged over 2 i - 1.
    """
    reach = np.minimum(np.arange(means.size), window)
    return np.array([means[at - reach[at] : at + reach[at] + 1].mean() for at in range(max(means.size - window, 0))])
