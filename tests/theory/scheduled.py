"""Arrivals by appointment to exponential stays: D/M/c, and GI/M/c of which it is a case.

Takacs, Introduction to the Theory of Queues, 1962, chapter 2, section 2;
Gross and Harris, Fundamentals of Queueing Theory, 1998, 5.3.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import comb, exp, prod

from scipy.optimize import brentq

Transform = Callable[[float], float]
"""Laplace transform E[exp(-s gap)] of the time between arrivals."""


@dataclass(frozen=True)
class WaitOnArrival:
    """An arrival waits with chance `waits`, and then for an exponential time."""

    waits: float
    mean_if_waiting: float

    @property
    def mean(self) -> float:
        """Mean wait of all arrivals."""
        return self.waits * self.mean_if_waiting


def dmc(every: float, stay: float, servers: int) -> WaitOnArrival:
    """Arrivals at equal distances."""
    return gimc(lambda s: exp(-s * every), stay, servers)


def gimc(gaps: Transform, stay: float, servers: int) -> WaitOnArrival:
    """Independent gaps with a given transform; the load must be below 1."""
    ratio = _ratio(lambda s: gaps(s / stay), servers)
    at_most_full = 1.0 / _normaliser(lambda s: gaps(s / stay), servers, ratio)
    return WaitOnArrival(at_most_full / (1.0 - ratio), stay / (servers * (1.0 - ratio)))


def _ratio(gaps: Transform, servers: int) -> float:
    """The root inside (0, 1) of sigma = A*(c mu (1 - sigma)): each further person in line is so much rarer."""
    return float(brentq(lambda sigma: sigma - gaps(servers * (1.0 - sigma)), 0.0, 1.0 - 1e-6, xtol=1e-15))


def _normaliser(gaps: Transform, servers: int, ratio: float) -> float:
    """Takacs's sum over the states below full; its inverse is the chance of finding all beds but none waiting."""
    found = [gaps(j) for j in range(1, servers + 1)]
    terms = (
        comb(servers, j)
        / (prod(f / (1.0 - f) for f in found[:j]) * (1.0 - found[j - 1]))
        * (servers * (1.0 - found[j - 1]) - j)
        / (servers * (1.0 - ratio) - j)
        for j in range(1, servers + 1)
    )
    return 1.0 / (1.0 - ratio) + sum(terms)
