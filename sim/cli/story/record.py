"""One person's rows of the log as plain Python values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from sim.unit.log import Columns, Log
from sim.vocabulary import Event, Outcome, Work

ENDS_OF_STAY = (Event.DISCHARGED, Event.SELF_DISCHARGED, Event.TRANSFERRED, Event.FACILITY_DISCHARGED)
ENDS = (Event.LOST, Event.REFUSED, Event.GAVE_UP, Event.NO_SHOW, Event.OUTPATIENT_ENDED, *ENDS_OF_STAY)


class Happening(NamedTuple):
    """A row of the events."""

    time_h: float
    event: Event
    value: float


class Job(NamedTuple):
    """A row of the tasks; `start_h` is nan for one that never started. Rows with the same `repeat` are one task."""

    work: Work
    repeat: int
    role: int
    asked_h: float
    due_h: float
    start_h: float
    end_h: float
    outcome: Outcome

    @property
    def started(self) -> bool:
        return self.start_h == self.start_h

    @property
    def shown_h(self) -> float:
        """When the story tells of it: at its start, or when it came to nothing."""
        return self.start_h if self.started else self.end_h

    @property
    def late_h(self) -> float:
        """How long after it was due it started, or was given up."""
        return max(0.0, self.shown_h - self.due_h)


@dataclass(frozen=True)
class Record:
    """Everything that is logged of one episode of a person, in the order of the log."""

    number: int
    happenings: list[Happening]
    jobs: list[Job]
    complication_rank: Sequence[float] = ()
    """By kind of complication: what decides how the response to it ends."""

    @classmethod
    def of(cls, log: Log, number: int, complication_rank: Sequence[float] = ()) -> "Record":
        happenings = [Happening(t, Event(e), v) for t, e, v in _rows(log.events, number, "time_h", "event", "value")]
        jobs = [
            Job(Work(work), repeat, role, asked_h, due_h, start_h, end_h, Outcome(outcome))
            for work, repeat, role, asked_h, due_h, start_h, end_h, outcome in _rows(log.tasks, number, *Job._fields)
        ]
        return cls(number, happenings, jobs, complication_rank)

    def all(self, *events: Event) -> list[Happening]:
        """Every time that one of these events happened."""
        return [each for each in self.happenings if each.event in events]

    def first(self, *events: Event) -> Happening | None:
        """The first of these events, if one happened."""
        return next((each for each in self.happenings if each.event in events), None)

    def value_at(self, event: Event, time_h: float) -> float | None:
        """What an event says that happened exactly then, such as the score that a check found."""
        return next((each.value for each in self.happenings if each.event is event and each.time_h == time_h), None)

    def jobs_of(self, *works: Work) -> list[Job]:
        return [job for job in self.jobs if job.work in works]


def _rows(columns: Columns, number: int, *names: str) -> list[tuple[Any, ...]]:
    rows = np.flatnonzero(columns["patient"] == number)
    return list(zip(*(columns[name][rows].tolist() for name in names), strict=True))
