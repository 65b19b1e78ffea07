"""How many replications are enough: the confidence interval method with look-ahead.

Hoad, Robinson and Davies, Automated selection of the number of replications for a discrete-event simulation, Journal
of the Operational Research Society 61:1632-1644, 2010. An interval that is narrow enough once may be so by chance; it
counts when it stays narrow over the next replications too.
"""

from math import ceil

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

Floats = NDArray[np.float64]

LIMIT = 5
"""Replications looked ahead when there are at most 100; beyond, as many per cent of them."""
LARGE = 100


def look_ahead(n: int) -> int:
    """How many replications after the n-th must confirm it: floor(k max(n, 100) / 100) with k = 5."""
    return LIMIT * max(n, LARGE) // LARGE


def relative_target(precision: float) -> float:
    """Half-width over the estimated mean that keeps the error relative to the true mean below `precision`.

    d' = d / (1 + d). Law, Simulation Modeling and Analysis, 5th edition, 9.4.1.
    """
    return precision / (1 + precision)


def running(values: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Mean and half-width of the t interval over the first 1, 2, ... of `values`; both of their shape (n,).

    Only numbers count, so a nan repeats what stood before it. The half-width is nan below two numbers.
    """
    known = ~np.isnan(values)
    count = np.cumsum(known)
    mean, spread = np.full(values.size, np.nan), np.full(values.size, np.nan)
    for place in range(values.size):
        before = values[: place + 1][known[: place + 1]]
        mean[place] = before.mean() if before.size else np.nan
        spread[place] = before.std(ddof=1) if before.size > 1 else np.nan
    with np.errstate(invalid="ignore", divide="ignore"):
        half = stdtrit(np.maximum(count - 1, 1), (1 + confidence) / 2) * spread / np.sqrt(count)
    return mean, half


def reached(enough: NDArray[np.bool_], least: int) -> int | None:
    """The first number of replications, at least `least`, that is enough and stays so over its look-ahead.

    `enough[n - 1]` says whether n are. None while no such number has been confirmed.
    """
    for n in range(least, enough.size + 1):
        last = n + look_ahead(n)
        if last <= enough.size and enough[n - 1 : last].all():
            return n
    return None


def about_needed(n: int, half: float, wanted: float) -> int:
    """Replications at which a half-width seen after n would be the one wanted: it falls as the root of their number.

    Their look-ahead comes on top.
    """
    needed = max(n, ceil(n * (half / wanted) ** 2))
    return needed + look_ahead(needed)
