"""Components of a variance by hand, with known answers, and within sampling error of made-up truth."""

import numpy as np
import pytest

from sim.experiments.statistics.resampling import Floats
from sim.experiments.statistics.two_way import noise_share, two_way

pytestmark = pytest.mark.unit


def made_up(rows: int, columns: int, between: float, luck: float, rest: float, seed: int) -> Floats:
    """Standard deviations to a table."""
    random = np.random.default_rng(seed)
    of_rows, of_columns = between * random.normal(size=(rows, 1)), luck * random.normal(size=columns)
    return np.asarray(of_rows + of_columns + rest * random.normal(size=(rows, columns)))


def test_by_hand() -> None:
    found = two_way(np.array([[1.0, 3.0], [5.0, 11.0]]))
    # Mean squares: rows 36, columns 16, rest 4.
    assert (found.mean, found.rest, found.luck) == pytest.approx((5, 4, 6))
    assert (found.between.value, found.chance.value) == pytest.approx((16, 10))
    assert (found.noise_of_a_mean, found.noise_of_all) == (2, 4)


def test_it_finds_what_was_put_in() -> None:
    found = two_way(made_up(2000, 400, 3.0, 2.0, 1.0, seed=1))
    assert found.between.value == pytest.approx(9, rel=0.1)
    assert found.luck == pytest.approx(4, rel=0.25)
    assert found.rest == pytest.approx(1, rel=0.02)
    assert found.chance.value == pytest.approx(found.luck + found.rest)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    held = np.zeros(2)
    for seed in range(400):
        found = two_way(made_up(30, 4, 1.0, 1.0, 2.0, seed=seed))
        held += [found.between.low <= 1 <= found.between.high, found.chance.low <= 5 <= found.chance.high]
    assert (held / 400 > 0.91).all()
    assert (held / 400 < 0.99).all()


def test_a_variance_is_never_below_0_and_says_when_it_would_be() -> None:
    found = two_way(np.array([[0.0, 2.0], [2.0, 0.0], [1.0, 1.0]]))
    assert found.between.value == 0
    assert found.between.cut


def test_what_does_not_vary_has_no_variance_in_spite_of_rounding() -> None:
    found = two_way(np.full((7, 3), 0.1) + np.array([0.1, 0.2, 0.3]))
    assert (found.between.value, found.rest) == (0, 0)
    assert found.luck == pytest.approx(0.01)
    assert not found.between.cut


def test_the_share_of_noise_is_that_which_was_added() -> None:
    random = np.random.default_rng(5)
    signal = random.random((4000, 1)) * 2
    table = signal + random.normal(size=(4000, 5)) * np.sqrt(5 / 6)
    share, low, high = noise_share(table)
    assert share == pytest.approx((1 / 6) / (1 / 3 + 1 / 6), abs=0.02)
    assert low < 1 / 3 < high


def test_luck_that_all_points_share_is_no_noise_between_them() -> None:
    random = np.random.default_rng(6)
    table = random.random((50, 1)) + 10 * random.normal(size=3)
    assert noise_share(table)[0] == pytest.approx(0, abs=1e-6)


def test_the_share_is_not_known_from_one_replication_or_without_differences() -> None:
    assert np.isnan(noise_share(np.arange(5.0)[:, None])[0])
    assert np.isnan(noise_share(np.ones((5, 3)))[0])
    assert np.isnan(noise_share(np.array([[1.0, np.nan], [2.0, 3.0]]))[0])
