"""Quantile functions: values at uniform ranks in [0, 1), an array of the shape of `rank`.

Apart from the distributions, because they load numpy and scipy and reading a
file needs neither. Arguments are those of the distribution, in its order.
Formulas: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 1994.
"""

from collections.abc import Callable
from math import exp, gamma, log1p, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv, ndtr, ndtri

Values = NDArray[np.float64]


def constant(rank: Values, value: float) -> Values:
    return np.full(rank.shape, value)


def exponential(rank: Values, mean: float) -> Values:
    return -mean * np.log1p(-rank)


def uniform(rank: Values, low: float, high: float) -> Values:
    return low + (high - low) * rank


def triangular(rank: Values, low: float, mode: float, high: float) -> Values:
    width = high - low
    rising = low + np.sqrt(rank * width * (mode - low))
    falling = high - np.sqrt((1 - rank) * width * (high - mode))
    return np.where(rank * width < mode - low, rising, falling)


def lognormal(rank: Values, mean: float, sd: float) -> Values:
    sigma = sqrt(log1p((sd / mean) ** 2))
    return mean * exp(-(sigma**2) / 2) * np.exp(sigma * ndtri(rank))


def gamma_(rank: Values, mean: float, sd: float) -> Values:
    shape = (mean / sd) ** 2
    return np.asarray(gammaincinv(shape, rank), dtype=np.float64) * mean / shape


def weibull(rank: Values, mean: float, shape: float) -> Values:
    return mean / gamma(1 + 1 / shape) * (-np.log1p(-rank)) ** (1 / shape)


def truncated_normal(rank: Values, centre: float, width: float, low: float, high: float) -> Values:
    below, above = ndtr((low - centre) / width), ndtr((high - centre) / width)
    return np.clip(centre + width * ndtri(below + rank * (above - below)), low, high)


def empirical(rank: Values, values: tuple[float, ...]) -> Values:
    ordered: Values = np.sort(np.asarray(values, dtype=np.float64))
    return np.take(ordered, (rank * len(values)).astype(int))


BY_FAMILY: dict[str, Callable[..., Values]] = {
    "constant": constant,
    "exponential": exponential,
    "uniform": uniform,
    "triangular": triangular,
    "lognormal": lognormal,
    "gamma": gamma_,
    "weibull": weibull,
    "normal": truncated_normal,
    "empirical": empirical,
}
