"""Pieces of the unit on a bench: a clock, a log and scenarios small enough to follow by hand."""

import numpy as np

from sim.patients.population import draw_population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log
from sim.unit.run import simulate
from sim.vocabulary import Event, Level, Outcome, Work

WARD = {
    "schema_version": 1,
    "name": "bench",
    "run": {"length": "4 weeks", "warm_up": "0 h", "replications": 1, "seed": 5},
    "demand": {"sources": {"listed": {"listed": ("0 h",)}}},
    "unit": {"beds": 2},
    "protocols": {"stay": {"kind": "fixed stay", "stay": "24 h"}},
}

TAPER = {
    "kind": "buprenorphine taper",
    "induction": {
        "score_at_least": 8, "after_short_acting": "12 h", "after_long_acting": "36 h", "dose_mg": 4,
        "no_start_after": "72 h", "recheck_after": "45 min",
    },
    "mg_by_day": (8, 4),
    "dose_times": ("08:00", "20:00"),
    "least_gap": "6 h",
    "full_effect_mg": 8,
    "efficacy": 0.8,
    "covers": "12 h",
    "wears_off_over": "12 h",
    "review_at": "09:00",
    "ready": {"score_below": 8, "for": "24 h"},
}  # fmt: skip

OPIOID = {
    "share_pct": 100, "acting": "short", "onset": "8 h", "rise": "24 h", "decline": "72 h", "peak_score": 20.0,
}  # fmt: skip

CHECK_EVERY = {
    "none": "12 h", "mild": "8 h", "moderate": "4 h", "moderately_severe": "2 h", "severe": "2 h", "first_day": "4 h",
}  # fmt: skip


def task(role: str, takes: str, priority: int = 3, due_within: str = "0 h") -> dict:
    return {
        "roles": (role,),
        "takes": takes,
        "priority": priority,
        "due_within": due_within,
        "on_time_within": "30 min",
    }


def response(takes: str) -> dict:
    """By a nurse; it has no priority, because it waits for no other work."""
    return {name: said for name, said in task("nurse", takes).items() if name != "priority"}


CLINIC = WARD | {
    "staff": {
        "shift_end": "finish",
        "roles": {"nurse": {}, "prescriber": {}},
        "roster": {"all_week": {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": 2, "prescriber": 1}},
    },
    "tasks": {
        "nursing_assessment": task("nurse", "60 min", 2, "1 h"),
        "history_and_physical": task("prescriber", "30 min", 2, "24 h"),
        "first_dose": task("nurse", "15 min", 1),
        "dose": task("nurse", "6 min", 2),
        "check": task("nurse", "12 min"),
        "daily_review": task("prescriber", "15 min"),
        "discharge": task("nurse", "30 min", 4),
    },
    "withdrawal": {
        "opioids": {"heroin": OPIOID},
        "hours_since_use": "20 h",
        "look_again_every": "2 h",
        "check_every": CHECK_EVERY,
        "comfort_by_band": dict.fromkeys(("none", "mild", "moderate", "moderately_severe", "severe"), 0.0),
    },
    "protocols": {"taper": TAPER},
}


def run(tree: dict, replication: int = 0) -> Log:
    scenario = Scenario.model_validate(tree)
    return simulate(scenario, draw_population(scenario, replication))


def story(log: Log, *wanted: Event) -> list[tuple[float, str, float]]:
    """(time_h, event, value) of everybody, in the order of the log; all kinds unless some are named."""
    events = log.events
    rows = zip(events["time_h"], events["event"], events["value"], strict=True)
    return [(float(t), Event(e).name, float(v)) for t, e, v in rows if not wanted or e in wanted]


def work(log: Log, kind: Work) -> list[tuple[float, float, float, str]]:
    """(due_h, start_h, end_h, outcome) of each task of a kind."""
    tasks = log.tasks
    rows = np.flatnonzero(tasks["work"] == kind)
    return [
        (*(float(tasks[name][row]) for name in ("due_h", "start_h", "end_h")), Outcome(tasks["outcome"][row]).name)
        for row in rows
    ]


def steps(log: Log, level: Level, subject: int = 0) -> list[tuple[float, float]]:
    """(time_h, value) of each change of a level."""
    levels = log.levels
    rows = (levels["level"] == level) & (levels["subject"] == subject)
    return list(zip(levels["time_h"][rows].tolist(), levels["value"][rows].tolist(), strict=True))
