"""Handover, meal breaks, unfilled shifts and counselling, worked out by hand."""

import numpy as np
import pytest

from sim.vocabulary import Blocked, Event, Level, Work
from tests.engine.bench import CLINIC, WARD, run, steps, story, task, work

pytestmark = pytest.mark.unit

MEAL = {"lasts": "30 min", "shifts_from": "6 h", "priority": 1}
TWO_SHIFTS = {
    "day": {"days": "mon-sun", "from": "08:00", "to": "20:00", "nurse": 2},
    "night": {"days": "mon-sun", "from": "20:00", "to": "08:00", "nurse": 1},
}


def ward(nurse=None, shift_end="finish", **more):
    staff = {"shift_end": shift_end, "roles": {"nurse": nurse or {}}, "roster": TWO_SHIFTS}
    return WARD | {"run": WARD["run"] | {"length": "3 days"}, "staff": staff} | more


def calls(*times, minutes=30):
    """People who are screened by nurses; a task that asks for work at given times."""
    return {
        "demand": {"sources": {"listed": {"listed": times}}, "screening": {"diverted_pct": 0, "lost_pct": 0}},
        "tasks": {"screening": task("nurse", f"{minutes} min")},
    }


def test_no_new_work_is_taken_during_handover():
    log = run(ward({"handover": "30 min"}, **calls("8 h", "20 h 10 min", "22 h")))
    assert [start_h for _, start_h, *_ in work(log, Work.SCREENING)] == [8.5, 20.5, 22]


def test_people_take_their_meals_in_turn_around_the_middle_of_the_shift():
    log = run(ward({"meal_break": MEAL}))
    meals = [start_h for _, start_h, *_ in work(log, Work.MEAL_BREAK)]
    assert meals[:4] == [3.75, 13.5, 14.0, 25.75]
    assert {int(patient) for patient in log.tasks["patient"]} == {0}


def test_a_meal_that_nobody_could_take_is_missed():
    log = run(ward({"meal_break": MEAL | {"priority": 9}}, **calls(*(f"{n} h" for n in range(40)), minutes=120)))
    assert "LAPSED" in {outcome for *_, outcome in work(log, Work.MEAL_BREAK)}


def test_an_unfilled_shift_is_missing_from_the_roster():
    log = run(ward({"unfilled_pct": 100}))
    assert {value for _, value in steps(log, Level.ON_SHIFT)} == {0}
    assert [value for _, value in steps(log, Level.UNFILLED)][:3] == [1, 2, 1]


def test_agency_staff_fill_it():
    log = run(ward({"unfilled_pct": 100, "agency_pct": 100}))
    assert [value for _, value in steps(log, Level.ON_SHIFT)][:3] == [1, 2, 1]
    assert [value for _, value in steps(log, Level.AGENCY)][:3] == [1, 2, 1]
    assert {value for _, value in steps(log, Level.UNFILLED)} == {0}


def test_a_share_of_the_shifts_goes_unfilled_and_another_row_does_not_change_it():
    long = {"run": WARD["run"] | {"length": "52 weeks"}}
    tree = ward({"unfilled_pct": 20, "agency_pct": 50}, **long)
    more = ward({"unfilled_pct": 20, "agency_pct": 50}, **long)
    more["staff"] = more["staff"] | {"roster": TWO_SHIFTS | {"day": TWO_SHIFTS["day"] | {"nurse": 3}}}
    missing = np.array([value for _, value in steps(run(tree), Level.UNFILLED)])
    agency = np.array([value for _, value in steps(run(tree), Level.AGENCY)])
    more_missing = np.array([value for _, value in steps(run(more), Level.UNFILLED)])
    assert missing.sum() / (52 * 7 * 3) == pytest.approx(0.1, abs=0.03)
    assert agency.sum() / (52 * 7 * 3) == pytest.approx(0.1, abs=0.03)
    assert (more_missing >= missing).all()
    assert (more_missing[::2] == missing[::2]).all()


def test_missing_nurses_keep_beds_empty():
    tree = ward({"unfilled_pct": 100}, unit={"beds": 2, "ratio": {"role": "nurse", "patients": 6}})
    assert steps(run(tree), Level.BLOCKED)[-1][1] == Blocked.RATIO


def counsellor(sessions, **more):
    staff = CLINIC["staff"] | {
        "roles": CLINIC["staff"]["roles"] | {"counsellor": {}},
        "roster": CLINIC["staff"]["roster"] | {
            "office": {"days": "mon-sun", "from": "09:00", "to": "17:00", "counsellor": 1},
        },
    }  # fmt: skip
    tasks = CLINIC["tasks"] | {"counselling": task("counsellor", "45 min"), "group": task("counsellor", "60 min")}
    return CLINIC | {"staff": staff, "tasks": tasks, "counselling": sessions} | more


def test_a_session_of_ones_own_falls_due_on_its_days():
    log = run(counsellor({"individual": {"days": "tue-wed", "at": "10:00"}}))
    assert [due_h for due_h, *_ in work(log, Work.COUNSELLING)][:2] == [34, 58]


def test_a_session_that_nobody_begins_is_missed():
    log = run(counsellor({"individual": {"days": "mon-sun", "at": "18:00"}}, run=CLINIC["run"] | {"length": "3 days"}))
    rows = work(log, Work.COUNSELLING)
    assert [(due_h, outcome) for due_h, *_, outcome in rows] == [(18, "DONE"), (42, "DONE"), (66, "WAITING")]
    assert rows[0][1] == 33


def test_a_group_takes_those_who_have_been_least_often():
    people = {"demand": {"sources": {"listed": {"listed": ("0 h", "0 h", "1 h")}}}, "unit": {"beds": 3}}
    groups = {"morning": {"days": "mon-sun", "at": "10:00", "up_to": 2}}
    log = run(counsellor({"groups": groups}, **people))
    first, second, third = (int(number) for number in np.unique(log.events["patient"]))
    present = [
        (time_h, int(patient))
        for time_h, patient, event in zip(log.events["time_h"], log.events["patient"], log.events["event"], strict=True)
        if event == Event.ATTENDED
    ]
    assert [who for time_h, who in present if time_h == 10] == [first, second]
    assert [who for time_h, who in present if time_h == 34] == [third, first]


def test_a_group_without_a_counsellor_does_not_take_place():
    groups = {"late": {"days": "mon-sun", "at": "20:00", "up_to": 16}}
    log = run(counsellor({"groups": groups}))
    assert {outcome for *_, outcome in work(log, Work.GROUP)[:3]} == {"LAPSED"}
    assert not story(log, Event.ATTENDED)
