"""Identities that every run must satisfy. One that fails makes the run void: no result is better than a wrong one."""

from collections.abc import Iterator
from math import isclose

import numpy as np
from numpy.typing import NDArray

from sim.errors import ModelError
from sim.patients.episodes import EPISODE
from sim.unit.log import Columns, Log
from sim.unit.unit import Unit
from sim.vocabulary import Event, Level, Outcome, Work

ENDS_OF_STAY = (Event.DISCHARGED, Event.SELF_DISCHARGED, Event.TRANSFERRED, Event.FACILITY_DISCHARGED)
ENDS_OF_WAIT = (Event.CALLED, Event.GAVE_UP, Event.REFUSED)
TOLERANCE = 1e-9

Identity = tuple[str, float, float]


def audit(unit: Unit, referred: int) -> None:
    """Hold the log against itself. Raises ModelError that names the identities that fail.

    `referred` is the number of people in the patient table.
    """
    identities = [*people(unit, referred), *queues(unit), *staff(unit)]
    broken = [
        f"{name}: {left:.12g} is not {right:.12g}"
        for name, left, right in identities
        if not isclose(left, right, rel_tol=TOLERANCE, abs_tol=TOLERANCE * unit.clock.now)
    ]
    if broken:
        raise ModelError("the run does not add up, so its results are void. " + "; ".join(broken))


def people(unit: Unit, referred: int) -> Iterator[Identity]:
    """Nobody is lost or in two places, and no bed is lost."""
    log = unit.log
    events = log.events
    listed, called, admitted = (count(events, event) for event in (Event.LISTED, Event.CALLED, Event.ADMITTED))
    waiting, on_way, in_bed = (last(log, level) for level in (Level.WAITING, Level.RESERVED, Level.OCCUPIED))
    answered = sum(count(events, event) for event in ENDS_OF_WAIT)
    screened_out = count(events, Event.LOST) + count(events, Event.DIVERTED)
    referrals = count(events, Event.REFERRED)
    yield "first referrals", int(np.count_nonzero(first_episodes(events))), referred
    yield "people screened", screened_out + listed + in_screening(log), referrals
    ways_out = count(events, Event.OUTPATIENT_ENDED) + sum(count(events, event) for event in ENDS_OF_STAY)
    yield "referrals beyond one for each way out", max(0, referrals - referred - ways_out), 0
    yield "people listed", answered + waiting, listed
    yield "people called", count(events, Event.NO_SHOW) + admitted + on_way, called
    yield "people admitted", sum(count(events, event) for event in ENDS_OF_STAY) + in_bed, admitted
    away = count(events, Event.TO_HOSPITAL) - count(events, Event.BACK_FROM_HOSPITAL)
    yield "people in hospital", last(log, Level.HELD), away - given_up(events)
    if unit.beds.beds < float("inf"):
        yield "beds", unit.beds.free + in_bed + on_way + last(log, Level.CLEANING), unit.beds.beds


def queues(unit: Unit) -> Iterator[Identity]:
    """The area under a level is the sum of the times that people spent in it."""
    log, horizon_h = unit.log, unit.clock.now
    for name, level, start, ends in (
        ("waiting list", Level.WAITING, Event.LISTED, ENDS_OF_WAIT),
        ("reserved beds", Level.RESERVED, Event.CALLED, (Event.ADMITTED, Event.NO_SHOW)),
        ("detox beds", Level.OCCUPIED, Event.ADMITTED, ENDS_OF_STAY),
        ("boarding", Level.BOARDING, Event.READY, (Event.PLACED, *ENDS_OF_STAY)),
    ):
        yield f"person-hours in {name}", area(log, level, 0, horizon_h), spent_h(log.events, start, ends, horizon_h)


def staff(unit: Unit) -> Iterator[Identity]:
    """Busy hours are the sum of the tasks; hours on shift are the sum of the shifts."""
    tasks, horizon_h = unit.log.tasks, unit.clock.now
    worked_h = np.where(tasks["role"] >= 0, tasks["end_h"] - tasks["start_h"], 0.0)
    for role, shifts in enumerate(unit.shifts):
        busy_h = area(unit.log, Level.BUSY, role, horizon_h)
        yield f"busy hours of role {role}", busy_h, float(worked_h[tasks["role"] == role].sum())
        if all(shift.on_shift < float("inf") for shift in shifts):
            shifts_h = sum(shift.on_shift * (shift.end_h - shift.start_h) for shift in shifts)
            yield f"hours on shift of role {role}", area(unit.log, Level.ON_SHIFT, role, horizon_h), shifts_h
        in_hand = int(np.count_nonzero((tasks["outcome"] == Outcome.IN_HAND) & (tasks["role"] == role)))
        yield f"people at work in role {role}", last(unit.log, Level.BUSY, role), in_hand


def count(events: Columns, event: Event) -> int:
    return int(np.count_nonzero(events["event"] == event))


def first_episodes(events: Columns) -> NDArray[np.bool_]:
    """Rows of the log in which somebody is referred for the first time."""
    return np.asarray((events["event"] == Event.REFERRED) & (events["patient"] < EPISODE))


def given_up(events: Columns) -> int:
    """Stays that ended in hospital after the bed had been held."""
    sent = set(events["patient"][events["event"] == Event.TO_HOSPITAL].tolist())
    ended = events["patient"][events["event"] == Event.TRANSFERRED].tolist()
    return sum(patient in sent for patient in ended)


def in_screening(log: Log) -> int:
    """People whose telephone screening is not over; a put-down task waits once more."""
    unfinished = np.isin(log.tasks["outcome"], (Outcome.WAITING, Outcome.IN_HAND))
    return int(np.count_nonzero(unfinished & (log.tasks["work"] == Work.SCREENING)))


def last(log: Log, level: Level, subject: int = 0) -> float:
    return float(_steps(log, level, subject)[1][-1])


def area(log: Log, level: Level, subject: int, horizon_h: float) -> float:
    """Integral of a level from 0 to the horizon."""
    time_h, value = _steps(log, level, subject)
    return float(np.sum(value * np.diff(time_h, append=horizon_h)))


def spent_h(events: Columns, start: Event, ends: tuple[Event, ...], horizon_h: float) -> float:
    """Hours from each person's `start` to the first of `ends` after it, or to the horizon."""
    patient, time_h, event = (events[name].tolist() for name in ("patient", "time_h", "event"))
    open_since: dict[int, float] = {}
    closed_h = 0.0
    for who, when_h, what in zip(patient, time_h, event, strict=True):
        if what == start:
            open_since[who] = max(when_h, 0.0)
        elif what in ends and who in open_since:
            closed_h += max(when_h, 0.0) - open_since.pop(who)
    return closed_h + sum(horizon_h - since_h for since_h in open_since.values())


def _steps(log: Log, level: Level, subject: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    levels = log.levels
    rows = (levels["level"] == level) & (levels["subject"] == subject)
    return levels["time_h"][rows], levels["value"][rows]
