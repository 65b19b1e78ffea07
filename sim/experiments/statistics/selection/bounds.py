"""One-sided bounds on a mean that hold at every look together, with a probability of at least 1 - error.

Student's t bound is exact for independent normal replications after a number of them that was fixed beforehand. The
numbers of `looks` are, so by Boole's inequality the bounds of all looks hold together, whatever decides how many
replications a system gets: a procedure may stop, go on or turn to other systems as it likes.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.experiments.statistics.selection.looks import error_at, looks_within

Floats = NDArray[np.float64]


def distance(sd: ArrayLike, n: ArrayLike, error: float) -> Floats:
    """From a mean to its bound, by standard deviation (ddof = 1) and number of replications, which broadcast.

    Infinite before the first look. `n` other than a look is taken for one: give the moments of the first
    `LOOKS[looks_within(n)]` replications.
    """
    from scipy.special import stdtrit

    spread, count = np.broadcast_arrays(np.asarray(sd, dtype=np.float64), np.asarray(n))
    look = looks_within(count)
    known = look >= 0
    found = np.full(spread.shape, np.inf)
    spent, enough = error_at(look[known], error), count[known]
    found[known] = -stdtrit(enough - 1, spent) * spread[known] / np.sqrt(enough)
    return found


def multiple(n: int, error: float) -> float:
    """Standard errors between a mean and its bound after `n` replications, which are a look."""
    return float(distance(1.0, n, error) * np.sqrt(n))
