"""Counts for the figures: how stays ended, when people left, how long they waited and what blocked them."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from sim.measures.outcome import ended_by
from sim.measures.punctuality import fates
from sim.measures.seen import Seen
from sim.measures.window import Floats
from sim.vocabulary import Blocked, Event, Level, Work

Tally = Iterator[tuple[str, str, float]]

CAUSES = {"beds": Blocked.BEDS, "hours": Blocked.HOURS, "ratio": Blocked.RATIO}
OUTCOMES = {
    "completed": Event.DISCHARGED,
    "self-discharged": Event.SELF_DISCHARGED,
    "transferred to hospital": Event.TRANSFERRED,
    "discharged by the unit": Event.FACILITY_DISCHARGED,
}
WAIT_EDGES_DAYS = (0, 1, 2, 3, 5, 7, 14)
LAST_DAY = 15


def counts(seen: Seen) -> pd.DataFrame:
    """Columns topic, category, count; every category of a topic has a row, also with 0."""
    tallies = (_outcomes, _leaving, _waits, _blocked, _checks)
    rows = [row for tally in tallies for row in tally(seen)]
    return pd.DataFrame(rows, columns=["topic", "category", "count"])


def _outcomes(seen: Seen) -> Tally:
    for outcome, event in OUTCOMES.items():
        yield "outcome", outcome, int(np.count_nonzero(seen.ended & ended_by(seen, event)))
    yield "outcome", "still in the unit at the end", int(seen.steps(Level.OCCUPIED).value[-1])


def _leaving(seen: Seen) -> Tally:
    left_h = seen.time_of(Event.SELF_DISCHARGED)
    inside = seen.window.holds(left_h)
    day = np.minimum(seen.stay_h[inside] // 24 + 1, LAST_DAY).astype(int)
    for number, people in enumerate(np.bincount(day, minlength=LAST_DAY + 1)[1:], 1):
        yield "self_discharge_day", f"{number}+" if number == LAST_DAY else str(number), int(people)
    hour = (left_h[inside] + 24 * seen.scenario.run.first_weekday).astype(int) % 168
    for number, people in enumerate(np.bincount(hour, minlength=168)):
        yield "self_discharge_hour_of_week", str(number), int(people)


def _waits(seen: Seen) -> Tally:
    admitted_h = seen.time_of(Event.ADMITTED)
    days = (admitted_h - seen.time_of(Event.LISTED))[seen.window.holds(admitted_h)] / 24
    bins = np.bincount(np.searchsorted(WAIT_EDGES_DAYS, days, side="right") - 1, minlength=len(WAIT_EDGES_DAYS))
    for low, high, people in zip(WAIT_EDGES_DAYS, [*WAIT_EDGES_DAYS[1:], None], bins, strict=True):
        yield "wait_days", f"{low}+" if high is None else f"{low}-{high}", int(people)


def _blocked(seen: Seen) -> Tally:
    steps = seen.steps(Level.BLOCKED)
    for name, cause in CAUSES.items():
        yield "blocked_hours", name, float(np.sum(steps.hours[steps.value == cause]))
    called_h = seen.time_of(Event.CALLED)
    admitted = seen.window.holds(seen.time_of(Event.ADMITTED))
    waited = [
        _spent(steps.time_h, steps.value == cause, seen.time_of(Event.LISTED), called_h) for cause in CAUSES.values()
    ]
    longest = np.where(np.max(waited, axis=0) > 0, np.argmax(waited, axis=0), len(CAUSES))
    for number, name in enumerate([*CAUSES, "none"]):
        yield "blocked_admissions", name, int(np.count_nonzero(admitted & (longest == number)))


def _spent(time_h: Floats, holds: Sequence[bool], from_h: Floats, to_h: Floats) -> Floats:
    """Hours of the run between `from_h` and `to_h` of each person in which a condition holds; nan counts as none."""
    area = np.concatenate([[0.0], np.cumsum(np.asarray(holds[:-1]) * np.diff(time_h))])

    def until(moment_h: Floats) -> Floats:
        moment_h = np.maximum(moment_h, time_h[0])
        row = np.searchsorted(time_h, moment_h, side="right") - 1
        return area[row] + np.asarray(holds)[row] * (moment_h - time_h[row])

    return np.nan_to_num(until(to_h) - until(from_h))


def _checks(seen: Seen) -> Tally:
    for fate, checks in fates(seen, Work.CHECK).items():
        yield "checks", fate, int(np.count_nonzero(checks))
