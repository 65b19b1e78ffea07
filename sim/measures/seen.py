"""What one replication shows: its scenario, people and log, ready to be measured."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sim.measures.window import Bools, Floats, Steps, Window
from sim.patients.population import Population
from sim.scenario.part import as_number
from sim.scenario.scenario import Scenario
from sim.unit.log import Columns, Log
from sim.vocabulary import Event, Level, Outcome, Work


@dataclass(frozen=True)
class Jobs:
    """Tasks of one kind, one row per task; shape (tasks,)."""

    person: NDArray[np.int64]
    """Row of the patient table."""
    due_h: Floats
    start_h: Floats
    """nan for one that nobody started."""
    end_h: Floats
    """When it was done, or no longer wanted; the horizon for one that still waits."""
    lapsed: Bools

    @property
    def lateness_h(self) -> Floats:
        return self.start_h - self.due_h


@dataclass(frozen=True)
class Seen:
    """A run and the window on it. Arrays of people have the rows of the patient table."""

    scenario: Scenario
    population: Population
    log: Log

    @cached_property
    def window(self) -> Window:
        return Window.of(self.scenario.run)

    @cached_property
    def beds(self) -> float:
        return as_number(self.scenario.unit.beds)

    @cached_property
    def events(self) -> Columns:
        return self.log.events

    @cached_property
    def levels(self) -> Columns:
        return self.log.levels

    @cached_property
    def tasks(self) -> Columns:
        return self.log.tasks

    def steps(self, level: Level, subject: int = 0) -> Steps:
        return Steps.of(self.levels, level, subject, self.window)

    def time_of(self, event: Event) -> Floats:
        """When each person first had this event; nan for never."""
        return self._first[event][0]

    def value_of(self, event: Event) -> Floats:
        """What the log said beside it; nan for never."""
        return self._first[event][1]

    @cached_property
    def left_h(self) -> Floats:
        """When each stay ended, whichever way; nan for one that did not."""
        return np.fmin(self.time_of(Event.DISCHARGED), self.time_of(Event.SELF_DISCHARGED))

    @cached_property
    def stay_h(self) -> Floats:
        return self.left_h - self.time_of(Event.ADMITTED)

    @cached_property
    def ended(self) -> Bools:
        """Stays that ended in the window."""
        return self.window.holds(self.left_h)

    def jobs(self, work: Work) -> Jobs:
        """Tasks of a kind; a put-down one counts from its first start."""
        tasks = self.tasks
        rows = np.flatnonzero(tasks["work"] == work)
        person = self.rows_of(tasks["patient"][rows])
        order = np.lexsort((tasks["start_h"][rows], tasks["repeat"][rows], person))
        rows, person = rows[order], person[order]
        again = (np.diff(person, prepend=-1) == 0) & (np.diff(tasks["repeat"][rows], prepend=-1) == 0)
        rows, person = rows[~again], person[~again]
        lapsed = tasks["outcome"][rows] == Outcome.LAPSED
        return Jobs(person, tasks["due_h"][rows], tasks["start_h"][rows], tasks["end_h"][rows], lapsed)

    def start_of(self, work: Work) -> Floats:
        """When each person's only task of this kind was started; nan for never."""
        jobs, start_h = self.jobs(work), np.full(self.population.size, np.nan)
        start_h[jobs.person] = jobs.start_h
        return start_h

    @cached_property
    def _first(self) -> dict[int, tuple[Floats, Floats]]:
        tables = {}
        for event in Event:
            rows = np.flatnonzero(self.events["event"] == event)[::-1]
            time_h, value = np.full((2, self.population.size), np.nan)
            people = self.rows_of(self.events["patient"][rows])
            time_h[people], value[people] = self.events["time_h"][rows], self.events["value"][rows]
            tables[int(event)] = time_h, value
        return tables

    @cached_property
    def _by_number(self) -> NDArray[np.int64]:
        return np.argsort(self.population.number)

    def rows_of(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Rows of the patient table of some persons' numbers."""
        order = self._by_number
        return order[np.searchsorted(self.population.number[order], numbers)]
