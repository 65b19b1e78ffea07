"""How busy staff are, and how long they stay past the end of a shift."""

from functools import partial
from math import nan

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.vocabulary import Level

measure = partial(declare, group="care")


@measure(
    "Staff use",
    "%",
    "Hours spent on the tasks of the model, of hours on shift; work outside the model is not counted.",
    kind="time-weighted",
    by="role",
)
def staff_use_pct(seen: Seen, role: int) -> float:
    on_shift_h = seen.steps(Level.ON_SHIFT, role).area()
    busy_h = seen.steps(Level.BUSY, role).area()
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
