"""The test of Mann and Kendall, against sums worked out by hand and the rate of its errors."""

import numpy as np
import pytest
from scipy.stats import norm

from sim.experiments.statistics.trend import Trend, trend

pytestmark = pytest.mark.unit


def test_a_sum_by_hand() -> None:
    # 1, 3, 2, 4: pairs up 5, down 1, so S = 4; its variance is 4 * 3 * 13 / 18 = 8.667.
    found = trend(np.array([[1.0, 3.0, 2.0, 4.0]]))
    assert found.rises
    assert found.chance == pytest.approx(2 * norm.sf(3 / np.sqrt(4 * 3 * 13 / 18)))


def test_series_that_agree_say_more_than_one_and_those_that_do_not_say_nothing() -> None:
    up = np.arange(6.0)
    assert trend(np.array([up, up])).chance < trend(np.array([up])).chance
    assert trend(np.array([up, -up])).chance == 1
    assert not trend(np.array([-up])).rises


def test_equal_values_take_part_in_nothing() -> None:
    assert trend(np.full((3, 8), 2.0)) == Trend(rises=False, chance=1.0)
    # 0, 0, 1, 1: four pairs up; 4 * 3 * 13 / 18 less 2 * 1 * 9 / 18 for each pair of equals.
    tied = trend(np.array([[0.0, 0, 1, 1]]))
    assert tied.chance == pytest.approx(2 * norm.sf(3 / np.sqrt(4 * 3 * 13 / 18 - 2)))


def test_what_only_wanders_is_seldom_taken_for_a_trend() -> None:
    random = np.random.default_rng(1)
    wrong = sum(trend(random.normal(size=(3, 10))).chance < 0.05 for _ in range(400))
    assert 4 <= wrong <= 32
