"""Doors that open and close, nurses who come and go, and the end of the run: worked out by hand, exact to 1e-9 h."""

from typing import Any

import pytest

from sim.vocabulary import Blocked, Event, Level
from tests.functional.wards import exactly, level, listed, run, story, ward, windows

pytestmark = pytest.mark.functional

ADMITTED, DISCHARGED = Event.ADMITTED, Event.DISCHARGED

OFFICE = windows(("mon-fri", "08:00", "16:00"))


@pytest.mark.parametrize(
    ("referred", "called_h"),
    [("7 h", 8), ("8 h", 8), ("15 h 59 min", 15 + 59 / 60), ("16 h", 32), ("4 days 17 h", 7 * 24 + 8)],
    ids=["before opening", "at opening", "before closing", "at closing", "Friday evening"],
)
def test_admission_hours(referred: str, called_h: float) -> None:
    told = story(ward(sources=listed(referred), unit={"admission_hours": OFFICE}), ADMITTED)
    assert told == exactly((called_h, 0, ADMITTED))


@pytest.mark.parametrize(
    ("ready", "leaves_h"),
    [("7 h", 8), ("8 h", 8), ("15 h 59 min", 15 + 59 / 60), ("16 h", 32), ("4 days 17 h", 7 * 24 + 8)],
    ids=["before opening", "at opening", "before closing", "at closing", "Friday evening"],
)
def test_discharge_hours(ready: str, leaves_h: float) -> None:
    told = story(ward(sources=listed("0 h"), stay=ready, unit={"discharge_hours": OFFICE}), DISCHARGED)
    assert told == exactly((leaves_h, 0, DISCHARGED))


def test_nothing_happens_on_the_horizon() -> None:
    """Referred at the end, and a stay that ends there: neither is seen."""
    told = story(ward(sources=listed("14 h", "1 day"), length="1 day"))
    assert told[-1] == (14.0, 0, ADMITTED)


def nurses(day: int, night: int) -> dict[str, Any]:
    return {
        "shift_end": "finish",
        "roles": {"nurse": {}},
        "roster": {
            "day": {"days": "mon-sun", "from": "08:00", "to": "20:00", "nurse": day},
            "night": {"days": "mon-sun", "from": "20:00", "to": "08:00", "nurse": night},
        },
    }


def test_the_ratio_rule_opens_a_bed_when_the_day_shift_comes() -> None:
    """One patient for each nurse: the second person waits for 08:00 in spite of three free beds."""
    unit = {"ratio": {"role": "nurse", "patients": 1}}
    scenario = ward(beds=4, sources=listed("1 h", "2 h"), unit=unit, staff=nurses(day=2, night=1))
    assert story(scenario, ADMITTED) == exactly((1, 0, ADMITTED), (8, 1, ADMITTED))
    assert level(run(scenario)[1], Level.BLOCKED)[:3] == [(0.0, Blocked.NOT), (2.0, Blocked.RATIO), (8.0, Blocked.NOT)]


def test_the_log_says_what_blocks_the_first_of_the_list() -> None:
    """The bed is free at 19:00, the doors open at 07:00, the nurse comes at 08:00."""
    unit = {"ratio": {"role": "nurse", "patients": 1}, "admission_hours": windows(("mon-sun", "07:00", "10:00"))}
    scenario = ward(beds=1, sources=listed("9 h", "9 h 30 min"), unit=unit, staff=nurses(day=1, night=0))
    assert level(run(scenario)[1], Level.BLOCKED) == [
        (0.0, Blocked.NOT), (9.5, Blocked.BEDS), (19.0, Blocked.HOURS), (31.0, Blocked.RATIO), (32.0, Blocked.NOT),
    ]  # fmt: skip
