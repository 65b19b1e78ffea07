"""The front door: who is called when, and what is said to block."""

import pytest

from sim.vocabulary import Blocked, Event, Level
from tests.engine.bench import WARD, run, steps, story, task

pytestmark = pytest.mark.functional


def ward(arrivals, beds=1, demand=None, **unit):
    return WARD | {
        "demand": {"sources": {"listed": {"listed": arrivals}}} | (demand or {}),
        "unit": {"beds": beds} | unit,
    }


def times(log, event):
    return [time_h for time_h, *_ in story(log, event)]


def test_turnover_comes_between_two_people_in_a_bed():
    log = run(ward(("0 h", "1 h"), turnover="2 h"))
    assert times(log, Event.ADMITTED) == [0, 26]
    assert steps(log, Level.CLEANING) == [(0, 0), (24, 1), (26, 0), (50, 1), (52, 0)]


def test_admission_hours_block_and_open():
    hours = ({"days": "mon-sun", "from": "08:00", "to": "20:00"},)
    log = run(ward(("1 h",), admission_hours=hours))
    assert times(log, Event.ADMITTED) == [8]
    assert steps(log, Level.BLOCKED) == [(0, Blocked.NOT), (1, Blocked.HOURS), (8, Blocked.NOT)]


def test_somebody_who_comes_when_the_doors_close_waits_until_they_open():
    hours = ({"days": "mon-sun", "from": "08:00", "to": "20:00"},)
    assert times(run(ward(("20 h",), admission_hours=hours)), Event.ADMITTED) == [32]
    assert times(run(ward(("8 h",), admission_hours=hours)), Event.ADMITTED) == [8]


def test_the_ratio_rule_keeps_a_bed_empty():
    tree = ward(("0 h", "1 h"), beds=2, ratio={"role": "nurse", "patients": 1.0}) | {
        "staff": {
            "shift_end": "finish",
            "roles": {"nurse": {}},
            "roster": {
                "early": {"days": "mon", "from": "00:00", "to": "06:00", "nurse": 1},
                "late": {"days": "mon", "from": "06:00", "to": "24:00", "nurse": 2},
            },
        }
    }
    log = run(tree)
    assert times(log, Event.ADMITTED) == [0, 6]
    assert steps(log, Level.BLOCKED) == [(0, Blocked.NOT), (1, Blocked.RATIO), (6, Blocked.NOT)]


def test_a_reserved_bed_is_nobody_elses_and_a_no_show_gives_it_back():
    demand = {"travel": "3 h", "no_show": {"at_once_pct": 100, "per_day_pct": 0}}
    log = run(ward(("0 h", "1 h"), demand=demand))
    assert times(log, Event.NO_SHOW) == [3, 6]
    assert times(log, Event.CALLED) == [0, 3]
    assert steps(log, Level.RESERVED) == [(0, 0), (0, 1), (3, 0), (3, 1), (6, 0)]


def test_classes_are_called_in_their_order_and_first_come_first_served_inside():
    classes = {"first": {"share_pct": 0}, "second": {"share_pct": 100}}
    sources = {
        "a": {"listed": ("0 h", "1 h", "2 h"), "priority": "second"},
        "b": {"listed": ("3 h",), "priority": "first"},
    }
    log = run(ward((), demand={"sources": sources, "priority_classes": classes}))
    events = log.events
    order = events["patient"][events["event"] == Event.ADMITTED].tolist()
    assert order == [1000, 1001, 2000, 3000]


def test_patience_ends_after_a_bed_has_come_free_at_the_same_instant():
    assert times(run(ward(("0 h", "0 h"), demand={"patience": "24 h"})), Event.ADMITTED) == [0, 24]
    log = run(ward(("0 h", "0 h"), demand={"patience": "23 h"}))
    assert times(log, Event.ADMITTED) == [0]
    assert times(log, Event.GAVE_UP) == [23]


def test_a_full_list_refuses():
    log = run(ward(("0 h", "1 h", "2 h"), demand={"list_limit": 1}))
    assert times(log, Event.REFUSED) == [2]
    assert times(log, Event.ADMITTED) == [0, 24]


def test_screening_is_work_for_intake_staff_in_their_hours():
    tree = ward(("0 h",), demand={"screening": {"diverted_pct": 0, "lost_pct": 0}}) | {
        "staff": {
            "shift_end": "finish",
            "roles": {"intake": {}},
            "roster": {"day": {"days": "mon-fri", "from": "09:00", "to": "17:00", "intake": 1}},
        },
        "tasks": {"screening": task("intake", "30 min")},
    }
    assert times(run(tree), Event.LISTED) == [9.5]


@pytest.mark.parametrize(("lost_pct", "diverted_pct", "event"), [(100, 0, Event.LOST), (0, 100, Event.DIVERTED)])
def test_screening_can_lose_or_divert(lost_pct, diverted_pct, event):
    tree = ward(("0 h",), demand={"screening": {"diverted_pct": diverted_pct, "lost_pct": lost_pct}}) | {
        "staff": {
            "shift_end": "finish",
            "roles": {"intake": {}},
            "roster": {"day": {"days": "mon-sun", "from": "00:00", "to": "24:00", "intake": 1}},
        },
        "tasks": {"screening": task("intake", "30 min")},
    }
    assert story(run(tree))[-1][:2] == (0.5, event.name)
