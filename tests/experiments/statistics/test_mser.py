"""MSER-5, against scores worked out by hand."""

import numpy as np
import pytest

from sim.experiments.statistics.mser import Truncation, mser5

pytestmark = pytest.mark.unit


def of_batches(*means: float) -> np.ndarray:
    """A series whose batches of five have these means; values vary within them, which does not count."""
    return np.concatenate([mean + np.array([-2.0, -1.0, 0.0, 1.0, 2.0]) for mean in means])


def test_a_start_from_empty_is_cut_off() -> None:
    # With d = 2 the rest is 1, 1, ..., 1: score 0. With d = 0 and 1 it is above.
    assert mser5(of_batches(0, 0, *[1] * 10)) == Truncation(first=10, at_limit=False)


def test_the_score_by_hand() -> None:
    # Ten batches 4, 0, 1, 0, 1, ... Score(0) = sum of squares / 100, score(1) = sum / 81 over the last nine.
    means = (4, 0, 1, 0, 1, 0, 1, 0, 1, 0)
    # d = 0: mean 0.8, squares 20 - 10 * 0.64 = 13.6, / 100 = 0.136. d = 1: mean 4 / 9, squares 4 - 16 / 9 = 2.22,
    # / 81 = 0.0274. d = 2: 4 - 16 / 8 = 2, / 64 = 0.03125. d = 3: 3 - 9 / 7 = 1.714, / 49 = 0.035. So d = 1.
    assert mser5(of_batches(*means)) == Truncation(first=5, at_limit=False)


def test_of_equals_the_least_is_cut_off() -> None:
    assert mser5(np.full(60, 3.0)) == Truncation(first=0, at_limit=False)


def test_a_series_that_keeps_rising_ends_at_the_limit() -> None:
    assert mser5(np.arange(100.0)) == Truncation(first=50, at_limit=True)


def test_what_fills_no_batch_is_passed_over() -> None:
    whole = of_batches(0, 0, *[1] * 10)
    assert mser5(np.append(whole, [1e9] * 4)) == mser5(whole)


@pytest.mark.parametrize("series", [np.zeros(49), np.full(60, np.nan), np.append(np.zeros(59), np.inf)])
def test_too_short_or_no_numbers_says_nothing(series: np.ndarray) -> None:
    assert mser5(series) is None
