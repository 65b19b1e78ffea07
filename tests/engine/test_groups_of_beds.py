"""Bed groups and rooms: who may have which bed, worked out by hand."""

import pytest

from sim.scenario.beds import BedGroup
from sim.unit.rooms import Rooms
from sim.vocabulary import Blocked, Event, Level
from tests.engine.bench import WARD, run, steps, story

pytestmark = pytest.mark.unit


def ward(groups, sources, **traits):
    """Sources are (time, traits that everybody from there has); stays last 24 h."""
    names = {name for _, has in sources for name in has}
    people = {
        "traits": {
            name: {"share_pct": 0, "where": {f"s{n}": 100 for n, (_, has) in enumerate(sources) if name in has}}
            for name in sorted(names)
        }
    }
    demand = {"sources": {f"s{n}": {"listed": (time,)} for n, (time, _) in enumerate(sources)}}
    unit = {"beds": sum(group["beds"] for group in groups.values()), "bed_groups": groups}
    return WARD | {"people": people, "demand": demand, "unit": unit | traits}


def beds(log):
    return [(time_h, int(value)) for time_h, _, value in story(log, Event.BED)]


def test_the_most_specific_group_comes_first():
    groups = {"all": {"beds": 1}, "women": {"beds": 1, "only_for": ("woman",)}}
    log = run(ward(groups, [("0 h", ["woman"]), ("1 h", ["woman"]), ("2 h", [])]))
    assert beds(log) == [(0, 1), (1, 0), (25, 0)]
    assert steps(log, Level.GROUP_OCCUPIED, 1) == [(0, 0), (0, 1), (24, 0)]


def test_someone_further_down_is_called_when_only_they_may_have_the_bed():
    groups = {"all": {"beds": 1}, "women": {"beds": 1, "only_for": ("woman",)}}
    log = run(ward(groups, [("0 h", []), ("1 h", []), ("2 h", ["woman"])]))
    assert beds(log) == [(0, 0), (2, 1), (24, 0)]
    assert (1, Blocked.BEDS) in steps(log, Level.BLOCKED)


def test_nowhere_else_keeps_people_out_of_other_groups():
    groups = {"all": {"beds": 2}, "single": {"beds": 1, "only_for": ("isolated",), "nowhere_else": True}}
    log = run(ward(groups, [("0 h", ["isolated"]), ("1 h", ["isolated"])]))
    assert beds(log) == [(0, 1), (24, 1)]


def test_people_who_are_kept_apart_share_no_room():
    groups = {"rooms": {"beds": 4, "room_beds": 2, "rooms_apart": "woman"}}
    everybody = [("0 h", ["woman"]), ("1 h", []), ("2 h", []), ("3 h", ["woman"]), ("4 h", [])]
    log = run(ward(groups, everybody, turnover="1 h"))
    called = [time_h for time_h, *_ in story(log, Event.CALLED)]
    assert called == [0, 1, 2, 3, 26]  # the room of the men: one leaves at 25, the bed is clean at 26


def test_rooms_fill_up_one_by_one_and_change_hands_when_empty():
    rooms = Rooms(3, BedGroup(beds=3, room_beds=2, rooms_apart="woman"))
    first, second = rooms.take(0), rooms.take(1)
    assert (first, second) == (0, 1)
    assert rooms.admits(0)
    assert not rooms.admits(1)
    rooms.leave(first, 0)
    assert not rooms.admits(0) or rooms.free == 1
    rooms.cleaned(first)
    assert rooms.admits(1)
    assert [rooms.take(1), rooms.take(1)] == [0, 0]
    assert not rooms.admits(1)
    with pytest.raises(ValueError, match="no room"):
        rooms.take(0)
