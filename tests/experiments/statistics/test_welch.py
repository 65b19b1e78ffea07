"""Welch's moving average, worked out by hand."""

import numpy as np
import pytest

from sim.experiments.statistics.welch import welch

pytestmark = pytest.mark.unit


def test_moving_average() -> None:
    # w = 2: the first alone, the second over three, then over five; the last two days have no average.
    found = welch(np.array([1.0, 5.0, 3.0, 7.0, 9.0, 11.0, 1.0]), 2)
    assert found.tolist() == pytest.approx([1, 3, 5, 7, 31 / 5])


def test_a_window_of_none_is_the_series() -> None:
    assert welch(np.array([2.0, 4.0]), 0).tolist() == [2, 4]


def test_a_series_shorter_than_the_window_has_none() -> None:
    assert welch(np.array([2.0, 4.0]), 5).size == 0
