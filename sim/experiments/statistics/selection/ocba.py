"""Where replications help most: optimal computing budget allocation, also with constraints.

A system is ruled out by the clearer of two signals: that it is dearer than the leader, or that it misses a target; a
signal is a distance in standard deviations, and d earns a share of 1 / d². The leader must be seen to meet every
target, and to be cheaper than each that is ruled out by cost. Chen and Lee, Stochastic Simulation Optimization: An
Optimal Computing Budget Allocation, 2010, chapter 3; with constraints Lee, Pujowidianto, Li, Chen and Yap, Approximate
simulation budget allocation for selecting the best design in the presence of stochastic constraints, 2012.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FAINTEST = 1e-6
"""No signal is taken for weaker, so that no share is infinite."""


def ocba_shares(means: Floats, sds: Floats) -> Floats:
    """Shares of systems with luck of their own, the smallest mean being sought; shape (systems,), with sum 1.

    The leader earns σ √(Σ N² / σ²) over the others.
    """
    best = int(np.argmin(means))
    rivals = np.arange(means.size) != best
    shares = _shares((means - means[best]) / sds)
    shares[best] = sds[best] * np.sqrt(np.sum((shares[rivals] / sds[rivals]) ** 2))
    return np.asarray(shares / shares.sum())


def paired_shares(best: int, signal: Floats, by_cost: Bools) -> Floats:
    """Shares of systems with luck in common; shape (systems,), with sum 1.

    `signal` is the clearest of each system, that of the leader, number `best`, its nearest margin; `by_cost` says whose
    signal is their cost. Costs are compared in pairs, so that the leader earns as much as any of these.
    """
    shares = _shares(signal)
    shares[best] = np.max(shares, where=by_cost, initial=shares[best])
    return np.asarray(shares / shares.sum())


def _shares(signal: Floats) -> Floats:
    return np.asarray(np.maximum(signal, FAINTEST) ** -2)
