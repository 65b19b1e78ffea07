"""One person's rows of the log as plain Python values."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from sim.unit.log import Columns, Log
from sim.vocabulary import Event, Outcome, Work

ENDS_OF_STAY = (Event.DISCHARGED, Event.SELF_DISCHARGED)
ENDS = (Event.LOST, Event.DIVERTED, Event.REFUSED, Event.GAVE_UP, Event.NO_SHOW, *ENDS_OF_STAY)


class Happening(NamedTuple):
    """A row of the events."""

    time_h: float
    event: Event
    value: float


class Job(NamedTuple):
    """A row of the tasks; `start_h` is nan for one that never started."""

    work: Work
    role: int
    asked_h: float
    due_h: float
    start_h: float
    end_h: float
    outcome: Outcome

    @property
    def shown_h(self) -> float:
        """When the story tells of it: at its start, or when it came to nothing."""
        return self.end_h if self.start_h != self.start_h else self.start_h

    @property
    def late_h(self) -> float:
        return max(0.0, self.start_h - self.due_h)


@dataclass(frozen=True)
class Record:
    """Everything that is logged of one person, in the order of the log."""

    number: int
    happenings: list[Happening]
    jobs: list[Job]

    @classmethod
    def of(cls, log: Log, number: int) -> "Record":
        happenings = [Happening(t, Event(e), v) for t, e, v in _rows(log.events, number, "time_h", "event", "value")]
        columns = ("work", "role", "asked_h", "due_h", "start_h", "end_h", "outcome")
        jobs = [
            Job(Work(work), role, asked_h, due_h, start_h, end_h, Outcome(outcome))
            for work, role, asked_h, due_h, start_h, end_h, outcome in _rows(log.tasks, number, *columns)
        ]
        return cls(number, happenings, jobs)

    def first(self, *events: Event) -> Happening | None:
        """The first of these events, if one happened."""
        return next((each for each in self.happenings if each.event in events), None)

    def value_at(self, event: Event, time_h: float) -> float | None:
        """What an event says that happened exactly then, such as the score that a check found."""
        return next((each.value for each in self.happenings if each.event is event and each.time_h == time_h), None)


def _rows(columns: Columns, number: int, *names: str) -> list[tuple[Any, ...]]:
    rows = np.flatnonzero(columns["patient"] == number)
    return list(zip(*(columns[name][rows].tolist() for name in names), strict=True))
