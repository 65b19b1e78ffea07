"""Levels through a window: by hand, with stays and steps that straddle its edges."""

import numpy as np
import pytest

from sim.measures.window import Steps, Window

pytestmark = pytest.mark.unit


def steps(*rows, window=(10.0, 20.0)) -> Steps:
    times, values = zip(*rows, strict=True)
    return Steps(np.array(times, dtype=float), np.array(values, dtype=float), Window(*window))


def test_area_is_clipped_at_both_edges():
    level = steps((0, 2), (5, 4), (12, 1), (25, 9))
    assert level.area() == pytest.approx(4 * 2 + 1 * 8, abs=1e-9)
    assert level.mean() == pytest.approx(1.6, abs=1e-9)


def test_a_level_that_never_changes_holds_through_the_window():
    assert steps((0, 3)).mean() == 3


def test_quantile_is_weighted_by_time():
    level = steps((0, 1), (14, 5), (19, 8))
    assert [level.quantile(share) for share in (0.1, 0.4, 0.41, 0.9, 0.95)] == [1, 1, 5, 5, 8]


def test_share_of_time_counts_values_inside_the_window_only():
    level = steps((0, 7), (11, 0), (15, 7), (19.5, 0))
    assert level.share(level.value == 7) == pytest.approx((1 + 4.5) / 10)


def test_means_between_edges():
    level = steps((0, 2), (11, 4), (13, 0))
    assert level.means_between(np.array([10.0, 12.0, 14.0])) == pytest.approx([3.0, 2.0])


def test_an_unlimited_level_has_no_mean_by_hour():
    assert np.isnan(steps((0, np.inf)).means_between(np.array([10.0, 11.0]))).all()


def test_an_unlimited_level_has_an_infinite_area():
    assert steps((0, np.inf), (5, np.inf)).area() == np.inf


def test_a_yearly_rate_scales_with_the_window():
    assert Window(0, 365 * 12).per_year(10) == 20


def test_an_event_on_the_start_counts_and_one_on_the_end_does_not():
    assert Window(10, 20).holds(np.array([9.9, 10, 19.9, 20, np.nan])).tolist() == [False, True, True, False, False]
