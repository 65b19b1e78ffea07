"""The look-ahead rule, against values worked out by hand."""

import numpy as np
import pytest

from sim.experiments.intervals import t_interval
from sim.experiments.statistics.look_ahead import about_needed, look_ahead, reached, relative_target, running

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("n", "ahead"), [(5, 5), (100, 5), (119, 5), (120, 6), (200, 10), (999, 49)])
def test_it_looks_five_ahead_and_beyond_a_hundred_as_many_per_cent(n: int, ahead: int) -> None:
    assert look_ahead(n) == ahead


def enough(text: str) -> np.ndarray:
    """One sign for each number of replications: + is enough."""
    return np.array([sign == "+" for sign in text])


@pytest.mark.parametrize(
    ("signs", "found"),
    [
        ("----++++++", 5),  # five are enough, and six to ten confirm it
        ("----+++++", None),  # the tenth is not run yet
        ("----+++-++++++", 9),  # narrow by chance at five to seven
        ("++++++++++", 5),  # fewer than five do not count
        ("----++++-+++++", None),
        ("----------", None),
    ],
)
def test_the_first_that_stays_narrow(signs: str, found: int | None) -> None:
    assert reached(enough(signs), 5) == found


def test_from_120_on_six_must_confirm() -> None:
    narrow = np.arange(1, 126) >= 120
    assert reached(narrow, 5) is None
    assert reached(np.append(narrow, True), 5) == 120


def test_a_relative_error_of_the_true_mean() -> None:
    assert relative_target(0.05) == pytest.approx(0.05 / 1.05)
    assert relative_target(0.25) == 0.2


def test_means_and_half_widths_so_far_are_those_of_the_interval() -> None:
    values = np.array([3.0, np.nan, 5.0, 4.0, 9.0])
    mean, half = running(values, 0.95)
    for n in range(1, 6):
        there = t_interval(values[:n])
        assert mean[n - 1] == there.mean
        assert half[n - 1] == pytest.approx(there.high - there.mean, nan_ok=True)
    assert np.isnan(half[:2]).all()


def test_half_the_width_takes_four_times_as_many() -> None:
    assert about_needed(20, half=2.0, wanted=1.0) == 80 + 5
    assert about_needed(100, half=2.0, wanted=1.0) == 400 + 20
    assert about_needed(20, half=0.5, wanted=1.0) == 25
