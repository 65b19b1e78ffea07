"""A bed for everyone: census of M/G/inf and M(t)/G/inf.

Everything follows from the part of a stay spent before age x, E[min(S, x)], the
integral of 1 - G from 0 to x. Eick, Massey and Whitt, The physics of the
Mt/G/inf queue, Operations Research 41:731-742, 1993.
"""

from collections.abc import Callable, Sequence
from math import exp, inf, log, sqrt

from scipy.special import ndtr

LimitedStay = Callable[[float], float]
"""E[min(S, x)] as a function of x."""
Rate = tuple[float, float, float]
"""From, to, arrivals per unit of time in between."""


def exponential_limited(mean: float) -> LimitedStay:
    """mean (1 - exp(-x / mean))."""
    return lambda x: mean * (1.0 - exp(-x / mean)) if x > 0 else 0.0


def lognormal_limited(mean: float, sd: float) -> LimitedStay:
    """Klugman, Panjer and Willmot, Loss Models, appendix A: mean Phi(z - sigma) + x (1 - Phi(z))."""
    sigma = sqrt(log(1.0 + (sd / mean) ** 2))

    def limited(x: float) -> float:
        if x <= 0 or x == inf:
            return mean if x > 0 else 0.0
        z = (log(x / mean) + sigma**2 / 2) / sigma
        return float(mean * ndtr(z - sigma) + x * (1.0 - ndtr(z)))

    return limited


def census_from_empty(rate: float, limited: LimitedStay, time: float) -> float:
    """Mean census at `time` after opening empty; the census is Poisson."""
    return rate * limited(time)


def periodic_census(rates: Sequence[Rate], period: float, limited: LimitedStay, time: float, periods: int) -> float:
    """Mean census at `time` within a period, after `periods` full periods; `rates` cover one period.

    Arrivals of an interval [a, b] before t contribute rate (E[min(S, t - a)] - E[min(S, t - b)]).
    """
    census = 0.0
    for back in range(periods + 1):
        for start, end, rate in rates:
            age_of_first = time - start + back * period
            age_of_last = max(0.0, time - end + back * period)
            census += rate * (limited(max(0.0, age_of_first)) - limited(age_of_last))
    return census
