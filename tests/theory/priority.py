"""Classes of the waiting list, the first always called first, nobody moved out of a bed for another.

Cobham, Priority assignment in waiting line problems, Operations Research 2:70-76, 1954.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from tests.theory.erlang import erlang_c


def mmc_class_waits(rates: Sequence[float], stay: float, servers: int) -> list[float]:
    """Mean wait by class in M/M/c, most urgent first; stays are exponential with one mean for all classes."""
    residual = erlang_c(servers, sum(rates) * stay) * stay / servers
    return _cobham(residual, [rate * stay / servers for rate in rates])


def mg1_class_waits(rates: Sequence[float], stays: Sequence[float], variances: Sequence[float]) -> list[float]:
    """Mean wait by class in M/G/1, each class with its own mean and variance of stay."""
    residual = (
        sum(rate * (mean**2 + variance) for rate, mean, variance in zip(rates, stays, variances, strict=True)) / 2
    )
    return _cobham(residual, [rate * mean for rate, mean in zip(rates, stays, strict=True)])


def _cobham(residual: float, loads: Sequence[float]) -> list[float]:
    """Residual work over (1 - load of those before me) (1 - that and my own class's)."""
    below = [0.0, *accumulate(loads)]
    return [residual / ((1.0 - before) * (1.0 - through)) for before, through in pairwise(below)]
