"""The course of withdrawal against its definition."""

from itertools import pairwise
from math import exp, log

import pytest

from sim.rules.course import band_of, cover, felt_score, natural_score, steepness
from sim.vocabulary import Band

pytestmark = pytest.mark.unit

ONSET, RISE, DECLINE, PEAK = 9.0, 27.0, 132.0, 20.0


def natural(since_use_h):
    return natural_score(since_use_h, ONSET, RISE, steepness(RISE, DECLINE), PEAK)


def test_natural_course_is_zero_until_onset_peaks_at_the_peak_hour_and_leaves_a_tenth_at_the_end():
    assert natural(0.0) == natural(ONSET) == 0.0
    assert natural(ONSET + RISE) == pytest.approx(PEAK, abs=1e-12)
    assert natural(ONSET + RISE + DECLINE) == pytest.approx(PEAK / 10, rel=1e-12)


def test_natural_course_rises_to_the_peak_and_falls_after_it():
    hours = [ONSET + step for step in range(300)]
    scores = [natural(hour) for hour in hours]
    top = scores.index(max(scores))
    steps = [later - earlier for earlier, later in pairwise(scores)]
    assert hours[top] == ONSET + RISE
    assert all(step > 0 for step in steps[:top])
    assert all(step < 0 for step in steps[top:])


def test_natural_course_by_hand_at_half_the_rise():
    s_end = (RISE + DECLINE) / RISE
    k = log(0.1) / (log(s_end) + 1 - s_end)
    assert natural(ONSET + RISE / 2) == pytest.approx(PEAK * (0.5 * exp(0.5)) ** k, rel=1e-12)


@pytest.mark.parametrize(
    ("since_dose_h", "level"), [(0, 1), (12, 1), (15, 0.75), (18, 0.5), (24, 0), (99, 0), (1e9, 0)]
)
def test_cover_holds_and_then_wears_off_in_a_straight_line(since_dose_h, level):
    assert cover(since_dose_h, covers_h=12, wears_off_over_h=12) == pytest.approx(level)


def test_felt_score_is_what_medication_leaves():
    assert felt_score(20.0, efficacy=0.8, level=1.0) == pytest.approx(4.0)
    assert felt_score(20.0, efficacy=0.8, level=0.5) == pytest.approx(12.0)
    assert felt_score(20.0, efficacy=0.8, level=0.0) == 20.0


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0, Band.NONE), (4.99, Band.NONE), (5, Band.MILD), (12.99, Band.MILD), (13, Band.MODERATE),
        (24.9, Band.MODERATE), (25, Band.MODERATELY_SEVERE), (36.9, Band.MODERATELY_SEVERE), (37, Band.SEVERE),
        (48, Band.SEVERE),
    ],
)  # fmt: skip
def test_bands_of_the_cows_total(score, band):
    assert band_of(score) is band
