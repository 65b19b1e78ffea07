"""After the unit: who returns to use, and who comes back."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.outcome import ENDED
from sim.measures.seen import Seen
from sim.measures.statistics import share_pct
from sim.measures.window import Floats
from sim.patients.episodes import person_of
from sim.vocabulary import Event

measure = partial(declare, group="after")

WITHIN = "Share of people who {0} within {1} of leaving; all {2} at least {1} before its end, however they ended."
RETURN = "return to use"
READMITTED = "are admitted here again"


@measure(
    "Returned to use within 30 days",
    "%",
    WITHIN.format(RETURN, "30 days", ENDED),
    kind="per patient",
    better="lower",
    needs="afterwards",
)
def returned_to_use_30_days_pct(seen: Seen) -> float:
    return _within(seen, seen.time_of(Event.RETURNED_TO_USE), 30)


@measure(
    "Returned to use within 90 days",
    "%",
    WITHIN.format(RETURN, "90 days", ENDED),
    kind="per patient",
    better="lower",
    needs="afterwards",
)
def returned_to_use_90_days_pct(seen: Seen) -> float:
    return _within(seen, seen.time_of(Event.RETURNED_TO_USE), 90)


@measure(
    "Readmitted within 30 days",
    "%",
    WITHIN.format(READMITTED, "30 days", ENDED),
    kind="per patient",
    better="lower",
    needs="coming back",
)
def readmitted_30_days_pct(seen: Seen) -> float:
    return _within(seen, seen.next_admitted_h, 30)


@measure(
    "Readmitted within 90 days",
    "%",
    WITHIN.format(READMITTED, "90 days", ENDED),
    kind="per patient",
    better="lower",
    needs="coming back",
)
def readmitted_90_days_pct(seen: Seen) -> float:
    return _within(seen, seen.next_admitted_h, 90)


@measure(
    "Stays for each person",
    "stays a person",
    "Admissions in the window, for each person who was admitted in it.",
    kind="per patient",
    needs="coming back",
)
def stays_per_person(seen: Seen) -> float:
    admitted = seen.window.holds(seen.time_of(Event.ADMITTED))
    people = np.unique(person_of(seen.population.number[admitted])).size
    return int(np.count_nonzero(admitted)) / people if people else float("nan")


def _within(seen: Seen, time_h: Floats, days: int) -> float:
    hours = 24.0 * days
    return share_pct(time_h - seen.left_h <= hours, seen.ended_before(hours))
