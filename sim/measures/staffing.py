"""How busy staff are, what they miss, and how much of the roster is not filled."""

from functools import partial
from math import nan

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import share_pct
from sim.measures.window import Bools, Steps
from sim.vocabulary import Level, Outcome, Work

measure = partial(declare, group="care")


@measure(
    "Staff use",
    "%",
    "Hours spent on the tasks of the model, of hours on shift; meal breaks are hours on shift but no task, and work "
    "outside the model is not counted.",
    kind="time-weighted",
    by="role",
)
def staff_use_pct(seen: Seen, role: int) -> float:
    on_shift_h = seen.steps(Level.ON_SHIFT, role).area()
    busy_h = seen.steps(Level.BUSY, role).area() - at_meals(seen, role).area()
    return 100 * busy_h / on_shift_h if 0 < on_shift_h < float("inf") else nan


@measure(
    "Overtime",
    "h a week",
    "Person-hours at work past the end of the shift.",
    kind="time-weighted",
    better="lower",
    by="role",
)
def overtime_h_per_week(seen: Seen, role: int) -> float:
    return 168 * seen.steps(Level.OVERTIME, role).mean()


@measure(
    "Shifts not filled",
    "h a week",
    "Person-hours of the roster for which nobody is on shift, agency staff neither.",
    kind="time-weighted",
    better="lower",
    by="role with open shifts",
    needs="open shifts",
)
def unfilled_h_per_week(seen: Seen, role: int) -> float:
    return 168 * seen.steps(Level.UNFILLED, role).mean()


@measure(
    "Agency staff",
    "h a week",
    "Person-hours of the roster that agency staff cover.",
    kind="time-weighted",
    better="lower",
    by="role with open shifts",
    needs="open shifts",
)
def agency_h_per_week(seen: Seen, role: int) -> float:
    return 168 * seen.steps(Level.AGENCY, role).mean()


@measure(
    "Meal breaks missed",
    "%",
    "Share of the meal breaks due in the window that had not begun when the shift ended.",
    kind="per break",
    better="lower",
    needs="meal breaks",
)
def meal_breaks_missed_pct(seen: Seen) -> float:
    return share_pct(_breaks(seen, Outcome.LAPSED), _breaks(seen, Outcome.DONE, Outcome.IN_HAND, Outcome.LAPSED))


@measure(
    "Constant observation",
    "h a week",
    "Person-hours of staff who stay with one person all the time.",
    kind="time-weighted",
    better="lower",
    needs="constant observation",
)
def observation_h_per_week(seen: Seen) -> float:
    return 168 * _at_work(seen, seen.tasks["work"] == Work.CONSTANT_OBSERVATION).mean()


def at_meals(seen: Seen, role: int) -> Steps:
    """How many people of a role are on their meal break; the level BUSY counts them."""
    return _at_work(seen, (seen.tasks["work"] == Work.MEAL_BREAK) & (seen.tasks["role"] == role))


def _at_work(seen: Seen, these: Bools) -> Steps:
    """How many people are at these tasks, rows of the task log, over time."""
    started = these & ~np.isnan(seen.tasks["start_h"])
    start_h, end_h = seen.tasks["start_h"][started], seen.tasks["end_h"][started]
    time_h = np.concatenate([[0.0], start_h, end_h])
    change = np.concatenate([[0.0], np.ones(start_h.size), -np.ones(end_h.size)])
    order = np.argsort(time_h, kind="stable")
    return Steps(time_h[order], np.cumsum(change[order]), seen.window)


def _breaks(seen: Seen, *outcomes: Outcome) -> Bools:
    """Rows of the task log: meal breaks that fell due in the window and ended so."""
    tasks = seen.tasks
    due = seen.window.holds(tasks["due_h"])
    return np.asarray((tasks["work"] == Work.MEAL_BREAK) & np.isin(tasks["outcome"], outcomes) & due)
