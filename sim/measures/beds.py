"""Beds: how full, how quickly reused, and how much of them is blocked or closed."""

from functools import partial
from math import inf, nan

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.vocabulary import Blocked, Event, Level

measure = partial(declare, group="beds")


@measure(
    "Bed occupancy",
    "%",
    "Mean over time of beds that people have, of all beds; those held for somebody in hospital count.",
    kind="time-weighted",
    headline=True,
)
def occupancy_pct(seen: Seen) -> float:
    return _of_beds(seen, seen.steps(Level.OCCUPIED).mean())


@measure(
    "Bed occupancy of a group",
    "%",
    "Mean over time of the group's beds that people have, of all of its beds.",
    kind="time-weighted",
    by="bed group",
    needs="bed groups",
)
def group_occupancy_pct(seen: Seen, group: int) -> float:
    groups = list((seen.scenario.unit.bed_groups or {}).values())
    return 100 * seen.steps(Level.GROUP_OCCUPIED, group).mean() / groups[group].beds


@measure(
    "Bed occupancy, 90th percentile", "%", "Occupancy not exceeded for nine tenths of the time.", kind="time-weighted"
)
def occupancy_p90_pct(seen: Seen) -> float:
    return _of_beds(seen, seen.steps(Level.OCCUPIED).quantile(0.9))


@measure(
    "Time with no free bed",
    "%",
    "Share of time in which every bed is occupied, reserved or being cleaned.",
    kind="time-weighted",
    better="lower",
)
def full_pct(seen: Seen) -> float:
    if seen.beds == inf:
        return 0.0
    times, free = free_beds(seen)
    held = np.diff(np.clip(times, seen.window.start_h, seen.window.end_h), append=seen.window.end_h)
    return 100 * float(np.sum(held[free < 1])) / seen.window.length_h


@measure("Admissions for each bed", "a year", "Bed turnover: admissions a year divided by beds.", kind="count")
def admissions_per_bed_year(seen: Seen) -> float:
    admitted = np.count_nonzero(seen.window.holds(seen.time_of(Event.ADMITTED)))
    return nan if seen.beds == inf else seen.window.per_year(int(admitted)) / seen.beds


@measure(
    "Beds blocked by people ready to go on",
    "bed-days a year",
    "Boarding: detox beds held by people who are medically ready and wait for a place elsewhere, as a yearly amount.",
    kind="time-weighted",
    better="lower",
    headline=True,
)
def blocked_bed_days(seen: Seen) -> float:
    return seen.window.per_year(seen.steps(Level.BOARDING).area() / 24)


@measure(
    "Beds held for people in hospital",
    "bed-days a year",
    "Detox beds kept for people who have been sent to hospital, as a yearly amount; they count as occupied.",
    kind="time-weighted",
    better="lower",
    needs="hospital",
)
def held_bed_days(seen: Seen) -> float:
    return seen.window.per_year(seen.steps(Level.HELD).area() / 24)


@measure(
    "Bed-days closed for want of staff",
    "bed-days a year",
    "Free and clean beds that waiting people could not have because of the staffing ratio, as a yearly amount.",
    kind="time-weighted",
    better="lower",
)
def closed_for_staff_bed_days(seen: Seen) -> float:
    if seen.beds == inf:
        return 0.0
    times, free = free_beds(seen)
    waiting, blocked = seen.steps(Level.WAITING), seen.steps(Level.BLOCKED)
    moments = np.unique(np.concatenate([times, waiting.time_h, blocked.time_h]))
    held = np.diff(np.clip(moments, seen.window.start_h, seen.window.end_h), append=seen.window.end_h)
    free_then = free[np.searchsorted(times, moments, side="right") - 1]
    closed = np.where(blocked.at(moments) == Blocked.RATIO, np.minimum(free_then, waiting.at(moments)), 0.0)
    return seen.window.per_year(float(np.sum(closed * held)) / 24)


def free_beds(seen: Seen) -> tuple[np.ndarray, np.ndarray]:
    """Free and clean beds over time: times of change and the number from then on."""
    used = [seen.steps(level) for level in (Level.RESERVED, Level.OCCUPIED, Level.CLEANING)]
    times = np.unique(np.concatenate([steps.time_h for steps in used]))
    return times, seen.beds - np.sum([steps.at(times) for steps in used], axis=0)


def _of_beds(seen: Seen, beds: float) -> float:
    return nan if seen.beds == inf else 100 * beds / seen.beds
