"""How people in withdrawal feel: hours in each band of the felt score."""

from functools import partial
from math import nan

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.vocabulary import Band, Event

measure = partial(declare, group="care")


@measure(
    "Time with a felt score",
    "h a patient-day",
    "Hours of each day of a stay during which the felt score is in the band; people in withdrawal care.",
    kind="per patient-day",
    by="band",
)
def felt_h_per_day(seen: Seen, band: int) -> float:
    return 24 * _share_in_bands(seen, band, band)


@measure(
    "Time in moderate withdrawal or worse",
    "h a patient-day",
    "Hours of each day of a stay during which the felt score is 13 or more; people in withdrawal care.",
    kind="per patient-day",
    better="lower",
)
def moderate_or_worse_h_per_day(seen: Seen) -> float:
    return 24 * _share_in_bands(seen, Band.MODERATE, Band.SEVERE)


def _share_in_bands(seen: Seen, lowest: int, highest: int) -> float:
    """Share of person-hours in withdrawal care, inside the window, with the felt score in these bands."""
    changes = seen.happened[Event.BAND]
    order = np.argsort(changes.person, kind="stable")
    person, start_h, band = changes.person[order], changes.time_h[order], changes.value[order]
    next_h = np.append(start_h[1:], np.nan)
    is_last = np.append(person[1:] != person[:-1], True) if person.size else np.zeros(0, dtype=bool)
    end_h = np.where(is_last, np.fmin(seen.left_h[person], seen.window.end_h), next_h)
    hours = np.clip(end_h, *_ends(seen)) - np.clip(start_h, *_ends(seen))
    total_h = float(hours.sum())
    return float(hours[(band >= lowest) & (band <= highest)].sum()) / total_h if total_h else nan


def _ends(seen: Seen) -> tuple[float, float]:
    return seen.window.start_h, seen.window.end_h
