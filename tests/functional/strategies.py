"""Small wards for Hypothesis, written as in a scenario file; round hours make ties likely."""

from typing import Any

from hypothesis import strategies as st

Tree = dict[str, Any]

STAYS = st.sampled_from(
    [
        "6 h",
        "1 day",
        {"exponential": {"mean": "1 day"}},
        {"uniform": {"low": "2 h", "high": "2 days"}},
        {"empirical": ["6 h", "12 h", "3 days"]},
    ]
)
SHORT = st.sampled_from(["0 h", "1 h", "2 h", {"uniform": {"low": "0 h", "high": "3 h"}}])
PATIENCE = st.sampled_from(["0 h", "6 h", "1 day", {"exponential": {"mean": "12 h"}}])
OPEN = st.sampled_from(
    [
        ({"days": "mon-fri", "from": "08:00", "to": "16:00"},),
        ({"days": "mon-sun", "from": "06:00", "to": "18:00"},),
        ({"days": "mon, wed, sat", "from": "12:00", "to": "24:00"},),
    ]
)
CLASSES = {"priority_classes": {"first": {"share_pct": 30}, "second": {"share_pct": 70}}}
NO_SHOW = {"no_show": {"at_once_pct": 20, "per_day_pct": 10}}

REFERRED = st.sampled_from(
    [
        {"everyone": {"share_pct": 100}},
        {"some": {"share_pct": 40}, "others": {"share_pct": 60}},
        {"some": {"share_pct": 100}, "booked": {"scheduled": {"every": "6 h"}}},
        {"booked": {"scheduled": {"every": "8 h", "first": "2 h"}}, "some": {"share_pct": 100}},
        {"some": {"share_pct": 100}, "known": {"listed": ("10 h", "12 h", "12 h 30 min")}},
    ]
)


def staff(shift_end: str, day: int, night: int) -> Tree:
    """Nurses for the ratio rule and intake for screening, by day and by night."""
    return {
        "shift_end": shift_end,
        "roles": {"nurse": {}, "intake": {}},
        "roster": {
            "day": {"days": "mon-sun", "from": "08:00", "to": "20:00", "nurse": day, "intake": day},
            "night": {"days": "mon-sun", "from": "20:00", "to": "08:00", "nurse": night, "intake": night},
        },
    }


STAFF = st.builds(
    staff, st.sampled_from(["finish", "stop", "handover"]), day=st.integers(1, 3), night=st.integers(0, 2)
)
TASKS = {
    "screening": {
        "roles": ("intake",),
        "takes": {"exponential": {"mean": "2 h"}},
        "priority": 5,
        "on_time_within": "1 h",
    }
}
SCREENING = {"screening": {"diverted_pct": 10, "lost_pct": 10}}
RATIO = {"ratio": {"role": "nurse", "patients": 2}}


@st.composite
def fixed_hours(draw: st.DrawFn) -> Tree:
    """Wards in which nothing but beds and open hours makes anyone wait, and all are treated alike."""
    unit = draw(
        st.fixed_dictionaries({}, optional={"turnover": SHORT, "admission_hours": OPEN, "discharge_hours": OPEN})
    )
    demand = draw(st.fixed_dictionaries({"per_day": st.sampled_from([0.5, 2, 5])}, optional={"travel": SHORT}))
    return {
        "beds": draw(st.integers(1, 4)),
        "stay": draw(STAYS),
        "length": f"{draw(st.integers(3, 15))} days",
        "sources": draw(REFERRED),
        "demand": demand,
        "unit": unit,
    }


@st.composite
def transitions(draw: st.DrawFn) -> Tree:
    """A small step-down house, with or without a limit to boarding."""
    house = {
        "kind": "own step-down",
        "wish_pct": 70,
        "beds": draw(st.integers(0, 2)),
        "stay": draw(STAYS),
        "otherwise": "home",
    }
    limit = draw(st.sampled_from(["6 h", "1 day"]))
    return {"boarding_limit": limit, "destinations": {"house": house, "home": {"kind": "none", "wish_pct": 30}}}


@st.composite
def all_rules(draw: st.DrawFn) -> Tree:
    """Wards with any of the rules of the front door, the ratio rule and a step-down house."""
    tree = draw(fixed_hours())
    for part in (CLASSES, NO_SHOW):
        tree["demand"] |= part if draw(st.booleans()) else {}
    tree["demand"] |= draw(st.fixed_dictionaries({}, optional={"patience": PATIENCE, "list_limit": st.integers(0, 3)}))
    tree["unit"] |= RATIO if draw(st.booleans()) else {}
    tree["staff"] = draw(STAFF)
    if draw(st.booleans()):
        tree["demand"] |= SCREENING
        tree["tasks"] = TASKS
    return tree | ({"transition": draw(transitions())} if draw(st.booleans()) else {})
