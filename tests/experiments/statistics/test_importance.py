"""Rank correlations as scipy has them, intervals, and a line that chance stays under."""

import numpy as np
import pytest
from scipy.stats import qmc, spearmanr

from sim.experiments.statistics.importance import importance
from sim.experiments.statistics.resampling import Floats

pytestmark = pytest.mark.unit


def hypercube(draws: int, inputs: int, seed: int) -> Floats:
    return np.asarray(qmc.LatinHypercube(inputs, rng=seed).random(draws))


def test_scipy_finds_the_same_correlations() -> None:
    inputs = hypercube(60, 4, seed=1)
    output = np.exp(3 * inputs[:, 0]) - inputs[:, 1] + np.random.default_rng(1).normal(size=60)
    found = importance(inputs, output)
    expected = [spearmanr(inputs[:, each], output).statistic for each in range(4)]
    assert found.correlation == pytest.approx(expected)
    assert found.correlation[0] > found.chance
    assert (found.low <= found.correlation).all()
    assert (found.correlation <= found.high).all()


def test_the_interval_is_about_that_of_fisher() -> None:
    random = np.random.default_rng(2)
    inputs = random.normal(size=(200, 1))
    found = importance(inputs, 0.5 * inputs[:, 0] + random.normal(size=200))
    z, half = np.arctanh(found.correlation[0]), 1.96 / np.sqrt(197)
    assert (found.low[0], found.high[0]) == pytest.approx(np.tanh([z - half, z + half]), abs=0.04)


def test_among_inputs_that_do_not_matter_the_largest_is_beyond_chance_one_time_in_twenty() -> None:
    beyond = 0
    for seed in range(40):
        found = importance(hypercube(40, 30, seed), np.random.default_rng(seed).normal(size=40))
        beyond += bool((np.abs(found.correlation) > found.chance).any())
    assert 1 <= beyond <= 7


def test_too_few_draws_and_an_output_that_stays_the_same_say_nothing() -> None:
    assert np.isnan(importance(hypercube(9, 2, seed=1), np.arange(9.0)).correlation).all()
    assert np.isnan(importance(hypercube(40, 2, seed=1), np.ones(40)).chance)
