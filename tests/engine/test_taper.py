"""One person under a taper, followed by hand: every time below was worked out from the rules."""

import itertools

import pytest

from sim.patients.population import draw_population
from sim.rules.course import natural_score, steepness
from sim.scenario.scenario import Scenario
from sim.vocabulary import Band, Event, Work
from tests.engine.bench import CLINIC, OPIOID, run, story, task, work

pytestmark = pytest.mark.functional


def natural(since_use_h):
    return natural_score(since_use_h, 8, 24, steepness(24, 72), 20.0)


def with_rule(part: str, **changes) -> dict:
    return CLINIC | {part: CLINIC.get(part, {}) | changes}


def hours_in(band, log, from_h, to_h):
    bands = [(time_h, value) for time_h, _, value in story(log, Event.BAND)] + [(1e9, -1)]
    return sum(
        max(0.0, min(end, to_h) - max(start, from_h))
        for (start, value), (end, _) in itertools.pairwise(bands)
        if value == band
    )


def test_the_first_two_days_by_hand():
    told = story(run(CLINIC), Event.DOSED, Event.CHECKED)
    expected = [
        (0.75, "DOSED"),  # examined at 0:30, then 15 min for the first dose
        (1.0, "CHECKED"),  # the nursing assessment takes an hour
        (1.7, "CHECKED"),  # 45 min after the first dose, and 12 min of work
        (1.8, "DOSED"),  # still 8 or more: the rest of the first day's dose
        (5.9, "CHECKED"),  # 4 h after the last one on the first day
        (8.1, "DOSED"),  # the 08:00 round, 6 h after the last dose
        (10.1, "CHECKED"),
        (14.3, "CHECKED"),
        (18.5, "CHECKED"),
        (20.1, "DOSED"),
        (22.7, "CHECKED"),
        (26.9, "CHECKED"),
        (32.1, "DOSED"),
        (39.1, "CHECKED"),  # no band found at 26:54: 12 h to the next
    ]
    assert [(round(time_h, 9), name) for time_h, name, _ in told[: len(expected)]] == expected


def test_scores_found_follow_the_formula():
    found = [value for _, _, value in story(run(CLINIC), Event.CHECKED)]
    half, full = 4 / 8, 8 / 8
    assert found[0] == pytest.approx(natural(21.0) * (1 - 0.8 * half), rel=1e-12)
    assert found[1] == pytest.approx(natural(21.7) * (1 - 0.8 * half), rel=1e-12)
    assert found[2] == pytest.approx(natural(25.9) * (1 - 0.8 * full), rel=1e-12)


def test_doses_fall_with_the_day_of_the_protocol():
    assert [value for _, _, value in story(run(CLINIC), Event.DOSED)] == [4, 4, 4, 4, 2, 2]


def test_ready_at_the_first_review_after_the_protocol_days_and_a_day_of_low_score():
    told = {name: time_h for time_h, name, _ in story(run(CLINIC), Event.READY, Event.DISCHARGED)}
    reviews = [end_h for _, _, end_h, _ in work(run(CLINIC), Work.DAILY_REVIEW)]
    assert reviews == [33.25, 57.25, 81.25]
    assert told == {"READY": 81.25, "DISCHARGED": 81.75}


def test_no_first_dose_before_enough_hours_since_last_use():
    log = run(with_rule("withdrawal", hours_since_use="9 h"))
    first_h, _, _ = story(log, Event.DOSED)[0]
    assert 9 + first_h - 0.25 >= 12


def test_someone_whose_score_never_comes_high_enough_gets_no_dose_and_still_goes_home():
    weak = {"heroin": OPIOID | {"peak_score": 6.0}}
    told = story(run(with_rule("withdrawal", opioids=weak)), Event.DOSED, Event.READY)
    assert told == [(81.25, "READY", 0.0)]  # the first review more than 72 h after arrival


def test_a_person_without_a_prescriber_waits_for_the_order():
    roster = {
        "nurses": {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": 2},
        "round": {"days": "mon-sun", "from": "10:00", "to": "14:00", "prescriber": 1},
    }
    log = run(with_rule("staff", roster=roster))
    assert work(log, Work.HISTORY_AND_PHYSICAL) == [(24.0, 10.0, 10.5, "DONE")]
    assert story(log, Event.DOSED)[0][:2] == (10.75, "DOSED")


def test_a_check_that_nobody_starts_before_the_next_is_due_is_missed():
    roster = {
        "morning": {"days": "mon", "from": "00:00", "to": "02:00", "nurse": 2, "prescriber": 1},
        "later": {"days": "tue-sun", "from": "00:00", "to": "24:00", "nurse": 2, "prescriber": 1},
    }
    log = run(with_rule("staff", roster=roster))
    outcomes = [(round(due_h, 6), outcome) for due_h, _, _, outcome in work(log, Work.CHECK)]
    assert outcomes[:6] == [
        (1.5, "DONE"), (5.7, "LAPSED"), (9.7, "LAPSED"), (13.7, "LAPSED"), (17.7, "LAPSED"), (21.7, "DONE"),
    ]  # fmt: skip


def test_a_late_dose_is_felt():
    on_time = run(CLINIC)
    gap = {
        "before": {"days": "mon", "from": "00:00", "to": "19:00", "nurse": 2, "prescriber": 1},
        "after": {"days": "tue-sun", "from": "04:00", "to": "04:00", "nurse": 2, "prescriber": 1},
    }
    late = run(with_rule("staff", roster=gap))
    assert work(late, Work.DOSE)[2][:2] == (20.0, 28.0)
    assert hours_in(Band.MILD, on_time, 10.0, 30.0) == 0.0  # each dose comes before the last one wears off
    assert hours_in(Band.MILD, late, 10.0, 30.0) == pytest.approx(28.1 - 22.0)  # worn off at the first look after 20:06


def test_comfort_medication_takes_minutes_by_the_band_found():
    comfort = {"none": 0.0, "mild": 0.5, "moderate": 1.0, "moderately_severe": 1.5, "severe": 2.0}
    tree = CLINIC | {
        "tasks": CLINIC["tasks"] | {"comfort_medication": task("nurse", "10 min")},
        "withdrawal": CLINIC["withdrawal"] | {"comfort_by_band": comfort},
    }
    log = run(tree)
    lengths = [end_h - start_h for _, start_h, end_h, _ in work(log, Work.COMFORT_MEDICATION)]
    found_mild = [value for _, _, value in story(log, Event.CHECKED) if value >= 5]
    assert lengths == pytest.approx([5 / 60] * len(found_mild))


def test_leaving_when_the_cumulative_hazard_reaches_the_threshold():
    """With a hazard that depends on nothing the time of leaving is threshold over rate."""
    leaving = {
        "per_day": 0.6, "reference_score": 10.0, "reference_pct": 20, "ratio_per_10_points": 1.0,
        "medication_started_ratio": 1.0,
        "aftercare_plan_ratio": 1.0, "settling": {"ratio": 1.0, "per": "1 day", "floor": 1.0},
    }  # fmt: skip
    sources = {"many": {"listed": tuple(f"{200 * n} h" for n in range(60))}}
    tree = CLINIC | {"leaving": leaving, "demand": {"sources": sources}, "run": CLINIC["run"] | {"length": "80 weeks"}}
    people = draw_population(Scenario.model_validate(tree), 0)
    thresholds_h = dict(zip(people.number.tolist(), (people.traits.leaves_at / 0.6 * 24).tolist(), strict=True))
    events = run(tree).events
    rows = zip(events["patient"].tolist(), events["event"].tolist(), events["time_h"].tolist(), strict=True)
    admitted, stays = {}, {}
    for person, event, time_h in rows:
        if event == Event.ADMITTED:
            admitted[person] = time_h
        elif event == Event.SELF_DISCHARGED:
            stays[person] = time_h - admitted[person]
    assert len(stays) > 20
    for person, stay_h in stays.items():
        assert stay_h == pytest.approx(thresholds_h[person], rel=1e-9)
