"""The fully sequential selection of the best by Kim and Nelson, with luck in common.

Kim and Nelson, A fully sequential procedure for indifference-zone selection in simulation, 2001, with c = 1. From n0
replications on, a system is dropped as soon as another is better by more than
W(r) = max(0, δ / (2 r) (h² S² / δ² - r)), where S² is the variance of their paired difference over the first n0,
h² = 2 η (n0 - 1) and η = ((2 (1 - chance) / (k - 1))^(-2 / (n0 - 1)) - 1) / 2. When one is better than every other by
at least δ, it is chosen with the probability asked for; common random numbers do no harm. That is less than `cheapest`
promises, which also chooses well when others are nearer than δ, and takes fewer replications.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Standing:
    """Where the procedure stands with the replications it has seen."""

    left: tuple[int, ...]
    """Systems not dropped, by their number."""
    n: int
    """Replications of each of them that it has used."""


def kn_h2(systems: int, first: int, chance: float) -> float:
    """The constant h² for at least 2 systems and 2 first replications."""
    eta = ((2 * (1 - chance) / (systems - 1)) ** (-2 / (first - 1)) - 1) / 2
    return float(2 * eta * (first - 1))


def kn(samples: list[Floats], first: int, worth: float, chance: float) -> Standing:
    """Drop systems as far as the replications reach; the smallest mean is the best.

    `samples` has the values of each system by replication, at least `first` of them, paired by replication. It is done
    when one is left; else the systems left need more replications than `n` of each.
    """
    left = list(range(len(samples)))
    if len(left) == 1:
        return Standing((0,), first)
    begun = np.array([values[:first] for values in samples])
    limit = kn_h2(len(samples), first, chance) * _variances(begun) / worth**2
    sums, n = begun.sum(axis=1), first
    while True:
        left = _kept(left, sums / n, limit, n, worth)
        if len(left) == 1 or min(samples[each].size for each in left) <= n:
            return Standing(tuple(left), n)
        for each in left:
            sums[each] += samples[each][n]
        n += 1


def _variances(begun: Floats) -> Floats:
    """Of the paired difference of each two systems; shape (systems, systems)."""
    covariance = np.atleast_2d(np.cov(begun))
    alone = np.diag(covariance)
    return np.maximum(alone[:, None] + alone[None, :] - 2 * covariance, 0)


def _kept(left: list[int], means: Floats, limit: Floats, n: int, worth: float) -> list[int]:
    """Those that no other is better than by more than the procedure allows at `n`; past every limit the best mean."""
    inside, mean = limit[np.ix_(left, left)], means[left]
    wide = np.maximum(0, worth / (2 * n) * (inside - n))
    dropped = np.any(mean[:, None] - mean[None, :] > wide, axis=1)
    kept = [each for place, each in enumerate(left) if not dropped[place]]
    if n > inside.max():
        return [min(kept, key=lambda each: means[each])]
    return kept
