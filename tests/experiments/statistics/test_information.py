"""What knowing is worth: against integrals that can be done by hand."""

import numpy as np
import pytest
from scipy.stats import norm, qmc

from sim.experiments.statistics.importance import mixed_up
from sim.experiments.statistics.information import information, worth_of_all
from sim.experiments.statistics.resampling import Floats

pytestmark = pytest.mark.unit


def loss(mean: float, sd: float) -> float:
    """Expected positive part of a normal gain, less the gain of choosing at once."""
    z = mean / sd
    return float(mean * norm.cdf(z) + sd * norm.pdf(z) - max(mean, 0))


def inputs_of(draws: int, seed: int) -> Floats:
    return np.asarray(qmc.LatinHypercube(3, rng=seed).random(draws))


def test_of_normal_gains_both_are_the_unit_normal_loss() -> None:
    inputs = inputs_of(4000, seed=1)
    z = norm.ppf(inputs)
    gains = 0.5 + 2.0 * z[:, 0] + 1.0 * z[:, 1]
    found = information(inputs, gains)
    assert worth_of_all(gains) == pytest.approx(loss(0.5, np.sqrt(5)), abs=0.03)
    # A parabola over ranks bends less than a normal quantile does at its ends.
    assert found.value[:2] == pytest.approx([loss(0.5, 2), loss(0.5, 1)], abs=0.05)
    assert found.value[2] <= found.chance


def test_it_is_worth_nothing_to_know_what_would_not_change_the_choice() -> None:
    inputs = inputs_of(100, seed=2)
    gains = 10 + inputs[:, 0]
    assert worth_of_all(gains) == 0
    assert information(inputs, gains).value.tolist() == [0, 0, 0]
    assert information(inputs, -gains).value.tolist() == [0, 0, 0]


def test_noise_alone_is_within_chance_nearly_always() -> None:
    beyond = 0
    for seed in range(100):
        found = information(inputs_of(60, seed), np.random.default_rng(seed).normal(0.2, 1, 60))
        beyond += bool((found.value > found.chance).any())
    assert beyond <= 14


def test_few_draws_say_nothing_and_the_orders_keep_what_they_mix() -> None:
    assert np.isnan(information(inputs_of(9, seed=1), np.arange(9.0)).value).all()
    mixed = mixed_up(np.arange(5.0))
    assert (np.sort(mixed, axis=0) == np.arange(5.0)[:, None]).all()
