"""What rows are without chance, and how likely one of them is above 0."""

import numpy as np
import pytest
from scipy.stats import norm, ttest_1samp

from sim.experiments.statistics.resampling import ENDS, Floats
from sim.experiments.statistics.truth import prediction, without_noise
from sim.experiments.statistics.two_way import two_way
from tests.experiments.statistics.test_two_way import made_up

pytestmark = pytest.mark.unit


def above_0(table: Floats) -> float:
    return 1 - prediction(table, two_way(table)).below(0)


def range_95(table: Floats) -> tuple[float, float]:
    found = prediction(table, two_way(table))
    return found.at(ENDS[0]), found.at(ENDS[1])


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
    assert above_0(table) == pytest.approx(norm.cdf(0.5), abs=0.02)


def test_when_only_luck_differs_it_is_that_of_students_test() -> None:
    luck = np.array([0.5, 2.0, -0.3, 1.1])
    table = np.tile(luck, (30, 1))
    one_sided = ttest_1samp(luck, 0, alternative="greater").pvalue
    assert above_0(table) == pytest.approx(1 - one_sided, abs=1e-6)


def test_few_replications_are_not_taken_for_certain() -> None:
    sure = 0
    for seed in range(300):
        table = made_up(40, 2, between=0.3, luck=0.5, rest=3.0, seed=seed)
        sure += not 0.025 < above_0(table) < 0.975
    assert sure <= 24


def test_what_never_differs_is_certain_or_neither() -> None:
    assert above_0(np.full((4, 3), 2.0)) == 1
    assert range_95(np.full((4, 3), 2.0)) == (2, 2)
    assert np.isnan(above_0(np.zeros((4, 3))))


def test_rows_that_are_alike_but_for_rounding_have_a_range() -> None:
    """Columns of luck alone: what rows differ by is the last bit of a sum."""
    table = np.tile([0.1, 0.7, 0.3], (12, 1)) * (1 + 1e-16 * np.arange(12))[:, None] + 100
    low, high = range_95(table)
    assert low < table.mean() < high


@pytest.mark.parametrize(("rows", "spread", "luck"), [(60, 0.3, 1.0), (10, 1.0, 0.3)])
def test_the_range_of_rows_holds_what_it_says_though_rows_are_few_or_meet_the_same_luck(
    rows: int, spread: float, luck: float
) -> None:
    """A row's own mean over endless replications, rows that share three columns of luck: 95 % of 4,000, or nearly."""
    random = np.random.default_rng(5)
    held = 0
    for _ in range(200):
        table = random.normal(0, spread, rows)[:, None] + random.normal(0, luck, 3) + random.normal(0, 0.2, (rows, 3))
        low, high = range_95(table)
        others = random.normal(0, spread, 20)
        held += int(np.sum((others > low) & (others < high)))
    assert held / 4000 > 0.91


@pytest.mark.parametrize("seed", range(20))
def test_a_range_is_on_one_side_just_when_the_probability_says_so(seed: int) -> None:
    table = made_up(10, 2, between=1.0, luck=0.1, rest=0.3, seed=seed) + 2
    low, high = range_95(table)
    likely = above_0(table)
    assert (low > 0) == (likely > ENDS[1])
    assert low < table.mean() < high
    assert above_0(table - low) == pytest.approx(ENDS[1], abs=1e-6)
    assert above_0(table - high) == pytest.approx(ENDS[0], abs=1e-6)
