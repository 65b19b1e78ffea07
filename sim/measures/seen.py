"""What one replication shows: its scenario, people and log, ready to be measured."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from sim.measures.happened import Happened, Ints, Jobs, Numbers
from sim.measures.lazily import Lazily
from sim.measures.window import Bools, Floats, Steps, Window
from sim.patients.episodes import EPISODE
from sim.patients.population import Population
from sim.scenario.part import as_number
from sim.scenario.scenario import Scenario
from sim.unit.log import Columns, Log
from sim.vocabulary import Event, Level, Work


@dataclass(frozen=True, eq=False)
class Seen:
    """A run and the window on it. Arrays of people have the rows of the patient table, one for each episode."""

    scenario: Scenario
    population: Population
    happened: Lazily[Event, Happened]
    """All events of a kind."""
    jobs: Lazily[Work, Jobs]
    """All tasks of a kind that are done for one person."""
    tasks: Columns
    """Rows of the log."""
    _steps: Lazily[tuple[Level, int], Steps]
    _everybody: "Seen | None" = None

    @classmethod
    def of(cls, scenario: Scenario, population: Population, log: Log) -> "Seen":
        """The whole of a run. `population` holds first episodes; later ones that the log speaks of are added."""
        events, levels, tasks = log.events, log.levels, log.tasks
        again = (events["event"] == Event.REFERRED) & (events["patient"] >= EPISODE)
        if np.any(again):
            population = population.with_returns(events["patient"][again], events["time_h"][again])
        rows, window = Numbers(population.number).rows, Window.of(scenario.run)

        def happened(event: Event) -> Happened:
            these = events["event"] == event
            return Happened(rows(events["patient"][these]), events["time_h"][these], events["value"][these])

        def jobs(work: Work) -> Jobs:
            these = tasks["work"] == work
            return Jobs.of({name: column[these] for name, column in tasks.items()}, rows(tasks["patient"][these]))

        def steps(which: tuple[Level, int]) -> Steps:
            return Steps.of(levels, *which, window)

        return cls(scenario, population, Lazily(happened), Lazily(jobs), tasks, Lazily(steps))

    def only(self, some: Bools) -> "Seen":
        """The same run seen through some people: events and tasks of others are gone, levels are what they were."""
        return replace(
            self,
            happened=Lazily(lambda event: self.happened[event].only(some)),
            jobs=Lazily(lambda work: self.jobs[work].only(some)),
            _everybody=self._everybody or self,
        )

    @cached_property
    def window(self) -> Window:
        return Window.of(self.scenario.run)

    @cached_property
    def beds(self) -> float:
        return as_number(self.scenario.unit.beds)

    def steps(self, level: Level, subject: int = 0) -> Steps:
        return self._steps[level, subject]

    def time_of(self, event: Event) -> Floats:
        """When each person first had this event; nan for never."""
        return self._first[event][0]

    def value_of(self, event: Event) -> Floats:
        """What the log said beside it; nan for never."""
        return self._first[event][1]

    @cached_property
    def left_h(self) -> Floats:
        """When each stay ended, whichever way; nan for one that did not."""
        ends = (Event.DISCHARGED, Event.SELF_DISCHARGED, Event.TRANSFERRED, Event.FACILITY_DISCHARGED)
        return np.asarray(np.fmin.reduce([self.time_of(event) for event in ends]))

    @cached_property
    def stay_h(self) -> Floats:
        return self.left_h - self.time_of(Event.ADMITTED)

    @cached_property
    def ended(self) -> Bools:
        """Stays that ended in the window."""
        return self.window.holds(self.left_h)

    def ended_before(self, hours: float) -> Bools:
        """Those of them whose next `hours` after leaving are seen in full."""
        return self.ended & (self.left_h + hours <= self.window.end_h)

    @cached_property
    def next_referred_h(self) -> Floats:
        """When the same person was next referred, whoever else is left out; nan for never."""
        if self._everybody:
            return self._everybody.next_referred_h
        return _at(self.time_of(Event.REFERRED), self._next)

    @cached_property
    def next_admitted_h(self) -> Floats:
        """When the same person was next admitted, in whichever later episode; nan for never."""
        if self._everybody:
            return self._everybody.next_admitted_h
        admitted_h, later = np.full(self.population.size, np.nan), self._next
        while np.any(later >= 0):
            admitted_h = np.fmin(admitted_h, _at(self.time_of(Event.ADMITTED), later))
            later = np.where(later >= 0, self._next[later], -1)
        return admitted_h

    def start_of(self, work: Work) -> Floats:
        """When each person's only task of this kind was started; nan for never."""
        jobs, start_h = self.jobs[work], np.full(self.population.size, np.nan)
        start_h[jobs.person] = jobs.start_h
        return start_h

    @cached_property
    def _first(self) -> Lazily[Event, tuple[Floats, Floats]]:
        return Lazily(self._first_of)

    def _first_of(self, event: Event) -> tuple[Floats, Floats]:
        all_of_them = self.happened[event]
        time_h, value = np.full((2, self.population.size), np.nan)
        people = all_of_them.person[::-1]
        time_h[people], value[people] = all_of_them.time_h[::-1], all_of_them.value[::-1]
        return time_h, value

    @cached_property
    def _next(self) -> Ints:
        """Row of each person's next episode; -1 for none."""
        number = self.population.number
        return Numbers(number).rows(number + EPISODE)


def _at(time_h: Floats, rows: Ints) -> Floats:
    """The times of these rows; nan where there is none."""
    return np.where(rows >= 0, time_h[rows], np.nan)
