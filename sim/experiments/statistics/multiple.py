"""Several differences at once: what keeps the chance of any false verdict at what was promised for one.

Bonferroni intervals hold together (Law, Simulation Modeling and Analysis, 5th edition, 10.3). Holm, A simple
sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6:65-70, 1979.
"""

from collections.abc import Sequence
from math import nan

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST_ALIKE = 3
"""Differences that are all alike and so leave chance no part; two may be alike by chance, most of all in counts."""


def each_confidence(together: float, family: int) -> float:
    """Confidence of each of `family` intervals with which all of them hold with confidence `together`."""
    return 1 - (1 - together) / max(family, 1)


def holm(chances: Sequence[float], confidence: float) -> list[bool]:
    """Which of the differences are clear, in the order given.

    `chances` are two-sided: how often chance alone would bring a difference as large (nan: cannot be told, never
    clear, but counted). The smallest is held against (1 - confidence) / m, the next against (1 - confidence) / (m - 1)
    and so on; the first that is too large ends it.
    """
    error, m = 1 - confidence, len(chances)
    clear = [False] * m
    order = np.argsort(np.array([1.0 if chance != chance else chance for chance in chances]), kind="stable")
    for place, at in enumerate(order.tolist()):
        if not chances[at] <= error / (m - place):
            break
        clear[at] = True
    return clear


def two_sided_chance(differences: Floats) -> float:
    """How often chance alone gives a mean at least this far from 0 (paired t test); nan below two numbers, or for two
    that happen to be alike.
    """
    from scipy.special import stdtr

    known = differences[~np.isnan(differences)]
    if known.size < 2:
        return nan
    error = float(known.std(ddof=1)) / known.size**0.5
    if error == 0:
        return 1.0 if not known.mean() else 0.0 if known.size >= LEAST_ALIKE else nan
    return 2 * float(stdtr(known.size - 1, -abs(float(known.mean())) / error))
