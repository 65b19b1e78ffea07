"""The log: three tables of typed columns that know nothing of what will be measured."""

from array import array
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.vocabulary import Event, Level, Outcome, Work

EVENTS = {"time_h": "d", "patient": "q", "event": "B", "value": "d"}
LEVELS = {"time_h": "d", "level": "B", "subject": "h", "value": "d"}
TASKS = {
    "patient": "q", "work": "B", "repeat": "i", "role": "h", "asked_h": "d",
    "due_h": "d", "start_h": "d", "end_h": "d", "outcome": "B",
}  # fmt: skip

Columns = dict[str, NDArray[Any]]
NOBODY = -1
NEVER = float("nan")


class Log:
    """Rows in the order in which they happened; arrays of equal length per table.

    `events`: what happened to whom. `levels`: one row per change, the first at
    time 0. `tasks`: one row per task when it ends, `role` -1 and `start_h` nan
    for one that never started.
    """

    def __init__(self) -> None:
        self._events = [array(code) for code in EVENTS.values()]
        self._levels = [array(code) for code in LEVELS.values()]
        self._tasks = [array(code) for code in TASKS.values()]
        self._add_event, self._add_level, self._add_task = map(_appends, (self._events, self._levels, self._tasks))

    def event(self, time_h: float, patient: int, event: Event, value: float = 0.0) -> None:
        times, patients, events, values = self._add_event
        times(time_h)
        patients(patient)
        events(event)
        values(value)

    def level(self, time_h: float, level: Level, value: float, subject: int = 0) -> None:
        times, levels, subjects, values = self._add_level
        times(time_h)
        levels(level)
        subjects(subject)
        values(value)

    def task(
        self, patient: int, work: Work, repeat: int, role: int,
        asked_h: float, due_h: float, start_h: float, end_h: float, outcome: Outcome,
    ) -> None:  # fmt: skip
        patients, works, repeats, roles, asked, due, starts, ends, outcomes = self._add_task
        patients(patient)
        works(work)
        repeats(repeat)
        roles(role)
        asked(asked_h)
        due(due_h)
        starts(start_h)
        ends(end_h)
        outcomes(outcome)

    @property
    def events(self) -> Columns:
        return _columns(EVENTS, self._events)

    @property
    def levels(self) -> Columns:
        return _columns(LEVELS, self._levels)

    @property
    def tasks(self) -> Columns:
        return _columns(TASKS, self._tasks)


def _columns(names: dict[str, str], arrays: "list[array[Any]]") -> Columns:
    return {name: np.frombuffer(column, dtype=column.typecode) for name, column in zip(names, arrays, strict=True)}


def _appends(table: "list[array[Any]]") -> list[Callable[[Any], None]]:
    """The columns' own `append`, looked up once: the log is written a million times in a run."""
    return [column.append for column in table]
