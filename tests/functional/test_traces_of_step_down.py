"""A detox bed kept for want of a step-down bed, worked out by hand, exact to 1e-9 h."""

from typing import Any

import pytest

from sim.vocabulary import Event, Level
from tests.functional.wards import exactly, level, listed, run, story, ward

pytestmark = pytest.mark.functional

DISCHARGED = Event.DISCHARGED


def test_a_ready_person_keeps_the_detox_bed_until_a_step_down_bed_is_free() -> None:
    """Stays of two hours, then five in a house with one bed: the second boards from 3 h to 7 h."""
    scenario = ward(beds=2, stay="2 h", sources=listed("0 h", "1 h"), transition=house(beds=1, stay="5 h"))
    told = story(scenario, Event.READY, DISCHARGED, Event.STEP_DOWN_LEFT)
    assert told == exactly(
        (2, 0, Event.READY), (2, 0, DISCHARGED), (3, 1, Event.READY),
        (7, 0, Event.STEP_DOWN_LEFT), (7, 1, DISCHARGED), (12, 1, Event.STEP_DOWN_LEFT),
    )  # fmt: skip
    assert level(run(scenario)[1], Level.BOARDING) == [(0.0, 0.0), (3.0, 1.0), (7.0, 0.0)]


def test_step_down_beds_go_to_those_who_have_boarded_longest() -> None:
    """Ready at 2, 3 and 4 h with one bed of five hours in the house: they move on at 2, 7 and 12 h."""
    scenario = ward(beds=3, stay="2 h", sources=listed("0 h", "1 h", "2 h"), transition=house(beds=1, stay="5 h"))
    assert story(scenario, DISCHARGED) == exactly((2, 0, DISCHARGED), (7, 1, DISCHARGED), (12, 2, DISCHARGED))


@pytest.mark.parametrize(
    ("limit", "leaves_h", "goes_to"), [("3 h", 6, 1), ("4 h", 7, 0)], ids=["too long", "just in time"]
)
def test_the_boarding_limit(limit: str, leaves_h: float, goes_to: int) -> None:
    """A bed that comes free on the limit is taken, even by a person of a lower number than the one who leaves it."""
    transition = house(beds=1, stay="5 h", otherwise="home") | {"boarding_limit": limit}
    sources = {"boards": {"listed": ("1 h",)}, "there_first": {"listed": ("0 h",)}}
    scenario = ward(beds=2, stay="2 h", sources=sources, transition=transition)
    events = run(scenario)[1].events
    assert story(scenario, DISCHARGED)[1] == exactly((leaves_h, 1, DISCHARGED))[0]
    assert events["value"][events["event"] == DISCHARGED].tolist() == [0, goes_to]


def house(beds: int, stay: str, **more: Any) -> dict[str, Any]:
    place = {"kind": "own step-down", "wish_pct": 100, "beds": beds, "stay": stay} | more
    home = {"kind": "none", "wish_pct": 0}
    return {"destinations": {"house": place, "home": home}}
