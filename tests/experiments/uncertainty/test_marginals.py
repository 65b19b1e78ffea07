"""Distributions of parameters: 95 % lie in the interval, and none where the quantity cannot be."""

import numpy as np
import pytest
from scipy.stats import logistic, lognorm, norm

from sim.experiments.uncertainty.marginals import matched

pytestmark = pytest.mark.unit
ENDS = np.array([0.025, 0.975])


@pytest.mark.parametrize(
    ("low", "high", "is_share", "family"),
    [
        (0.68, 0.8, False, "lognormal"),
        (1.3, 11.04, False, "lognormal"),
        (72.0, 336.0, False, "lognormal"),
        (15.0, 30.0, True, "logit-normal"),
        (0.6, 7.6, True, "logit-normal"),
        (81.0, 95.0, True, "logit-normal"),
        (0.0, 5.1, True, "normal"),
        (67.5, 112.5, True, "normal"),
        (0.0, 3.0, False, "normal"),
    ],
)
def test_the_quantiles_are_the_ends_of_the_interval(low: float, high: float, is_share: bool, family: str) -> None:
    found = matched(low, high, is_share)
    assert found.family == family
    expected = [low, min(high, 100.0) if is_share else high]
    assert found.at(ENDS) == pytest.approx(expected)
    spread = found.at(np.linspace(0.0001, 0.9999, 999))
    assert (np.diff(spread) >= 0).all()
    assert spread.min() >= 0
    assert not is_share or spread.max() <= 100


def test_they_are_the_families_that_they_are_named_for() -> None:
    at = np.linspace(0.01, 0.99, 25)
    half = norm.ppf(0.975)
    ratio = matched(0.4, 0.9, is_share=False)
    sd = np.log(0.9 / 0.4) / (2 * half)
    assert ratio.at(at) == pytest.approx(lognorm.ppf(at, sd, scale=np.sqrt(0.36)))
    assert ratio.median == pytest.approx(0.6)
    share = matched(20.0, 80.0, is_share=True)
    scaled = norm.ppf(at, 0, np.log(4) / half)
    assert share.at(at) == pytest.approx(100 * logistic.cdf(scaled))


@pytest.mark.parametrize(("low", "high", "is_share"), [(0.4, 0.9, False), (15.0, 30.0, True), (0.0, 5.0, True)])
def test_the_share_below_a_value_undoes_its_quantile(low: float, high: float, is_share: bool) -> None:
    found = matched(low, high, is_share)
    at = np.array([0.1, 0.5, 0.97])
    assert [found.below(value) for value in found.at(at)] == pytest.approx(at)
    assert found.below(0) == 0
    assert not is_share or found.below(100) == 1
