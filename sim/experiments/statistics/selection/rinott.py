"""Rinott's two-stage selection of the best of independent normal systems with unknown variances.

Rinott, On two-stage selection procedures and related probability-inequalities, 1978. After n0 replications of each
system with variance S², it gets max(n0, ⌈(h S / δ)²⌉) in all, and the best mean wins. When it is better than every
other by at least δ, it is chosen with the probability asked for.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

POINTS = 200
"""Nodes in each direction of the double integral, close together at both ends of chi-square."""
LARGEST = 1000.0
"""Above any h with at least three degrees of freedom."""


@cache
def rinott_h(systems: int, first: int, chance: float) -> float:
    """Rinott's constant for at least 2 systems, at least 4 first replications and a chance between 0 and 1.

    Solves ∫ [∫ Φ(h / √(ν (1/x + 1/y))) f(x) dx]^(k-1) f(y) dy = chance, where f is the density of chi-square with
    ν = first - 1 degrees of freedom. Bechhofer, Santner and Goldsman, Design and Analysis of Experiments for
    Statistical Selection, Screening and Multiple Comparisons, 1995, table 2.13.
    """
    from scipy.optimize import brentq
    from scipy.special import chdtri, ndtr

    nodes, weights = np.polynomial.legendre.leggauss(POINTS)
    v = (nodes + 1) / 2
    share, weights = v**2 * (3 - 2 * v), weights * 3 * v * (1 - v)
    freedom = first - 1
    inverse = freedom / chdtri(freedom, 1 - share)
    scale = np.sqrt(inverse[:, None] + inverse[None, :])

    def short_of(h: float) -> float:
        inner = ndtr(h / scale) @ weights
        return float(inner ** (systems - 1) @ weights) - chance

    return float(brentq(short_of, 0.0, LARGEST))


def rinott_counts(variances: Floats, first: int, worth: float, chance: float) -> NDArray[np.int64]:
    """Replications of each system in all, from the variances (ddof = 1) of its first ones; shape (systems,)."""
    if variances.size < 2:
        return np.full(variances.size, first)
    needed = np.ceil(rinott_h(variances.size, first, chance) ** 2 * variances / worth**2)
    return np.maximum(first, needed).astype(np.int64)
