"""Distributions by mean and spread in the field's words; each knows its mean, variance and quantiles.

Everything random in the model is `distribution.quantile(rank)` of a uniform rank
drawn before the clock starts, so one rank is one value whatever the family.
Durations are in hours. Formulas: Johnson, Kotz and Balakrishnan, Continuous
Univariate Distributions, 1994.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import erfc, exp, gamma, pi, sqrt
from statistics import fmean, pvariance
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class _Drawn:
    """What the families share."""

    family: ClassVar[str]

    def quantile(self, rank: ArrayLike) -> NDArray[np.float64]:
        """Values at uniform ranks in [0, 1); same shape as `rank`."""
        import numpy as np

        from sim.scenario.values.quantiles import BY_FAMILY

        numbers = (getattr(self, field.name) for field in fields(self))
        return BY_FAMILY[self.family](np.asarray(rank, dtype=np.float64), *numbers)


@dataclass(frozen=True)
class Constant(_Drawn):
    """Always the same."""

    family = "constant"
    value: float

    @property
    def mean(self) -> float:
        return self.value

    @property
    def variance(self) -> float:
        return 0.0


@dataclass(frozen=True)
class Exponential(_Drawn):
    """Memoryless, by its mean."""

    family = "exponential"
    mean: float

    @property
    def variance(self) -> float:
        return self.mean**2


@dataclass(frozen=True)
class Uniform(_Drawn):
    """Equally likely between two ends."""

    family = "uniform"
    low: float
    high: float

    @property
    def mean(self) -> float:
        return (self.low + self.high) / 2

    @property
    def variance(self) -> float:
        return (self.high - self.low) ** 2 / 12


@dataclass(frozen=True)
class Triangular(_Drawn):
    """Between two ends with a most likely value."""

    family = "triangular"
    low: float
    mode: float
    high: float

    @property
    def mean(self) -> float:
        return (self.low + self.mode + self.high) / 3

    @property
    def variance(self) -> float:
        a, c, b = self.low, self.mode, self.high
        return (a * a + b * b + c * c - a * b - a * c - b * c) / 18


@dataclass(frozen=True)
class Lognormal(_Drawn):
    """Skewed, by the mean and standard deviation of the quantity itself."""

    family = "lognormal"
    mean: float
    sd: float

    @property
    def variance(self) -> float:
        return self.sd**2


@dataclass(frozen=True)
class Gamma(_Drawn):
    """Skewed with a lighter tail, by mean and standard deviation."""

    family = "gamma"
    mean: float
    sd: float

    @property
    def variance(self) -> float:
        return self.sd**2


@dataclass(frozen=True)
class Weibull(_Drawn):
    """By its mean and shape; a shape below 1 has a long tail."""

    family = "weibull"
    mean: float
    shape: float

    @property
    def variance(self) -> float:
        scale = self.mean / gamma(1 + 1 / self.shape)
        return scale**2 * gamma(1 + 2 / self.shape) - self.mean**2


@dataclass(frozen=True)
class TruncatedNormal(_Drawn):
    """A normal with `centre` and `width`, kept between two ends; for scores. `mean` is that of what is kept."""

    family = "normal"
    centre: float
    width: float
    low: float
    high: float

    @property
    def mean(self) -> float:
        mass, at_low, at_high = self._pieces()
        return self.centre + self.width * (at_low - at_high) / mass

    @property
    def variance(self) -> float:
        (a, b), (mass, at_low, at_high) = self._ends(), self._pieces()
        shift = (at_low - at_high) / mass
        return self.width**2 * (1 + (a * at_low - b * at_high) / mass - shift**2)

    def _ends(self) -> tuple[float, float]:
        return (self.low - self.centre) / self.width, (self.high - self.centre) / self.width

    def _pieces(self) -> tuple[float, float, float]:
        """Mass between the ends and the density at each, of the standard normal."""
        a, b = self._ends()
        at_low, at_high = (exp(-x * x / 2) / sqrt(2 * pi) for x in (a, b))
        return (erfc(a / sqrt(2)) - erfc(b / sqrt(2))) / 2, at_low, at_high


@dataclass(frozen=True)
class Empirical(_Drawn):
    """One of the values seen, each as likely."""

    family = "empirical"
    values: tuple[float, ...]

    @property
    def mean(self) -> float:
        return fmean(self.values)

    @property
    def variance(self) -> float:
        return pvariance(self.values)


Distribution = Constant | Exponential | Uniform | Triangular | Lognormal | Gamma | Weibull | TruncatedNormal | Empirical
"""A non-negative random quantity."""
