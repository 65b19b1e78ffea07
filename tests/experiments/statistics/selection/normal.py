"""Normal systems with known means and luck in common, on which a procedure can be tried thousands of times."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.experiments.statistics.selection.allocation import contest
from sim.experiments.statistics.selection.cheapest import Aim, Standing, standing

Floats = NDArray[np.float64]

MOST = 4_000
"""Replications of a system that are drawn."""


def systems(rng: np.random.Generator, means: Floats, sd: float, common: float) -> Floats:
    """Replications, any two systems correlating by `common`; shape (systems, `MOST`, columns of the means)."""
    shape = (len(means), MOST, means.shape[1])
    luck = np.sqrt(common) * rng.standard_normal(shape[1:]) + np.sqrt(1 - common) * rng.standard_normal(shape)
    return np.asarray(means[:, None, :] + sd * luck)


def race(drawn: Floats, aim: Aim, chance: float, first: int = 5, skipped: int = 0) -> tuple[Standing, list[int]]:
    """Run the systems as a search does until the choice is made; returns it and the replications of each."""
    n = [first] * len(drawn)
    while True:
        samples = [each[:count] for each, count in zip(drawn, n, strict=True)]
        open_ = contest(samples, aim, chance, skipped)
        if open_ is None:
            return standing([each[skipped:] for each in samples], aim, chance), n
        for system, wanted in open_.wanted(max(40, sum(n) // 10)).items():
            n[system] = wanted + skipped


def fewest_right(tries: int, chance: float) -> int:
    """Right choices below which a promise is broken: fewer come of one that is just kept once in ten thousand times."""
    from scipy.stats import binom

    return int(binom.ppf(1e-4, tries, chance))


def rows(*said: Sequence[float]) -> Floats:
    return np.array(said, dtype=np.float64)
