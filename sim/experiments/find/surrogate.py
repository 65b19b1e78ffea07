"""A smooth guess of a measure between the points that were run: a Gaussian process with each point's own noise.

Stochastic kriging (Ankenman, Nelson and Staum, Stochastic kriging for simulation metamodeling, 2010): a linear trend, a
Matérn 5/2 correlation with a length for each choice, and the variance of each point's mean on the diagonal. Height and
lengths are those of the largest restricted likelihood (Rasmussen and Williams, Gaussian Processes for Machine Learning,
2006, chapters 2 and 5). What leaving out one point would predict for it follows without fitting again (Dubrule, Cross
validation of kriging in a unique neighborhood, 1983).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LENGTHS = 0.05, 20.0
"""In parts of a choice's range."""
HEIGHTS = 1e-6, 1e3
"""Of the process, in variances of the data."""
TREND_VARIANCE = 1e4
"""Of the trend's weights beforehand, in variances of the data: wide, and levels that exclude each other do no harm."""
JITTER = 1e-9
"""Part of the variance, so that points without noise can be told apart in floating point."""
AT_A_TIME = 4_000
"""Points predicted at once."""
WEIGHT = 10.0
"""Replications that the noise of all points together counts as, beside those of the point."""


@dataclass(frozen=True)
class Shape:
    """Height and lengths of a process."""

    log_lengths: Floats
    log_height: float

    def correlation(self, a: Floats, b: Floats, groups: Sequence[slice]) -> Floats:
        """Matérn 5/2 between rows of features; `groups` are the columns of each choice."""
        squares = np.zeros((len(a), len(b)))
        for group, length in zip(groups, np.exp(self.log_lengths), strict=True):
            for column in range(group.start, group.stop):
                squares += ((a[:, column, None] - b[None, :, column]) / length) ** 2
        d = np.sqrt(5 * squares)
        return np.asarray((1 + d + d**2 / 3) * np.exp(-d))


class Surrogate:
    """A fitted process; features have shape (points, columns), means and noise (points,)."""

    def __init__(self, features: Floats, groups: Sequence[slice], means: Floats, noise: Floats, start: Shape | None):
        self.groups, self.means, self._features = groups, means, features
        self._centre, self._scale = float(means.mean()), float(means.std()) or 1.0
        self._y = (means - self._centre) / self._scale
        self._noise = noise / self._scale**2 + JITTER
        self._trend = _trend(features)
        self.shape = self._fitted(start)

    def predict(self, features: Floats) -> tuple[Floats, Floats]:
        """Mean and standard deviation of what a point's measure is on average; shape (points,) each."""
        parts = [self._part(features[at : at + AT_A_TIME]) for at in range(0, len(features), AT_A_TIME)]
        mean, variance = (np.concatenate(each) for each in zip(*parts, strict=True))
        return self._centre + self._scale * mean, self._scale * np.sqrt(np.maximum(variance, 0))

    def likeness(self, features: Floats, other: Floats) -> Floats:
        """Correlation of each point with another one; shape (points,)."""
        return self.shape.correlation(features, other[None, :], self.groups)[:, 0]

    def left_out(self) -> tuple[Floats, Floats]:
        """(error, standard deviation of it) of what the other points predict for each; in the measure's unit."""
        solved = self._solved
        curvature = solved.inverse - solved.by_trend @ np.linalg.solve(solved.information, solved.by_trend.T)
        variance = 1 / np.maximum(np.diag(curvature), 1e-300)
        return self._scale * (curvature @ self._y) * variance, self._scale * np.sqrt(variance)

    def _part(self, features: Floats) -> tuple[Floats, Floats]:
        height, solved = np.exp(self.shape.log_height), self._solved
        towards = height * self.shape.correlation(features, self._features, self.groups)
        trend = _trend(features)
        mean = trend @ solved.weights + towards @ solved.rest
        astray = trend - towards @ solved.by_trend
        variance = height - np.sum((towards @ solved.inverse) * towards, axis=1)
        return mean, variance + np.sum(astray * np.linalg.solve(solved.information, astray.T).T, axis=1)

    @cached_property
    def _solved(self) -> "Solved":
        return Solved.of(self._covariance(self.shape), self._trend, self._y)

    def _covariance(self, shape: Shape) -> Floats:
        alike = shape.correlation(self._features, self._features, self.groups)
        return np.asarray(np.exp(shape.log_height) * alike + np.diag(self._noise))

    def _fitted(self, start: Shape | None) -> Shape:
        """The shape of largest restricted likelihood, from a start or else from two."""
        from scipy.optimize import minimize

        count = len(self.groups)
        starts = [_packed(start)] if start else [np.append(np.full(count, np.log(x)), -1.0) for x in (0.5, 3.0)]
        bounds = [(np.log(LENGTHS[0]), np.log(LENGTHS[1]))] * count + [(np.log(HEIGHTS[0]), np.log(HEIGHTS[1]))]
        found = [
            minimize(self._unlikelihood, x, method="L-BFGS-B", bounds=bounds, options={"maxiter": 60}) for x in starts
        ]
        best = min(found, key=lambda each: float(each.fun))
        return Shape(best.x[:-1], float(best.x[-1]))

    def _unlikelihood(self, packed: Floats) -> float:
        """Minus the logarithm of the restricted likelihood, but for a constant."""
        try:
            return Solved.of(self._covariance(Shape(packed[:-1], float(packed[-1]))), self._trend, self._y).unlikelihood
        except np.linalg.LinAlgError:
            return 1e10


@dataclass(frozen=True)
class Solved:
    """The linear algebra of a process: inverse covariance, and generalised least squares for its trend."""

    inverse: Floats
    by_trend: Floats
    """Inverse covariance times the trend's columns."""
    information: Floats
    weights: Floats
    rest: Floats
    """Inverse covariance times what the trend leaves."""
    unlikelihood: float

    @classmethod
    def of(cls, covariance: Floats, trend: Floats, y: Floats) -> "Solved":
        """Raises LinAlgError for a covariance that is none."""
        lower = np.linalg.cholesky(covariance)
        half = np.linalg.solve(lower, np.eye(len(y)))
        inverse = half.T @ half
        by_trend = inverse @ trend
        information: Floats = trend.T @ by_trend + np.eye(trend.shape[1]) / TREND_VARIANCE
        weights: Floats = np.asarray(np.linalg.solve(information, by_trend.T @ y), dtype=np.float64)
        left = y - trend @ weights
        rest: Floats = inverse @ left
        _, log_determinant = np.linalg.slogdet(information)
        half_log = float(np.log(np.diag(lower)).sum()) + float(log_determinant) / 2
        return cls(inverse, by_trend, information, weights, rest, half_log + float(left @ rest) / 2)


def _trend(features: Floats) -> Floats:
    """A constant and a slope along each column."""
    return np.column_stack([np.ones(len(features)), features])


def _packed(shape: Shape) -> Floats:
    return np.append(shape.log_lengths, shape.log_height)


def pooled_noise(variances: Floats, n: NDArray[np.int64]) -> Floats:
    """Variance of each point's mean: its own variance, drawn towards that of all as if by `WEIGHT` replications."""
    freedom = np.maximum(n - 1, 0)
    together = float(np.sum(freedom * variances) / max(float(freedom.sum()), 1.0))
    return np.asarray((freedom * variances + WEIGHT * together) / (freedom + WEIGHT) / n)
