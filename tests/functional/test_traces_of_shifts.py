"""What the end of a shift does to screening in hand, worked out by hand, exact to 1e-9 h."""

from typing import Any

import pytest

from sim.scenario import Scenario
from sim.vocabulary import Event, Level, Outcome
from tests.functional.wards import exactly, level, listed, run, story, ward

pytestmark = pytest.mark.functional

LISTED = Event.LISTED
TWO_THEN_ONE = {
    "morning": {"days": "mon-sun", "from": "00:00", "to": "12:00", "intake": 2},
    "afternoon": {"days": "mon-sun", "from": "12:00", "to": "24:00", "intake": 1},
}
LATE_MORNING = ("11 h 30 min", "11 h 45 min", "11 h 50 min")


def desk(shift_end: str, roster: dict[str, Any], *calls: str, takes: str = "1 h") -> Scenario:
    """A telephone with a bed for everyone behind it: people are listed when their call ends."""
    task = {"roles": ("intake",), "takes": takes, "priority": 5, "on_time_within": "1 h"}
    return ward(
        beds="unlimited",
        sources=listed(*calls),
        demand={"screening": {"diverted_pct": 0, "lost_pct": 0}},
        staff={"shift_end": shift_end, "roles": {"intake": {}}, "roster": roster},
        tasks={"screening": task},
    )


@pytest.mark.parametrize(
    ("shift_end", "ends_h"),
    [
        # The two calls in hand at noon hold the one place until the second of them ends.
        ("finish", (12.5, 12.75, 13.75)),
        # At noon the later call is put down with 45 minutes to go, and taken up again at 12:30.
        ("stop", (12.5, 13.25, 14.25)),
        # At noon the new crew takes the third call, beside the two that the old crew finishes.
        ("handover", (12.5, 12.75, 13.0)),
    ],
)
def test_two_calls_in_hand_and_one_waiting_at_a_shift_change(shift_end: str, ends_h: tuple[float, ...]) -> None:
    told = story(desk(shift_end, TWO_THEN_ONE, *LATE_MORNING), LISTED)
    assert told == exactly(*((end_h, caller, LISTED) for caller, end_h in enumerate(ends_h)))


def test_what_is_put_down_is_two_rows_of_work() -> None:
    tasks = run(desk("stop", TWO_THEN_ONE, *LATE_MORNING))[1].tasks
    rows = zip(tasks["start_h"].tolist(), tasks["end_h"].tolist(), tasks["outcome"].tolist(), strict=True)
    assert [row for row in rows if row[0] in (11.75, 12.5)] == [
        (11.75, 12.0, Outcome.PUT_DOWN),
        (12.5, 13.25, Outcome.DONE),
    ]


@pytest.mark.parametrize(
    ("shift_end", "busy", "overtime"),
    [
        ("finish", [(11.5, 1), (11.75, 2), (12.5, 1), (13.75, 0)], [(12.0, 1), (12.5, 0)]),
        ("stop", [(11.5, 1), (11.75, 2), (12.0, 1), (14.25, 0)], []),
        (
            "handover",
            [(11.5, 1), (11.75, 2), (12.0, 3), (12.5, 2), (12.75, 1), (13.0, 0)],
            [(12.0, 2), (12.5, 1), (12.75, 0)],
        ),
    ],
)
def test_people_at_work_and_on_overtime(
    shift_end: str, busy: list[tuple[float, float]], overtime: list[tuple[float, float]]
) -> None:
    log = run(desk(shift_end, TWO_THEN_ONE, *LATE_MORNING))[1]
    assert level(log, Level.BUSY) == [(0.0, 0.0), *busy]
    assert level(log, Level.OVERTIME) == [(0.0, 0.0), *overtime]


def test_a_night_shift_is_not_over_because_the_week_is() -> None:
    """Sunday 23:30 and 23:45, two hours each: one person answers both, one after the other."""
    roster = {
        "day": {"days": "mon-sun", "from": "08:00", "to": "20:00", "intake": 1},
        "night": {"days": "mon-sun", "from": "20:00", "to": "08:00", "intake": 1},
    }
    scenario = desk("handover", roster, "6 days 23 h 30 min", "6 days 23 h 45 min", takes="2 h")
    assert story(scenario, LISTED) == exactly((169.5, 0, LISTED), (171.5, 1, LISTED))


def test_calls_wait_for_the_morning_when_nobody_is_there() -> None:
    roster = {"day": {"days": "mon-sun", "from": "08:00", "to": "20:00", "intake": 1}}
    told = story(desk("finish", roster, "3 h", "4 h", "19 h 30 min", "20 h"), LISTED)
    assert told == exactly((9, 0, LISTED), (10, 1, LISTED), (20.5, 2, LISTED), (33, 3, LISTED))


def test_unlimited_staff_let_nobody_wait() -> None:
    roster = {"always": {"days": "mon-sun", "from": "00:00", "to": "24:00", "intake": "unlimited"}}
    told = story(desk("finish", roster, "1 h", "1 h 10 min", "1 h 20 min"), LISTED)
    assert told == exactly((2, 0, LISTED), (2 + 1 / 6, 1, LISTED), (2 + 1 / 3, 2, LISTED))
