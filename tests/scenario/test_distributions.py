"""Distributions prove themselves: moments asked = moments stated = moments of their quantiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.values.distributions import (
    Constant,
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    TruncatedNormal,
    Uniform,
    Weibull,
)

pytestmark = pytest.mark.unit

ALL: list[Distribution] = [
    Constant(4.0),
    Exponential(5.0),
    Uniform(2.0, 6.0),
    Triangular(1.0, 2.0, 6.0),
    Triangular(0.0, 0.0, 3.0),
    Triangular(1.0, 4.0, 4.0),
    Lognormal(10.0, 4.0),
    Gamma(10.0, 4.0),
    Gamma(2.0, 4.0),
    Weibull(3.0, 0.8),
    Weibull(3.0, 2.5),
    TruncatedNormal(24.0, 6.0, 4.0, 45.0),
    TruncatedNormal(0.0, 2.0, 1.0, 3.0),
    TruncatedNormal(40.0, 8.0, 0.0, 20.0),
    Empirical((3.0, 1.0, 1.0, 7.0)),
]
ASKED = [
    (Constant(4.0), 4.0, 0.0),
    (Exponential(5.0), 5.0, 25.0),
    (Uniform(2.0, 6.0), 4.0, 16 / 12),
    (Triangular(1.0, 2.0, 6.0), 3.0, 21 / 18),
    (Lognormal(10.0, 4.0), 10.0, 16.0),
    (Gamma(10.0, 4.0), 10.0, 16.0),
    (Weibull(3.0, 1.0), 3.0, 9.0),
    (Empirical((3.0, 1.0, 1.0, 7.0)), 3.0, 6.0),
]
GRID = (np.arange(200_000) + 0.5) / 200_000


@pytest.mark.parametrize(("distribution", "mean", "variance"), ASKED)
def test_moments_asked_are_moments_stated(distribution: Distribution, mean: float, variance: float) -> None:
    assert distribution.mean == pytest.approx(mean)
    assert distribution.variance == pytest.approx(variance)


@pytest.mark.parametrize("distribution", ALL, ids=repr)
def test_moments_stated_are_moments_of_the_quantiles(distribution: Distribution) -> None:
    values = distribution.quantile(GRID)
    assert values.mean() == pytest.approx(distribution.mean, rel=2e-4)
    assert values.var() == pytest.approx(distribution.variance, rel=5e-3, abs=1e-12)


@pytest.mark.parametrize("distribution", ALL, ids=repr)
def test_one_rank_and_an_array_agree_whatever_the_shape(distribution: Distribution) -> None:
    ranks = np.array([[0.0, 0.1, 0.5], [0.9, 0.999, np.nextafter(1, 0)]])
    values = distribution.quantile(ranks)
    assert values.shape == ranks.shape
    assert values.dtype == np.float64
    singly = [float(distribution.quantile(float(rank))) for rank in ranks.ravel()]
    assert values.ravel().tolist() == singly


@pytest.mark.parametrize("distribution", ALL, ids=repr)
def test_quantiles_rise_with_the_rank_and_are_finite_and_not_negative(distribution: Distribution) -> None:
    ranks = np.concatenate([[0.0], GRID[::20], [np.nextafter(1, 0)]])
    values = distribution.quantile(ranks)
    assert np.isfinite(values).all()
    assert (values >= 0).all()
    assert (np.diff(values) >= 0).all()


@pytest.mark.parametrize(
    ("distribution", "rank", "value"),
    [
        (Exponential(5.0), 0.5, 5.0 * np.log(2)),
        (Uniform(2.0, 6.0), 0.25, 3.0),
        (Triangular(1.0, 2.0, 6.0), 0.2, 2.0),
        (Lognormal(10.0, 4.0), 0.5, 10.0 / np.sqrt(1.16)),
        (Weibull(3.0, 1.0), 0.5, 3.0 * np.log(2)),
        (TruncatedNormal(10.0, 2.0, 4.0, 16.0), 0.5, 10.0),
        (Empirical((3.0, 1.0, 7.0)), 0.34, 3.0),
    ],
)
def test_quantiles_known_by_hand(distribution: Distribution, rank: float, value: float) -> None:
    assert float(distribution.quantile(rank)) == pytest.approx(value)


def test_a_normal_stays_between_its_ends() -> None:
    values = TruncatedNormal(24.0, 6.0, 4.0, 45.0).quantile(GRID)
    assert values.min() >= 4.0
    assert values.max() <= 45.0


@given(st.lists(st.floats(0, 100), min_size=1, max_size=50), st.floats(0, 1, exclude_max=True))
def test_an_empirical_value_is_one_of_those_seen(values: list[float], rank: float) -> None:
    assert float(Empirical(tuple(values)).quantile(rank)) in values


@given(st.floats(0.1, 1000), st.floats(0.01, 10))
def test_scaling_the_unit_scales_the_values(mean: float, spread: float) -> None:
    ranks = GRID[::10_000]
    for family in (Lognormal, Gamma):
        hours = family(mean, mean * spread).quantile(ranks)
        minutes = family(mean * 60, mean * spread * 60).quantile(ranks)
        np.testing.assert_allclose(hours * 60, minutes, rtol=1e-9, atol=1e-12)
