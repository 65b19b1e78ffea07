"""Each kind of protocol on one person, worked out by hand."""

import pytest

from sim.vocabulary import Event, Outcome, Work
from tests.engine.bench import CLINIC, TAPER, run, story, task, work

pytestmark = pytest.mark.unit

DOSED = {key: TAPER[key] for key in TAPER if key not in ("kind", "induction")}
NURSE = ("nurse",)
EXTRA = {"blood_pressure": task("nurse", "6 min", 2), "injection": task("nurse", "12 min", 2)}


def clinic(plan, **more):
    """One person, admitted at time 0, 20 h after last use; examined at 0.5 h."""
    return CLINIC | {"protocols": {"plan": plan}, "tasks": CLINIC["tasks"] | EXTRA} | more


def times(log, event):
    return [time_h for time_h, *_ in story(log, event)]


def test_a_continued_dose_goes_on_after_the_protocol_days():
    plan = DOSED | {
        "kind": "buprenorphine continued",
        "induction": TAPER["induction"],
        "mg_by_day": (8,),
        "take_home": "7 days",
    }
    log = run(clinic(plan))
    first_h, *later = times(log, Event.DOSED)
    left_h = times(log, Event.DISCHARGED)[0]
    assert max(later) > first_h + 24
    assert left_h - max(later) <= 14
    assert {mg for *_, mg in story(log, Event.DOSED)[1:]} == {4.0}


def test_an_injection_is_due_when_the_days_are_done_and_ends_the_rounds():
    plan = DOSED | {
        "kind": "buprenorphine continued", "induction": TAPER["induction"], "mg_by_day": (8, 8),
        "injection": {"lasts": "28 days"},
    }  # fmt: skip
    log = run(clinic(plan))
    first_h, *later = times(log, Event.DOSED)
    [(due_h, start_h, end_h, outcome)] = work(log, Work.INJECTION)
    assert due_h == pytest.approx(first_h + 48)
    assert outcome == "DONE"
    assert story(log, Event.INJECTED) == [(end_h, "INJECTED", 28 * 24)]
    assert max(later) < end_h
    assert times(log, Event.READY)[0] > end_h > start_h


def test_methadone_is_rechecked_after_three_hours():
    induction = TAPER["induction"] | {"dose_mg": 25, "recheck_after": "3 h"}
    plan = DOSED | {
        "kind": "methadone taper", "induction": induction, "mg_by_day": (30, 20, 10), "dose_times": ("09:00",),
        "full_effect_mg": 30, "covers": "24 h",
    }  # fmt: skip
    log = run(clinic(plan))
    first_h = times(log, Event.DOSED)[0]
    checks = [due_h for due_h, *_ in work(log, Work.CHECK)]
    assert any(due_h == pytest.approx(first_h + 3) for due_h in checks)


@pytest.mark.parametrize(("prone_pct", "low_pct"), [(0, 100), (100, 0)])
def test_alpha_2_agonist_pressure_is_taken_before_each_dose(prone_pct, low_pct):
    plan = DOSED | {"kind": "alpha-2 agonist", "blood_pressure": {"prone_pct": prone_pct, "low_pct": low_pct}}
    log = run(clinic(plan))
    doses = times(log, Event.DOSED)
    readings = work(log, Work.BLOOD_PRESSURE)
    assert readings[0][0] == 8.0  # the first round after the order
    assert len(readings) == len(doses)
    assert not times(log, Event.WITHHELD)
    assert all(end_h <= dose_h for (*_, end_h, _), dose_h in zip(readings, doses, strict=True))


def test_a_low_pressure_withholds_the_dose_and_the_days_go_on():
    plan = DOSED | {"kind": "alpha-2 agonist", "blood_pressure": {"prone_pct": 100, "low_pct": 100}}
    log = run(clinic(plan))
    assert not times(log, Event.DOSED)
    assert [mg for *_, mg in story(log, Event.WITHHELD)][:2] == [4.0, 4.0]
    assert times(log, Event.READY)


def test_some_readings_of_some_people_are_low():
    plan = DOSED | {
        "kind": "alpha-2 agonist", "mg_by_day": (8,) * 10, "blood_pressure": {"prone_pct": 100, "low_pct": 50},
    }  # fmt: skip
    log = run(clinic(plan))
    withheld, given = times(log, Event.WITHHELD), times(log, Event.DOSED)
    assert withheld
    assert given
    assert len(withheld) + len(given) == len([row for row in work(log, Work.BLOOD_PRESSURE) if row[3] == "DONE"])


def test_symptomatic_care_counts_its_days_from_admission():
    plan = {"kind": "symptomatic", "days": 3, "review_at": "09:00", "ready": {"score_below": 48, "for": "1 h"}}
    log = run(clinic(plan))
    assert not times(log, Event.DOSED)
    assert 72 < times(log, Event.READY)[0] < 72 + 24 + 1


def naltrexone(**injection):
    return DOSED | {
        "kind": "naltrexone", "induction": TAPER["induction"], "mg_by_day": (8,),
        "injection": {"lasts": "28 days"} | injection, "ready": {"score_below": 48, "for": "1 h"},
    }  # fmt: skip


def test_naltrexone_waits_for_the_opioid_free_days_after_the_last_agonist_dose():
    log = run(clinic(naltrexone(opioid_free="7 days")))
    last_h = max(times(log, Event.DOSED))
    [(due_h, *_)] = work(log, Work.INJECTION)
    assert due_h == pytest.approx(last_h + 168)
    assert times(log, Event.READY)[0] > due_h


def test_someone_who_needs_no_agonist_is_opioid_free_since_the_last_use():
    opioid = CLINIC["withdrawal"]["opioids"]["heroin"] | {"peak_score": 2.0}
    withdrawal = CLINIC["withdrawal"] | {"opioids": {"heroin": opioid}}
    log = run(clinic(naltrexone(opioid_free="7 days"), withdrawal=withdrawal))
    assert not times(log, Event.DOSED)
    assert [row[0] for row in work(log, Work.INJECTION)] == [pytest.approx(168 - 20)]


def test_the_rapid_pathway_gives_oral_doses_that_are_felt_and_injects_on_its_day():
    rapid = {"from_day": 3, "felt_ratio": 1.5, "injection_on_day": 6}
    log = run(clinic(naltrexone(rapid=rapid)))
    plain = run(clinic(naltrexone(rapid=rapid | {"felt_ratio": 1.0})))
    first_h = times(log, Event.DOSED)[0]
    [(due_h, *_)] = work(log, Work.INJECTION)
    assert due_h == pytest.approx(first_h + 5 * 24)
    oral = [row for row in work(log, Work.DOSE) if row[1] >= first_h + 48]
    assert len(oral) == 3
    worse = [score for time_h, _, score in story(log, Event.CHECKED) if first_h + 49 < time_h < due_h]
    usual = [score for time_h, _, score in story(plain, Event.CHECKED) if first_h + 49 < time_h < due_h]
    assert min(worse) > max(0, min(usual))


def test_every_task_of_a_stay_ends_in_some_way():
    log = run(clinic(naltrexone(opioid_free="7 days")))
    assert set(log.tasks["outcome"]) <= {Outcome.DONE, Outcome.CANCELLED, Outcome.LAPSED}
