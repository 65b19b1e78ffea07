"""What the log says of people: events and tasks of one kind, with rows of the patient table for numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.measures.window import Bools, Floats
from sim.unit.log import Columns
from sim.vocabulary import Outcome

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Happened:
    """Events of one kind in the order of the log; shape (events,)."""

    person: Ints
    """Row of the patient table."""
    time_h: Floats
    value: Floats

    def only(self, some: Bools) -> "Happened":
        """Those of some people; `some` has the shape of the patient table."""
        kept = np.flatnonzero(some[self.person])
        return Happened(self.person[kept], self.time_h[kept], self.value[kept])


@dataclass(frozen=True)
class Jobs:
    """Tasks of one kind, one row per task; shape (tasks,). Work that is no one person's is left out."""

    person: Ints
    """Row of the patient table."""
    due_h: Floats
    start_h: Floats
    """nan for one that nobody started."""
    end_h: Floats
    """When it was done, or no longer wanted; the horizon for one that still waits."""
    lapsed: Bools

    @classmethod
    def of(cls, tasks: Columns, person: Ints) -> "Jobs":
        """From rows of the log; a task that was put down or put off counts from its first start."""
        order = np.lexsort((tasks["start_h"], tasks["repeat"], person))
        person, repeat = person[order], tasks["repeat"][order]
        again = (np.diff(person, prepend=-1) == 0) & (np.diff(repeat, prepend=-1) == 0)
        kept = ~again & (person >= 0)
        first = order[kept]
        lapsed = tasks["outcome"][first] == Outcome.LAPSED
        return cls(person[kept], tasks["due_h"][first], tasks["start_h"][first], tasks["end_h"][first], lapsed)

    @property
    def lateness_h(self) -> Floats:
        return self.start_h - self.due_h

    def only(self, some: Bools) -> "Jobs":
        """Those for some people; `some` has the shape of the patient table."""
        kept = np.flatnonzero(some[self.person])
        return Jobs(self.person[kept], self.due_h[kept], self.start_h[kept], self.end_h[kept], self.lapsed[kept])


class Numbers:
    """From numbers of people to rows of the patient table."""

    def __init__(self, number: Ints):
        self._order = np.argsort(number)
        self._sorted = number[self._order]

    def rows(self, numbers: Ints) -> Ints:
        """Rows of the patient table; -1 for a number that is nobody's."""
        if not self._sorted.size:
            return np.full(numbers.shape, -1)
        place = np.minimum(np.searchsorted(self._sorted, numbers), self._sorted.size - 1)
        return np.where(self._sorted[place] == numbers, self._order[place], -1)
