"""Everything that changes what is to be seen, as one list in the order of time."""

from collections.abc import Iterator, Mapping
from math import ceil, isfinite
from typing import NamedTuple

import numpy as np

from sim.experiments.motion.scene import Scene
from sim.experiments.motion.window import ROUNDING_S
from sim.rules.calendar import DAY_H
from sim.rules.checks import check_interval_h
from sim.rules.course import band_of
from sim.vocabulary import Event, Level, Outcome, Work

KIND_OF: Mapping[Event, str] = {
    Event.LISTED: "listed",
    Event.REFUSED: "refused",
    Event.GAVE_UP: "gave up",
    Event.CALLED: "called",
    Event.NO_SHOW: "no-show",
    Event.ADMITTED: "admitted",
    Event.BAND: "band",
    Event.CHECKED: "checked",
    Event.READY: "ready",
    Event.PLACED: "placed",
    Event.TO_HOSPITAL: "to hospital",
    Event.BACK_FROM_HOSPITAL: "back",
    Event.DISCHARGED: "discharged",
    Event.SELF_DISCHARGED: "left",
    Event.FACILITY_DISCHARGED: "sent away",
    Event.TRANSFERRED: "transferred",
}
LEVELS: Mapping[Level, str] = {Level.ON_SHIFT: "on shift", Level.BUSY: "busy", Level.OVERTIME: "overtime"}
KINDS = (*KIND_OF.values(), *LEVELS.values(), "blocked", "cleaned", "check due", "check begun", "next check")
UNLIMITED = -1
OF_EVENTS, OF_TASKS, OF_LEVELS = range(3)
OF_NOTE = (Event.CALLED, Event.BAND, Event.CHECKED)
"""Events whose value is shown; that of a call is the bed."""


class Happening(NamedTuple):
    """`who` is a place in `Scene.shown`, or the number of a role or a bed, as `kind` has it."""

    time_h: float
    source: int
    """Of the events, tasks and levels of the log, in this order when they are of the same time."""
    order: float
    """Within the source."""
    kind: str
    who: int
    value: float


class _Check(NamedTuple):
    patient: int
    due_h: float
    start_h: float
    end_h: float
    outcome: int


def happenings(scene: Scene) -> list[list[int]]:
    """Rows of second, place in `KINDS`, who and value; seconds count from the start of the window.

    Rows before it make the state with which it begins. A second is the first whole one at or after the event, so that
    the rows up to a second are what has happened by then. `called` has the bed, `band` the band, `checked` the COWS
    total, `next check` the second at which it is due, a level of staff its headcount (-1 when unlimited),
    `blocked` what stands between the list and a bed.
    """
    place = {number: place for place, number in enumerate(scene.shown)}
    everything = [*_of_people(scene, place), *_of_beds(scene), *_of_checks(scene, place), *_of_levels(scene)]
    seen = sorted(happening for happening in everything if happening.time_h <= scene.window.to_h)
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    return [
        [_second(scene, time_h), kinds[kind], who, _second(scene, value) if kind == "next check" else int(value)]
        for time_h, _, _, kind, who, value in seen
    ]


def _second(scene: Scene, time_h: float) -> int:
    return ceil((time_h - scene.window.from_h) * 3600 - ROUNDING_S)


def _of_people(scene: Scene, place: Mapping[int, int]) -> Iterator[Happening]:
    next_checks = _NextChecks(scene)
    for order, row in enumerate(scene.rows):
        if row.patient not in place or row.event not in KIND_OF:
            continue
        who, value = place[row.patient], row.value if row.event in OF_NOTE else 0.0
        if row.event is Event.CALLED:
            value = scene.beds.bed_of[row.patient]
        yield Happening(row.time_h, OF_EVENTS, order, KIND_OF[row.event], who, value)
        if row.event is Event.CHECKED:
            due_h = next_checks.after(row.patient, row.time_h, value)
            yield Happening(row.time_h, OF_EVENTS, order + 0.2, "next check", who, due_h)


def _of_beds(scene: Scene) -> Iterator[Happening]:
    for cleaned in scene.beds.cleaned:
        if cleaned.time_h >= scene.window.from_h - DAY_H:
            yield Happening(cleaned.time_h, OF_EVENTS, cleaned.after + 0.5, "cleaned", cleaned.bed, 0)


def _of_checks(scene: Scene, place: Mapping[int, int]) -> Iterator[Happening]:
    """When a check is due and when somebody begins it; `checked` says when it is done.

    One that is put down is due again, until somebody takes up the rest of it.
    """
    for order, check in enumerate(_checks(scene)):
        if check.patient not in place:
            continue
        who = place[check.patient]
        yield Happening(check.due_h, OF_TASKS, order, "check due", who, 0)
        if isfinite(check.start_h):
            yield Happening(check.start_h, OF_TASKS, order + 0.2, "check begun", who, 0)
        if check.outcome == Outcome.PUT_DOWN:
            yield Happening(check.end_h, OF_TASKS, order + 0.4, "check due", who, 0)


def _of_levels(scene: Scene) -> Iterator[Happening]:
    """The last change of each level before the window, and all within it."""
    roles = len(scene.scenario.staff.roles) if scene.scenario.staff else 0
    shown = [(level, kind, role) for level, kind in LEVELS.items() for role in range(roles)]
    levels, window = scene.log.levels, scene.window
    for level, kind, subject in [*shown, (Level.BLOCKED, "blocked", 0)]:
        rows = np.flatnonzero((levels["level"] == level) & (levels["subject"] == subject))
        times_h = levels["time_h"][rows]
        first = max(0, int(np.searchsorted(times_h, window.from_h, side="right")) - 1)
        last = int(np.searchsorted(times_h, window.to_h, side="right"))
        for row in rows[first:last].tolist():
            time_h, value = float(levels["time_h"][row]), float(levels["value"][row])
            yield Happening(time_h, OF_LEVELS, row, kind, subject, value if isfinite(value) else UNLIMITED)


def _checks(scene: Scene) -> list[_Check]:
    """In the order in which they were due."""
    tasks = scene.log.tasks
    rows = np.flatnonzero(tasks["work"] == Work.CHECK)
    rows = rows[np.lexsort((rows, tasks["patient"][rows], tasks["due_h"][rows]))]
    return [_Check(*check) for check in zip(*(tasks[name][rows].tolist() for name in _Check._fields), strict=True)]


class _NextChecks:
    """When the check after one is due: as it then was, or by the rule for people who left before."""

    def __init__(self, scene: Scene):
        self._rule = scene.scenario.withdrawal
        self._admitted_h = {row.patient: row.time_h for row in scene.rows if row.event is Event.ADMITTED}
        self._due_h: dict[int, list[float]] = {}
        for check in _checks(scene):
            self._due_h.setdefault(check.patient, []).append(check.due_h)

    def after(self, patient: int, time_h: float, score: float) -> float:
        later = next((due_h for due_h in self._due_h.get(patient, []) if due_h > time_h), None)
        return self._by_rule(patient, time_h, score) if later is None else later

    def _by_rule(self, patient: int, time_h: float, score: float) -> float:
        every = self._rule.check_every if self._rule else None
        if every is None:
            return time_h
        by_band_h = (every.none_h, every.mild_h, every.moderate_h, every.moderately_severe_h, every.severe_h)
        since_h = time_h - self._admitted_h[patient]
        return time_h + check_interval_h(band_of(score), since_h, by_band_h, every.first_day_h)
