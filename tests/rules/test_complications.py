"""Complications, breaks and return to use: each rule on numbers worked out by hand."""

from math import exp, inf, log

import pytest

from sim.rules.afterwards import cumulated, reached_at
from sim.rules.calendar import last_clock_time, next_time_on_days
from sim.rules.complications import felt_worse, rate_per_h, which_end
from sim.rules.leaving import hazard_ratio, ratio_of_odds
from sim.rules.staffing import meal_times

pytestmark = pytest.mark.unit


def test_a_rate_is_per_patient_day_at_the_score_of_reference():
    assert rate_per_h(24, 8.0, 8.0, 3.0) == pytest.approx(0.001)
    assert rate_per_h(24, 18.0, 8.0, 3.0) == pytest.approx(0.003)
    assert rate_per_h(24, 18.0, 8.0, 1.0) == pytest.approx(0.001)


def test_feeling_worse_fades_in_a_straight_line():
    assert [felt_worse(10, hours, 24) for hours in (0, 6, 24, 30)] == [10, 7.5, 0, 0]


@pytest.mark.parametrize(("rank", "end"), [(0.0, 0), (0.59, 0), (0.6, 2), (0.899, 2), (0.9, 3), (0.999999, 3)])
def test_the_rank_decides_the_end(rank, end):
    assert which_end(rank, (60, 0, 30, 10)) == end


def test_rounding_of_the_shares_falls_to_an_end_that_is_possible():
    assert which_end(0.9999999, (33.33, 33.33, 33.33, 0)) == 2


def test_an_odds_ratio_becomes_the_hazard_ratio_of_the_two_shares():
    # 20 % leave; odds 1/4 times 3 is 3/4, so 3 in 7 leave of the others
    assert ratio_of_odds(3.0, 20.0) == pytest.approx(log(4 / 7) / log(0.8))
    assert ratio_of_odds(3.0, 20.0) == pytest.approx(hazard_ratio(300 / 7, 20.0))
    assert ratio_of_odds(1.0, 20.0) == pytest.approx(1.0)
    assert ratio_of_odds(0.5, 1e-6) == pytest.approx(0.5)


def test_return_to_use_within_six_weeks_is_the_published_share():
    # 71 % use within 42 days and 76 % within 182 (UK inpatients; Boston detox)
    per_day, decays_h = 0.0681, 21.1 * 24
    assert 1 - exp(-cumulated(per_day, decays_h, 0, 42 * 24)) == pytest.approx(0.71, abs=0.005)
    assert 1 - exp(-cumulated(per_day, decays_h, 0, 182 * 24)) == pytest.approx(0.76, abs=0.005)


def test_the_threshold_is_reached_where_the_hazards_add_up_to_it():
    whole = [(0.0, inf, 1.0)]
    time_h = reached_at(0.5, 0.1, 480.0, whole)
    assert cumulated(0.1, 480.0, 0, time_h) == pytest.approx(0.5)
    protected = [(0.0, 100.0, 0.25), (100.0, inf, 2.0)]
    later_h = reached_at(0.5, 0.1, 480.0, protected)
    passed = 0.25 * cumulated(0.1, 480.0, 0, 100) + 2 * cumulated(0.1, 480.0, 100, later_h)
    assert later_h > 100
    assert passed == pytest.approx(0.5)


def test_a_threshold_beyond_the_whole_hazard_is_never_reached():
    assert reached_at(2.1, 0.1, 480.0, [(0.0, inf, 1.0)]) == inf
    assert reached_at(0.1, 0.0, 480.0, [(0.0, inf, 1.0)]) == inf


def test_breaks_stand_around_the_middle_of_the_shift():
    assert meal_times(7.0, 19.0, 3, 0.5, 6.0) == [12.25, 12.75, 13.25]
    assert meal_times(7.0, 12.0, 3, 0.5, 6.0) == []
    assert meal_times(7.0, 19.0, inf, 0.5, 6.0) == []
    assert meal_times(0.0, 6.0, 40, 0.5, 6.0)[0] == 0.0
    assert meal_times(0.0, 6.0, 40, 0.5, 6.0)[-1] == 5.5


def test_clock_times_before_and_on_days():
    assert last_clock_time((8.0, 20.0), 7.0) == -4.0
    assert last_clock_time((8.0, 20.0), 8.0) == 8.0
    assert last_clock_time((8.0, 20.0), 47.0) == 44.0
    assert next_time_on_days((0, 1, 2, 3, 4), 10.0, 4 * 24 + 10.5, 0) == 7 * 24 + 10.0
    assert next_time_on_days((0,), 10.0, 0.0, 3) == 4 * 24 + 10.0
    assert next_time_on_days((3,), 10.0, 10.0, 3) == 10.0
