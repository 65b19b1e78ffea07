"""What rows are without chance, and how likely one of them is above 0."""

import numpy as np
import pytest
from scipy.stats import norm, ttest_1samp

from sim.experiments.statistics.truth import probability_above_0, range_of_rows, without_noise
from sim.experiments.statistics.two_way import two_way
from tests.experiments.statistics.test_two_way import made_up

pytestmark = pytest.mark.unit


def test_rows_without_noise_vary_as_the_rows_themselves_do() -> None:
    table = made_up(3000, 3, between=1.0, luck=0.5, rest=2.0, seed=1)
    truth = without_noise(table, two_way(table))
    assert table.mean(axis=1).var() > 2
    assert truth.std() == pytest.approx(1, abs=0.06)
    assert truth.mean() == pytest.approx(table.mean())


def test_rows_that_do_not_differ_are_all_the_same() -> None:
    table = np.array([[0.0, 2.0], [2.0, 0.0], [1.0, 1.0]])
    assert without_noise(table, two_way(table)).tolist() == [1, 1, 1]


def test_the_probability_is_that_of_rows_when_chance_is_small() -> None:
    table = made_up(4000, 50, between=1.0, luck=0.001, rest=1.0, seed=2) + 0.5
    assert probability_above_0(table, two_way(table)) == pytest.approx(norm.cdf(0.5), abs=0.02)


def test_when_only_luck_differs_it_is_that_of_students_test() -> None:
    luck = np.array([0.5, 2.0, -0.3, 1.1])
    table = np.tile(luck, (30, 1))
    one_sided = ttest_1samp(luck, 0, alternative="greater").pvalue
    assert probability_above_0(table, two_way(table)) == pytest.approx(1 - one_sided, abs=1e-6)


def test_few_replications_are_not_taken_for_certain() -> None:
    sure = 0
    for seed in range(300):
        table = made_up(40, 2, between=0.3, luck=0.5, rest=3.0, seed=seed)
        sure += not 0.025 < probability_above_0(table, two_way(table)) < 0.975
    assert sure <= 24


def test_what_never_differs_is_certain_or_neither() -> None:
    assert probability_above_0(np.full((4, 3), 2.0), two_way(np.full((4, 3), 2.0))) == 1
    assert np.isnan(probability_above_0(np.zeros((4, 3)), two_way(np.zeros((4, 3)))))


def test_the_range_of_rows_holds_what_it_says_though_all_rows_meet_the_same_luck() -> None:
    """A row's own mean over endless replications, 60 rows that share three columns of luck: 95 % of 4,000."""
    random = np.random.default_rng(5)
    held = 0
    for _ in range(200):
        rows = random.normal(0, 0.3, 60)
        table = rows[:, None] + random.normal(0, 1, 3) + random.normal(0, 0.2, (60, 3))
        low, high = range_of_rows(table, two_way(table), (0.025, 0.975))
        others = random.normal(0, 0.3, 20)
        held += int(np.sum((others > low) & (others < high)))
    assert held / 4000 > 0.93
