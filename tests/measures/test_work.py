"""Counselling, groups, blood pressure, breaks, open shifts and observation; one week by hand."""

from math import isnan

import pytest

from sim.unit.log import NEVER, NOBODY
from sim.vocabulary import Event, Level, Outcome, Work
from tests.engine.bench import CLINIC, TAPER, task
from tests.measures.hand import A, B, C, clinic, log_of, tables, values

pytestmark = pytest.mark.unit

NURSE, PRESCRIBER = 0, 1
MEAL = {"lasts": "30 min", "shifts_from": "6 h", "priority": 1}
PARTS = {
    "staff": CLINIC["staff"] | {"roles": {"nurse": {"meal_break": MEAL, "unfilled_pct": 5}, "prescriber": {}}},
    "tasks": CLINIC["tasks"] | dict.fromkeys(
        ("counselling", "group", "blood_pressure", "constant_observation"), task("nurse", "1 h")
    ),
    "counselling": {
        "individual": {"days": "mon-sun", "at": "10:00"},
        "groups": {"skills": {"days": "mon-sun", "at": "14:00", "up_to": 8}},
    },
}  # fmt: skip


def log_with(*rows, stories=None, levels=None):
    """Rows of tasks: patient, work, repeat, role, due, start, end, outcome."""
    log = log_of(stories or {}, levels)
    for patient, work, repeat, role, due_h, start_h, end_h, outcome in rows:
        log.task(patient, work, repeat, role, due_h, due_h, start_h, end_h, outcome)
    return log


def test_counselling_is_held_missed_or_neither():
    sessions = [
        (A, Work.COUNSELLING, 0, NURSE, 10, 10, 11, Outcome.DONE),
        (A, Work.COUNSELLING, 1, NOBODY, 34, NEVER, 58, Outcome.LAPSED),
        (A, Work.COUNSELLING, 2, NURSE, 58, 60, 60.5, Outcome.PUT_DOWN),
        (A, Work.COUNSELLING, 2, NURSE, 58, 70, 70.5, Outcome.DONE),  # the rest of the same session
        (B, Work.COUNSELLING, 0, NOBODY, 10, NEVER, 10.2, Outcome.CANCELLED),  # left within the grace
    ]
    value = values(clinic(3, **PARTS), log_with(*sessions))
    assert value("counselling_per_week") == 2
    assert value("counselling_missed_pct") == pytest.approx(100 / 3)


def test_a_group_meets_or_is_cancelled():
    sessions = [
        (0, Work.GROUP, 0, NURSE, 14, 14, 15, Outcome.DONE),
        (0, Work.GROUP, 1, NURSE, 38, 38, 38.5, Outcome.PUT_DOWN),
        (0, Work.GROUP, 1, NURSE, 38, 40, 40.5, Outcome.DONE),
        (0, Work.GROUP, 2, NOBODY, 62, NEVER, 62.5, Outcome.LAPSED),
        (0, Work.GROUP, 3, NOBODY, 167.9, NEVER, 168, Outcome.WAITING),
    ]
    came = {A: ((14, Event.ATTENDED, 0), (38, Event.ATTENDED, 0)), B: ((38, Event.ATTENDED, 0),)}
    value = values(clinic(3, **PARTS), log_with(*sessions, stories=came))
    assert value("group_attendance_mean") == 1.5
    assert value("groups_cancelled_pct") == pytest.approx(100 / 3)


def test_no_session_has_no_attendance():
    assert isnan(values(clinic(3, **PARTS), log_with())("group_attendance_mean"))


def test_low_blood_pressure_withholds_doses_of_protocols_that_measure_it():
    low = TAPER | {"kind": "alpha-2 agonist", "blood_pressure": {"prone_pct": 50, "low_pct": 50}}
    plans = {"taper": TAPER | {"only_for": ("taper_people",)}, "low": low | {"only_for": ("low_people",)}}
    people = {"taper_people": {"listed": ("0 h",)}, "low_people": {"listed": ("1 h",)}}
    scenario = clinic(1, protocols=plans, demand={"sources": people}, tasks=PARTS["tasks"])
    stories = {
        1000: ((8, Event.DOSED, 4), (20, Event.DOSED, 4)),
        1001: ((8, Event.DOSED, 4), (14, Event.WITHHELD, 4), (20, Event.DOSED, 4), (30, Event.DOSED, 4)),
    }
    readings = [(1001, Work.BLOOD_PRESSURE, turn, NURSE, 8 + turn, 8 + turn, 9 + turn, Outcome.DONE) for turn in (0, 1)]
    value = values(scenario, log_with(*readings, stories=stories))
    assert value("doses_withheld_pct") == 25
    assert value("blood_pressures_per_week") == 2


BREAKS = [
    (0, Work.MEAL_BREAK, 1, NURSE, 12, 12, 12.5, Outcome.DONE),
    (0, Work.MEAL_BREAK, 1, PRESCRIBER, 12, 12.2, 12.7, Outcome.DONE),  # another role's first
    (0, Work.MEAL_BREAK, 2, NURSE, 36, 37, 37.5, Outcome.DONE),
    (0, Work.MEAL_BREAK, 3, NOBODY, 60, NEVER, 68, Outcome.LAPSED),
]


def test_a_break_is_no_work():
    levels = {(Level.ON_SHIFT, NURSE): [(0, 1)], (Level.BUSY, NURSE): [(10, 1), (14, 0), (37, 1), (37.5, 0)]}
    scenario, log = clinic(3, **PARTS), log_with(*BREAKS, levels=levels)
    assert values(scenario, log)("staff_use_pct[nurse]") == pytest.approx(100 * 3.5 / 168)
    nurse = tables(scenario, log)["hourly"].query("role == 'nurse'").set_index("hour_of_week")
    assert nurse["busy"][[11, 12, 13, 37]].tolist() == [1, 0.5, 1, 0]


def test_breaks_are_missed():
    assert values(clinic(3, **PARTS), log_with(*BREAKS))("meal_breaks_missed_pct") == 25


def test_open_shifts_stay_empty_or_are_covered():
    levels = {(Level.UNFILLED, NURSE): [(8, 1), (20, 0)], (Level.AGENCY, NURSE): [(20, 2), (32, 0)]}
    value = values(clinic(3, **PARTS), log_with(levels=levels))
    assert value("unfilled_h_per_week[nurse]") == 12
    assert value("agency_h_per_week[nurse]") == 24
    with pytest.raises(KeyError):
        value("agency_h_per_week[prescriber]")  # always there


def test_observation_is_all_the_time_that_somebody_sits_with_a_person():
    watches = [
        (A, Work.CONSTANT_OBSERVATION, 0, NURSE, 10, 10, 20, Outcome.PUT_DOWN),
        (A, Work.CONSTANT_OBSERVATION, 0, NURSE, 10, 20, 22, Outcome.DONE),
        (C, Work.CONSTANT_OBSERVATION, 0, NURSE, 150, 160, 168, Outcome.IN_HAND),
        (B, Work.CONSTANT_OBSERVATION, 0, NOBODY, 150, NEVER, 151, Outcome.CANCELLED),
    ]
    assert values(clinic(3, **PARTS), log_with(*watches))("observation_h_per_week") == pytest.approx(20)
