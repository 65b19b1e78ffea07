"""The way out: boarding, the own step-down house, outside places, outpatient slots and discharge hours."""

import pytest

from sim.vocabulary import Event, Level
from tests.engine.bench import WARD, run, steps, story

pytestmark = pytest.mark.functional

HOUSE = {"kind": "own step-down", "wish_pct": 100, "beds": 1, "stay": "100 h", "otherwise": "home"}
HOME = {"kind": "none", "wish_pct": 0}


def ward(destinations, limit=None, arrivals=("0 h",), **unit):
    transition = {"destinations": destinations} | ({"boarding_limit": limit} if limit else {})
    return WARD | {
        "demand": {"sources": {"listed": {"listed": arrivals}}},
        "transition": transition,
        "unit": WARD["unit"] | unit,
    }


def test_the_second_person_boards_until_the_house_has_a_bed():
    log = run(ward({"house": HOUSE, "home": HOME}, arrivals=("0 h", "10 h")))
    assert story(log, Event.DISCHARGED) == [(24, "DISCHARGED", 0), (124, "DISCHARGED", 0)]
    assert steps(log, Level.BOARDING) == [(0, 0), (24, 1), (24, 0), (34, 1), (124, 0)]
    assert steps(log, Level.STEP_DOWN) == [(0, 0), (24, 1), (124, 0), (124, 1), (224, 0)]


def test_at_the_limit_the_next_option_is_taken():
    log = run(ward({"house": HOUSE, "home": HOME}, limit="20 h", arrivals=("0 h", "10 h")))
    assert story(log, Event.DISCHARGED) == [(24, "DISCHARGED", 0), (54, "DISCHARGED", 1)]


def test_a_bed_that_frees_at_the_limit_is_taken():
    log = run(ward({"house": HOUSE, "home": HOME}, limit="90 h", arrivals=("0 h", "10 h")))
    assert story(log, Event.DISCHARGED)[1] == (124, "DISCHARGED", 0)


def test_boarding_blocks_the_detox_bed_for_the_next_person():
    log = run(ward({"house": HOUSE, "home": HOME}, arrivals=("0 h", "1 h", "2 h"), beds=2))
    assert [time_h for time_h, *_ in story(log, Event.ADMITTED)] == [0, 1, 24]


def test_an_outside_place_comes_free_after_its_wait():
    outside = {"kind": "outside place", "wish_pct": 100, "wait": "30 h", "otherwise": "home"}
    log = run(ward({"outside": outside, "home": HOME}, limit="48 h"))
    assert story(log, Event.READY, Event.PLACED) == [(24, "READY", 0), (54, "PLACED", 0)]
    log = run(ward({"outside": outside, "home": HOME}, limit="12 h"))
    assert story(log, Event.READY, Event.PLACED) == [(24, "READY", 0), (36, "PLACED", 1)]


def test_outpatient_slots_on_weekdays_are_taken_in_order():
    clinic = {"kind": "outpatient", "wish_pct": 100, "days": "mon-fri", "slot_time": "10:00", "slots_per_day": 1}
    arrivals = ("80 h", "81 h", "82 h")  # ready on Friday from 08:00 on
    log = run(ward({"clinic": clinic}, arrivals=arrivals, beds=3))
    gaps_h = [value for _, _, value in story(log, Event.APPOINTMENT)]
    assert gaps_h == [106 - 104, 178 - 105, 202 - 106]


def test_discharge_waits_for_discharge_hours():
    hours = ({"days": "mon-fri", "from": "09:00", "to": "17:00"},)
    log = run(ward({"home": HOME | {"wish_pct": 100}}, arrivals=("0 h",), discharge_hours=hours))
    assert story(log, Event.READY, Event.DISCHARGED) == [(24, "READY", 0), (33, "DISCHARGED", 0)]
