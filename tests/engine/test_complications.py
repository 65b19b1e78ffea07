"""A complication begins, is found, is responded to and ends; worked out by hand."""

from itertools import pairwise

import pytest

from sim.patients.population import draw_population
from sim.scenario.scenario import Scenario
from sim.vocabulary import Event, Level, Work
from tests.engine.bench import CLINIC, response, run, steps, story, task, work

pytestmark = pytest.mark.unit

RESPONSE = {
    "response": response("30 min"),
    "constant_observation": task("nurse", "10 h", 1) | {"passes_on": True},
}
HOSPITAL = {"stay": "20 h", "bed_held_for": "24 h"}


def trouble(kind, hospital=None, **more):
    """One person who gets the complication at threshold over rate: 1000 per patient-day is 1/24 of 1 an hour each."""
    kinds = {"seizure": {"per_1000_patient_days": 1000, "ends": {"continue_pct": 100}} | kind}
    rules = {"reference_score": 10.0, "kinds": kinds} | ({"hospital": hospital} if hospital else {})
    return CLINIC | {"complications": rules, "tasks": CLINIC["tasks"] | RESPONSE} | more


def threshold(tree):
    return float(draw_population(Scenario.model_validate(tree), 0).traits.complication_at[0, 0])


def at(log, event):
    return [time_h for time_h, *_ in story(log, event)]


def test_it_begins_when_its_hazard_has_added_up_and_is_found_at_the_next_contact():
    tree = trouble({})
    log = run(tree)
    begins_h = at(log, Event.COMPLICATION)
    assert begins_h == [pytest.approx(24 * threshold(tree))]
    contacts = sorted(float(end_h) for end_h in log.tasks["end_h"] if end_h >= begins_h[0])
    assert at(log, Event.COMPLICATION_FOUND) == [pytest.approx(contacts[0])]


def test_it_can_be_plain_to_see():
    log = run(trouble({"found_at_once": True}))
    assert at(log, Event.COMPLICATION_FOUND) == at(log, Event.COMPLICATION)
    [(due_h, start_h, end_h, outcome)] = work(log, Work.RESPONSE)
    assert due_h == start_h == at(log, Event.COMPLICATION_FOUND)[0]
    assert end_h - start_h == pytest.approx(0.5)
    assert outcome == "DONE"


def test_a_longer_stay_puts_the_end_off():
    log = run(trouble({"ends": {"longer_stay_pct": 100}, "longer_by": "7 days"}))
    done_h = at(log, Event.DOSED)[0] + 2 * 24 + 7 * 24
    assert done_h < at(log, Event.READY)[0] < done_h + 24.5


def test_observation_holds_somebody_and_is_passed_on_at_the_end_of_the_shift():
    staff = CLINIC["staff"] | {
        "shift_end": "handover",
        "roster": {
            "day": {"days": "mon-sun", "from": "07:00", "to": "19:00", "nurse": 2, "prescriber": 1},
            "night": {"days": "mon-sun", "from": "19:00", "to": "07:00", "nurse": 2, "prescriber": 1},
        },
    }
    log = run(trouble({"ends": {"observation_pct": 100}, "found_at_once": True}, staff=staff))
    rows = work(log, Work.CONSTANT_OBSERVATION)
    assert [outcome for *_, outcome in rows][:-1] == ["PUT_DOWN"] * (len(rows) - 1)
    assert sum(end_h - start_h for _, start_h, end_h, _ in rows) == pytest.approx(10)
    assert all(later[1] == pytest.approx(earlier[2]) for earlier, later in pairwise(rows))
    assert not any(value for _, value in steps(log, Level.OVERTIME) if value > 1)


def test_somebody_back_in_time_goes_on_in_the_bed_that_was_held():
    log = run(trouble({"ends": {"transfer_pct": 100}, "found_at_once": True}, HOSPITAL))
    [away_h], [back_h] = at(log, Event.TO_HOSPITAL), at(log, Event.BACK_FROM_HOSPITAL)
    assert back_h - away_h == pytest.approx(20)
    assert [value for _, value in steps(log, Level.HELD)] == [0, 1, 0]
    during = [row for kind in (Work.CHECK, Work.DOSE) for row in work(log, kind) if away_h < row[1] < back_h]
    assert not during
    assert at(log, Event.DISCHARGED)
    assert [row[3] for row in work(log, Work.DISCHARGE)][-1] == "DONE"


def test_a_bed_is_held_no_longer_than_the_rule_says():
    log = run(trouble({"ends": {"transfer_pct": 100}, "found_at_once": True}, HOSPITAL | {"stay": "3 days"}))
    [away_h], [ended_h] = at(log, Event.TO_HOSPITAL), at(log, Event.TRANSFERRED)
    assert ended_h - away_h == pytest.approx(24)
    assert steps(log, Level.OCCUPIED)[-1] == (pytest.approx(ended_h), 0)
    assert not at(log, Event.DISCHARGED)


def test_without_holding_the_stay_ends_at_once():
    log = run(trouble({"ends": {"transfer_pct": 100}, "found_at_once": True}, HOSPITAL | {"bed_held_for": "0 h"}))
    [(*_, end_h, _)] = work(log, Work.RESPONSE)
    assert at(log, Event.TRANSFERRED) == [pytest.approx(end_h)]
    assert not at(log, Event.TO_HOSPITAL)


def test_the_first_dose_can_bring_it_and_it_is_felt():
    kind = {
        "per_1000_patient_days": None, "at_first_dose": {"share_pct": 100}, "begins_after": "90 min",
        "felt_worse": {"points": 15.0, "fades_over": "24 h"},
    }  # fmt: skip
    none = kind | {"at_first_dose": {"share_pct": 0}}
    log, quiet = run(trouble(kind)), run(trouble(none))
    begins_h = at(log, Event.DOSED)[0] + 1.5
    assert at(log, Event.COMPLICATION) == [pytest.approx(begins_h)]
    assert not at(quiet, Event.COMPLICATION)
    worse = next(score for time_h, _, score in story(log, Event.CHECKED) if time_h > begins_h)
    usual = next(score for time_h, _, score in story(quiet, Event.CHECKED) if time_h > begins_h)
    assert worse > usual + 10


def test_the_hazard_grows_with_the_felt_score():
    def begins_h(reference_score):
        tree = trouble({"ratio_per_10_points": 5.0})
        rules = tree["complications"] | {"reference_score": reference_score}
        return at(run(tree | {"complications": rules}), Event.COMPLICATION)[0]

    assert begins_h(0.0) < begins_h(2.0) < 24 * threshold(trouble({}))


def test_the_unit_may_end_a_stay():
    leaving = {
        "per_day": 0.0, "reference_score": 10.0, "reference_pct": 20, "ratio_per_10_points": 1.0,
        "medication_started_ratio": 1.0, "aftercare_plan_ratio": 1.0,
        "settling": {"ratio": 1.0, "per": "1 day", "floor": 1.0}, "by_facility_per_1000_days": 1000,
    }  # fmt: skip
    tree = CLINIC | {"leaving": leaving}
    limit_h = 24 * float(draw_population(Scenario.model_validate(tree), 0).traits.facility_at[0])
    assert at(run(tree), Event.FACILITY_DISCHARGED) == [pytest.approx(limit_h)]
