"""What a second reading of the engine found: each case went wrong once."""

import pytest

from sim.patients.episodes import EPISODE
from sim.patients.population import draw_population
from sim.scenario.scenario import Scenario
from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.work.crew import Crew
from sim.unit.work.dispatcher import Dispatcher
from sim.unit.work.task import Task
from sim.vocabulary import Event, Outcome, Work
from tests.engine.bench import CLINIC, TAPER, WARD, response, run, story, task, work

pytestmark = pytest.mark.unit

SHARED = {key: TAPER[key] for key in TAPER if key not in ("kind", "induction")}
LOW = {"prone_pct": 100, "low_pct": 50}
ALPHA2 = SHARED | {
    "kind": "alpha-2 agonist", "mg_by_day": (4, 2, 1, 1), "full_effect_mg": 4, "efficacy": 0.4,
    "dose_times": ("08:00", "14:00", "20:00"), "least_gap": "3 h", "blood_pressure": LOW,
}  # fmt: skip
LEAVES = {
    "per_day": 24.0, "reference_score": 10.0, "reference_pct": 20, "ratio_per_10_points": 1.0,
    "medication_started_ratio": 1.0, "aftercare_plan_ratio": 1.0,
    "settling": {"ratio": 1.0, "per": "1 day", "floor": 1.0},
}  # fmt: skip


def clinic(**parts):
    """The clinic of the bench with parts of it changed."""
    return CLINIC | {name: CLINIC.get(name, {}) | part for name, part in parts.items()}


def alpha2(seed, **changes):
    return clinic(run={"seed": seed}, tasks={"blood_pressure": task("nurse", "6 min", 2)}) | {
        "protocols": {"alpha2": ALPHA2 | changes}
    }


def first_reading_is_low(tree):
    return draw_population(Scenario.model_validate(tree), 0).traits.pressure_rank[0, 0] < 0.5


def times(log, event):
    return [time_h for time_h, *_ in story(log, event)]


def test_the_days_begin_with_a_first_dose_that_was_withheld():
    tree = next(tree for seed in range(50) if first_reading_is_low(tree := alpha2(seed)))
    log = run(tree)
    begun_h = times(log, Event.WITHHELD)[0]
    assert begun_h < times(log, Event.DOSED)[0]
    for time_h, _, mg in story(log, Event.DOSED, Event.WITHHELD):
        asked_h = time_h - 0.3
        assert mg == pytest.approx((4, 2, 1, 1)[max(0, int((asked_h - begun_h) // 24))] / 3)
    assert max(times(log, Event.DOSED)) < begun_h + 4 * 24 + 0.3


def test_blood_pressure_comes_before_the_first_dose_after_an_induction_too():
    tree = alpha2(1, induction=TAPER["induction"], blood_pressure={"prone_pct": 0, "low_pct": 50})
    log = run(tree)
    assert len(work(log, Work.BLOOD_PRESSURE)) == len(times(log, Event.DOSED))
    assert work(log, Work.BLOOD_PRESSURE)[0][2] <= work(log, Work.FIRST_DOSE)[0][1]


class Desk:
    """One nurse, and tasks that may ask for more when they are done."""

    def __init__(self, shift_end="finish"):
        self.clock, self.log, self.started = Clock(), Log(), []
        self.crew = Crew(self.clock, self.log, 0, 1, shift_end)
        self.dispatcher = Dispatcher(self.clock, self.log, [self.crew])

    def task(self, name, priority=3, done=lambda: None):
        now = self.clock.now
        began = lambda: self.started.append((name, self.clock.now))  # noqa: E731
        return Task(0, Work.CHECK, 0, (0,), priority, now, now, 1.0, done, began)


def test_of_two_tasks_asked_for_in_one_breath_the_more_urgent_one_is_first():
    desk = Desk()

    def asks():
        desk.dispatcher.ask(desk.task("can wait", priority=5))
        desk.dispatcher.ask(desk.task("urgent", priority=1))

    desk.dispatcher.ask(desk.task("first", done=asks))
    desk.clock.run(until=9)
    assert desk.started == [("first", 0), ("urgent", 1), ("can wait", 2)]


def test_nobody_starts_work_for_a_person_who_is_leaving():
    """One nurse, whose work on this person is cut short: the nurse does not turn to the person's next task."""
    roster = {"all": {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": 1}}
    tasks = {name: task("nurse", "90 h") for name in CLINIC["tasks"]}
    staff = {"shift_end": "finish", "roles": {"nurse": {}}, "roster": roster}
    log = run(CLINIC | {"staff": staff, "tasks": tasks, "leaving": LEAVES})
    assert len(times(log, Event.SELF_DISCHARGED)) == 1
    assert sorted(Outcome(outcome).name for outcome in log.tasks["outcome"]) == ["CANCELLED", "CUT_SHORT"]


def leaves_around_hospital(seed, **more):
    """When they would have left without the 20 h in hospital that the first dose brings 10 h later, and the log."""
    kinds = {
        "seizure": {
            "at_first_dose": {"share_pct": 100}, "begins_after": "10 h", "found_at_once": True,
            "ends": {"transfer_pct": 100},
        },
    }  # fmt: skip
    tree = clinic(tasks={"response": response("15 min")}, run={"seed": seed}) | {
        "complications": {"reference_score": 10, "kinds": kinds, "hospital": {"stay": "20 h", "bed_held_for": "24 h"}},
        "leaving": LEAVES | {"per_day": 1.0},
    }
    for part, changes in more.items():
        tree[part] = tree.get(part, {}) | changes
    leaves_h = 24 * float(draw_population(Scenario.model_validate(tree), 0).traits.leaves_at[0])
    return leaves_h, run(tree)


def assert_hospital_does_not_count(**more):
    checked = 0
    for seed in range(12):
        leaves_h, log = leaves_around_hospital(seed, **more)
        left = times(log, Event.SELF_DISCHARGED)
        if times(log, Event.TO_HOSPITAL) == [11.0] and left:
            checked += 1
            assert left == [pytest.approx(leaves_h + 20)]
    assert checked > 3


def test_the_time_in_hospital_does_not_count_towards_leaving():
    """Not even when the moment at which they would have left falls into it."""
    assert_hospital_does_not_count(withdrawal={"look_again_every": "100 h"})


def test_a_session_that_ends_while_somebody_is_in_hospital_does_not_concern_them():
    roster = {"all": {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": 2, "prescriber": 1, "counsellor": 1}}
    assert_hospital_does_not_count(
        staff={"roles": CLINIC["staff"]["roles"] | {"counsellor": {}}, "roster": roster},
        tasks={"group": task("counsellor", "3 h"), "response": response("15 min"), **CLINIC["tasks"]},
        counselling={"groups": {"talk": {"days": "mon", "at": "10:00", "up_to": 8}}},
    )


def test_a_session_that_is_put_down_does_not_gather_people_twice():
    roster = {
        "care": {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": 2, "prescriber": 1},
        "early": {"days": "mon-sun", "from": "08:00", "to": "10:30", "counsellor": 1},
        "late": {"days": "mon-sun", "from": "12:00", "to": "18:00", "counsellor": 1},
    }
    log = run(
        clinic(
            staff={"shift_end": "stop", "roles": CLINIC["staff"]["roles"] | {"counsellor": {}}, "roster": roster},
            tasks={"group": task("counsellor", "60 min") | {"on_time_within": "3 h"}},
            counselling={"groups": {"talk": {"days": "mon-sun", "at": "10:00", "up_to": 8}}},
        )
    )
    first = [row for row in work(log, Work.GROUP) if row[0] == 10]
    assert [outcome for *_, outcome in first] == ["PUT_DOWN", "DONE"]
    assert len([time_h for time_h in times(log, Event.ATTENDED) if time_h < 24]) == 1


def test_the_ratio_lets_somebody_in_as_soon_as_a_person_has_left():
    staff = {
        "shift_end": "finish", "roles": {"nurse": {}},
        "roster": {"all": {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": 1}},
    }  # fmt: skip
    unit = {"beds": 2, "turnover": "3 h", "ratio": {"role": "nurse", "patients": 1}}
    log = run(WARD | {"staff": staff, "unit": unit, "demand": {"sources": {"two": {"listed": ("1 h", "2 h")}}}})
    assert times(log, Event.ADMITTED) == [1, 25]


def test_a_room_changes_hands_while_a_bed_in_it_is_cleaned():
    groups = {"room": {"beds": 2, "room_beds": 2, "rooms_apart": "woman"}}
    people = {"traits": {"woman": {"share_pct": 0, "where": {"hers": 100}}}}
    demand = {"sources": {"his": {"listed": ("0 h",)}, "hers": {"listed": ("1 h",)}}}
    unit = {"beds": 2, "bed_groups": groups, "turnover": "3 h"}
    log = run(WARD | {"unit": unit, "people": people, "demand": demand})
    assert times(log, Event.ADMITTED) == [0, 24]


def test_the_log_holds_as_many_repeats_as_a_long_run_has():
    log = Log()
    log.task(0, Work.MEAL_BREAK, 40_000, 0, 0.0, 0.0, 0.0, 0.5, Outcome.DONE)
    assert log.tasks["repeat"].tolist() == [40_000]


def test_the_order_of_an_instant_holds_for_somebody_who_came_back_many_times():
    clock, told = Clock(), []
    clock.at(1.0, Order.FINISHED, 1000 * EPISODE, told.append, "work finished")
    clock.at(1.0, Order.REFERRAL, 1000, told.append, "referral")
    clock.run(until=2)
    assert told == ["work finished", "referral"]


def test_a_round_that_takes_no_time_happens_once():
    tasks = {name: task("nurse", "0 h") for name in ("dose", "first_dose")}
    log = run(clinic(tasks=tasks) | {"protocols": {"taper": TAPER | {"least_gap": "0 h"}}})
    rounds = [time_h for time_h in times(log, Event.DOSED) if time_h % 24 in (8, 20)]
    assert rounds == [8, 20, 32, 44]


STAFF_ON_THURSDAYS = CLINIC["staff"] | {
    "roles": CLINIC["staff"]["roles"] | {"late": {}},
    "roster": CLINIC["staff"]["roster"] | {"thu": {"days": "thu", "from": "08:00", "to": "24:00", "late": 1}},
}


def naltrexone(injection, **more):
    plan = SHARED | {
        "kind": "naltrexone", "induction": TAPER["induction"], "mg_by_day": (8,), "injection": injection,
    } | more  # fmt: skip
    return clinic(tasks={"injection": task("nurse", "12 min", 2)}) | {"protocols": {"naltrexone": plan}}


def test_a_first_dose_that_is_late_is_not_taken_for_none():
    rapid = {"from_day": 3, "felt_ratio": 1.0, "injection_on_day": 5}
    tree = naltrexone({"lasts": "28 days", "rapid": rapid})
    tree["tasks"] = tree["tasks"] | {"first_dose": task("late", "15 min", 1)}
    tree["staff"] = STAFF_ON_THURSDAYS
    log = run(tree)
    first_h = times(log, Event.DOSED)[0]
    assert first_h > 72
    assert times(log, Event.INJECTED) == [pytest.approx(first_h + 4 * 24, abs=1)]


def test_naltrexone_waits_for_the_opioid_free_days_after_a_dose_that_was_given_late():
    tree = naltrexone({"lasts": "28 days", "opioid_free": "7 days"})
    tree["tasks"] = tree["tasks"] | {"dose": task("late", "6 min")}
    tree["staff"] = STAFF_ON_THURSDAYS
    log = run(tree)
    last_h = times(log, Event.DOSED)[-1]
    assert last_h > times(log, Event.DOSED)[0] + 48
    assert times(log, Event.INJECTED)[0] > last_h + 7 * 24


def test_the_next_shift_does_not_finish_the_meal_of_the_last():
    roster = {"day": {"days": "mon-sun", "from": "08:00", "to": "20:00", "nurse": 1}}
    meal = {"lasts": "30 min", "shifts_from": "6 h", "priority": 9}
    staff = {"shift_end": "stop", "roles": {"nurse": {"meal_break": meal}}, "roster": roster}
    demand = {"sources": {"call": {"listed": ("8 h",)}}, "screening": {"diverted_pct": 0, "lost_pct": 0}}
    long_call = {"screening": task("nurse", "705 min")}
    log = run(WARD | {"run": WARD["run"] | {"length": "2 days"}, "staff": staff, "demand": demand, "tasks": long_call})
    rows = [row for row in work(log, Work.MEAL_BREAK) if 8 < row[0] < 20]
    assert [(end_h, outcome) for _, _, end_h, outcome in rows] == [(20, "PUT_DOWN"), (20, "LAPSED")]
