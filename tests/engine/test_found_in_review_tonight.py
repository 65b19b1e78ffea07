"""What a second reading found about people who are here when the run starts: each case went wrong once."""

import pytest

from sim.vocabulary import Band, Event
from tests.engine.bench import CLINIC, TAPER, WARD, run, story

pytestmark = pytest.mark.unit

NOBODY_ELSE = {"sources": {"none": {"listed": ("600 h",)}}}
TONIGHT = {"stay_so_far": "20 h", "first_dose_ago": "18 h", "last_dose_ago": "2 h"}


def times(log, event):
    return [time_h for time_h, *_ in story(log, event)]


def tonight(person, **plan):
    census = {"in_bed": (person,)}
    return CLINIC | {"demand": NOBODY_ELSE, "census": census, "protocols": {"taper": TAPER | plan}}


def test_somebody_who_is_here_tonight_is_looked_at_under_their_dose():
    dosed, not_yet = tonight(TONIGHT), tonight({"stay_so_far": "20 h"})
    assert story(run(dosed), Event.BAND)[0] == (0.0, "BAND", Band.NONE)
    assert story(run(not_yet), Event.BAND)[0] == (0.0, "BAND", Band.MODERATE)


def test_a_round_too_soon_after_the_last_dose_of_somebody_here_tonight_is_passed_over():
    log = run(tonight(TONIGHT | {"last_dose_ago": "1 h"}, least_gap="10 h"))
    assert times(log, Event.DOSED)[0] == pytest.approx(20.1)


def test_people_in_a_bed_tonight_have_it_before_somebody_who_waits_longer_is_called():
    census = {"in_bed": ({"stay_so_far": "5 h"},), "waiting": ({"waited_so_far": "100 h"},)}
    log = run(WARD | {"unit": {"beds": 1}, "census": census, "demand": {"sources": {"none": {"listed": ("90 h",)}}}})
    assert [time_h for time_h in times(log, Event.CALLED) if time_h < 90] == [-5, pytest.approx(19)]


def test_the_census_waits_in_the_order_of_its_priorities():
    waiting = ({"waited_so_far": "100 h", "priority": "others"}, {"waited_so_far": "1 h", "priority": "first"})
    classes = {"first": {"share_pct": 50}, "others": {"share_pct": 50}}
    demand = {"sources": {"none": {"listed": ("300 h",)}}, "priority_classes": classes}
    log = run(WARD | {"unit": {"beds": 1}, "census": {"waiting": waiting}, "demand": demand})
    numbers = [
        int(who) for who, event in zip(log.events["patient"], log.events["event"], strict=True) if event == Event.CALLED
    ]
    assert times(log, Event.CALLED)[:2] == [0, 24]
    assert numbers[:2] == [2991, 1991]
