"""Admission, doses, checks and leaving: each rule on numbers worked out by hand."""

from math import inf

import pytest

from sim.rules.admission import gate, no_show_chance
from sim.rules.checks import check_interval_h, medically_ready
from sim.rules.doses import may_start, next_round, protocol_day, strength
from sim.rules.leaving import hazard_per_h, hazard_ratio, settling
from sim.vocabulary import Band, Blocked

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("free_beds", "patients", "nurses", "each", "is_open", "expected"),
    [
        (1, 15, 2, 8, True, Blocked.NOT),
        (0, 15, 2, 8, True, Blocked.BEDS),
        (0, 16, 2, 8, False, Blocked.BEDS),
        (3, 16, 2, 8, True, Blocked.RATIO),
        (3, 16, 2, 8, False, Blocked.HOURS),
        (3, 15, 2, 8, False, Blocked.HOURS),
        (inf, 10_000, 1, inf, True, Blocked.NOT),
        (5, 10_000, inf, 6, True, Blocked.NOT),
    ],
)
def test_the_gate_names_the_first_cause(free_beds, patients, nurses, each, is_open, expected):
    assert gate(free_beds, patients, nurses, each, is_open) is expected


def test_the_chance_of_not_turning_up_grows_with_the_wait():
    assert no_show_chance(0, 12, 8.8) == pytest.approx(0.12)
    assert no_show_chance(240, 12, 8.8) == pytest.approx(1 - 0.88 * 0.912**10)
    assert no_show_chance(240, 0, 0) == 0.0


@pytest.mark.parametrize(
    ("score", "since_use_h", "expected"), [(8, 12, True), (7.9, 30, False), (30, 11.9, False), (8, 300, True)]
)
def test_induction_needs_enough_withdrawal_and_enough_time(score, since_use_h, expected):
    assert may_start(score, 8, since_use_h, 12) is expected


def test_dose_rounds_keep_their_distance_from_the_last_dose():
    assert next_round((8.0, 20.0), last_dose_h=13.0, least_gap_h=6.0) == 20.0
    assert next_round((8.0, 20.0), last_dose_h=15.0, least_gap_h=6.0) == 32.0
    assert next_round((8.0, 20.0), last_dose_h=14.0, least_gap_h=6.0) == 20.0


def test_protocol_days_start_with_the_first_dose():
    assert [protocol_day(hour, 15.0) for hour in (15.0, 38.9, 39.0, 87.0)] == [0, 0, 1, 3]


def test_strength_is_in_proportion_up_to_the_full_effect():
    assert [strength(mg, 8) for mg in (0, 2, 8, 16)] == [0, 0.25, 1, 1]


def test_checks_follow_the_band_and_come_at_least_every_four_hours_on_the_first_day():
    by_band = (12, 8, 4, 2, 2)
    assert [check_interval_h(band, 23.9, by_band, 4) for band in Band] == [4, 4, 4, 2, 2]
    assert [check_interval_h(band, 24.0, by_band, 4) for band in Band] == [12, 8, 4, 2, 2]


def test_medically_ready_needs_the_protocol_days_and_a_low_score():
    assert medically_ready(200, protocol_over_h=200, low_since_h=176, low_for_h=24)
    assert not medically_ready(199, protocol_over_h=200, low_since_h=100, low_for_h=24)
    assert not medically_ready(200, protocol_over_h=100, low_since_h=177, low_for_h=24)


def test_hazard_at_the_reference_is_the_base_and_ten_points_multiply_it():
    assert hazard_per_h(0.01, 10, 10, 2.6, 1.0, 1.0) == pytest.approx(0.01)
    assert hazard_per_h(0.01, 20, 10, 2.6, 1.0, 1.0) == pytest.approx(0.026)
    assert hazard_per_h(0.01, 10, 10, 2.6, 0.73, 0.42) == pytest.approx(0.01 * 0.73 * 0.42)


def test_settling_falls_to_its_floor():
    assert settling(0, 0.42, 72, 0.1) == 1.0
    assert settling(72, 0.42, 72, 0.1) == pytest.approx(0.42)
    assert settling(2000, 0.42, 72, 0.1) == 0.1


def test_hazard_ratio_reproduces_the_shares_it_was_made_from():
    ratio, reference = hazard_ratio(20.3, 16.4), 16.4
    assert 1 - (1 - reference / 100) ** ratio == pytest.approx(0.203)
    assert hazard_ratio(16.4, 16.4) == 1.0
