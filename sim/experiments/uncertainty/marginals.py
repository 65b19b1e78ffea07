"""The distribution of one parameter: that of which 95 % lie in its interval, 2.5 % below and 2.5 % above.

Shares are logit-normal and other positive quantities (rates, ratios, lengths of time) lognormal, as is usual in
probabilistic sensitivity analysis (Briggs, Claxton, Sculpher: Decision Modelling for Health Economic Evaluation, 2006,
chapter 4). An interval that begins or ends where such a family cannot (a share of 0 or 100, a rate of 0) gives a normal
distribution instead, cut off where the quantity ends. The middle of the distribution is that of the interval on the
family's own scale, which is not always the published figure.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sim.experiments.statistics.resampling import ENDS, Floats

Family = Literal["lognormal", "logit-normal", "normal"]
WHOLE_PCT = 100.0


@dataclass(frozen=True)
class Marginal:
    """Normal with this middle and spread on the scale of its family."""

    family: Family
    middle: float
    spread: float
    least: float = 0.0
    most: float = np.inf
    """What the quantity can be at all; what would lie outside is put there."""

    def at(self, positions: Floats) -> Floats:
        """Quantiles at positions between 0 and 1."""
        from scipy.special import ndtri

        scaled = self.middle + self.spread * np.asarray(ndtri(positions))
        return np.clip(_BACK[self.family](scaled), self.least, self.most)

    def below(self, value: float) -> float:
        """Share of the distribution below a value."""
        from scipy.special import ndtr

        if not self.least < value < self.most:
            return float(value >= self.most)
        return float(ndtr((_TO[self.family](value) - self.middle) / self.spread))

    @property
    def median(self) -> float:
        """The quantity that is as often too low as too high."""
        return float(self.at(np.array([0.5]))[0])


def matched(low: float, high: float, is_share: bool) -> Marginal:
    """Of which `low` and `high` are the 2.5 % and 97.5 % quantiles; a share is in percent. `low` is below `high`."""
    if is_share and low > 0 and high < WHOLE_PCT:
        return _on_scale("logit-normal", _logit(low), _logit(high), WHOLE_PCT)
    if not is_share and low > 0:
        return _on_scale("lognormal", math.log(low), math.log(high), np.inf)
    return _on_scale("normal", low, high, WHOLE_PCT if is_share else np.inf)


def _on_scale(family: Family, low: float, high: float, most: float) -> Marginal:
    from scipy.special import ndtri

    return Marginal(family, (low + high) / 2, (high - low) / (2 * float(ndtri(ENDS[1]))), most=most)


def _logit(share_pct: float) -> float:
    return math.log(share_pct / (WHOLE_PCT - share_pct))


def _share_pct(logit: Floats) -> Floats:
    return np.asarray(WHOLE_PCT / (1 + np.exp(-logit)))


def _same(value: Floats) -> Floats:
    return value


def _exp(logarithm: Floats) -> Floats:
    return np.asarray(np.exp(logarithm))


_TO: Mapping[Family, Callable[[float], float]] = {"lognormal": math.log, "logit-normal": _logit, "normal": float}
_BACK: Mapping[Family, Callable[[Floats], Floats]] = {
    "lognormal": _exp,
    "logit-normal": _share_pct,
    "normal": _same,
}
