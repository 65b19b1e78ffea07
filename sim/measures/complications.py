"""Complications: how often they begin, how soon they are found, and how many people go to hospital."""

from functools import partial

import numpy as np

from sim.measures.happened import Happened
from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean
from sim.measures.window import Bools, Floats
from sim.vocabulary import Event

measure = partial(declare, group="outcome")

BEGAN = "complications that began in the window"


@measure(
    "Complications",
    "per 100 admissions",
    f"All {BEGAN}, for each 100 people admitted in it.",
    kind="per patient",
    better="lower",
    needs="complications",
)
def complications_per_100_admissions(seen: Seen) -> float:
    return _per_100_admissions(seen, seen.happened[Event.COMPLICATION].time_h)


@measure(
    "Complication",
    "per 100 admissions",
    f"The {BEGAN} of this kind, for each 100 people admitted in it.",
    kind="per patient",
    better="lower",
    by="complication",
    needs="complications",
)
def complication_per_100_admissions(seen: Seen, kind: int) -> float:
    began = seen.happened[Event.COMPLICATION]
    return _per_100_admissions(seen, began.time_h[began.value == kind])


@measure(
    "Complications not noticed at once",
    "%",
    f"Share of {BEGAN} that staff found later than they began, or not before the stay or the run ended.",
    kind="per patient",
    better="lower",
    needs="complications",
)
def complications_found_late_pct(seen: Seen) -> float:
    after_h = _found_after_h(seen)
    return 100 * float(np.mean(after_h != 0)) if after_h.size else float("nan")


@measure(
    "Complications: until found, mean",
    "h",
    f"Hours from the beginning until staff know; {BEGAN} and were found.",
    kind="per patient",
    better="lower",
    needs="complications",
)
def complication_found_mean_h(seen: Seen) -> float:
    return mean(_found_after_h(seen))


@measure(
    "Sent to hospital",
    "per 100 admissions",
    "Transfers to hospital in the window, whether the person came back or not, for each 100 people admitted in it.",
    kind="per patient",
    better="lower",
    needs="hospital",
)
def sent_to_hospital_per_100_admissions(seen: Seen) -> float:
    return _per_100_admissions(seen, sent_to_hospital_h(seen))


def sent_to_hospital_h(seen: Seen) -> Floats:
    """When people were sent to hospital: with the bed held, or at once for good; one time for each transfer."""
    at_once = seen.happened[Event.TRANSFERRED].only(np.isnan(seen.time_of(Event.TO_HOSPITAL)))
    return np.concatenate([seen.happened[Event.TO_HOSPITAL].time_h, at_once.time_h])


def _per_100_admissions(seen: Seen, time_h: Floats) -> float:
    admitted = int(np.count_nonzero(seen.window.holds(seen.time_of(Event.ADMITTED))))
    return 100 * int(np.count_nonzero(seen.window.holds(time_h))) / admitted if admitted else float("nan")


def _found_after_h(seen: Seen) -> Floats:
    """Hours until each complication that began in the window was found; nan for never."""
    began, found = seen.happened[Event.COMPLICATION], seen.happened[Event.COMPLICATION_FOUND]
    found_h = dict(zip(_keys(found), found.time_h.tolist(), strict=True))
    after_h = np.array([found_h.get(key, np.nan) for key in _keys(began)]) - began.time_h
    inside: Bools = seen.window.holds(began.time_h)
    return np.asarray(after_h[inside])


def _keys(all_of_them: Happened) -> list[tuple[int, float]]:
    """Person and kind; a kind comes at most once in a stay."""
    return list(zip(all_of_them.person.tolist(), all_of_them.value.tolist(), strict=True))
