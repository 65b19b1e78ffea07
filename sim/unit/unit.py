"""The unit as it runs: its clock, log, beds, crews, waiting list and the places people go on to."""

from dataclasses import dataclass
from math import inf
from typing import Protocol

from sim.patients.population import Population
from sim.patients.shifts import headcounts
from sim.rules.calendar import ALWAYS, Timetable
from sim.scenario.beds import Window
from sim.scenario.scenario import Scenario
from sim.scenario.staff import AnyTask, Task
from sim.unit.beds import Bed, Beds
from sim.unit.clock import Clock
from sim.unit.log import Log
from sim.unit.onward.map import places_of
from sim.unit.person import Person
from sim.unit.waiting_list import WaitingList
from sim.unit.watch import Watch
from sim.unit.work.crew import Crew
from sim.unit.work.dispatcher import Dispatcher
from sim.unit.work.shifts import Shift
from sim.unit.work.task import EMERGENCY
from sim.vocabulary import Event, Level, Work


@dataclass(frozen=True)
class Duty:
    """A kind of work with its roles as numbers, in order of preference."""

    roles: tuple[int, ...]
    priority: int
    due_within_h: float
    on_time_within_h: float
    passes_on: bool


class InCare(Protocol):
    """Somebody in withdrawal care, as a group session meets them."""

    number: int
    attended: int

    def can_attend(self, score_below: float) -> bool: ...

    def attend(self, group: int) -> None: ...

    def has_attended(self) -> None: ...


class Unit:
    """Everything that people share. Nothing of one person is kept here."""

    def __init__(self, scenario: Scenario, population: Population, watch: Watch | None = None):
        self.scenario, self.population, self.watch = scenario, population, watch
        self.clock, self.log = Clock(), Log()
        self.in_care: dict[int, InCare] = {}
        first_weekday = scenario.run.first_weekday
        self.shifts = shifts(scenario, population)
        shift_end = scenario.staff.shift_end if scenario.staff else "finish"
        self.crews = [
            Crew(self.clock, self.log, role, own[0].on_shift, shift_end) for role, own in enumerate(self.shifts)
        ]
        self.dispatcher = Dispatcher(self.clock, self.log, self.crews)
        self.duties = duties(scenario)
        self.protocols = list(scenario.protocols.values())
        self.beds = Beds(self.clock, self.log, scenario.unit)
        self.admission_hours = timetable(scenario.unit.admission_hours, first_weekday)
        self.waiting_list = WaitingList(
            self.clock, self.log, self.beds, self.admission_hours, self._ratio(), scenario.demand.list_limit
        )
        self.places = places_of(scenario.transition, self.clock, self.log, first_weekday)
        limit_h = scenario.transition.boarding_limit_h if scenario.transition else None
        self.boarding_limit_h = inf if limit_h is None else limit_h
        self._discharge_hours = timetable(scenario.unit.discharge_hours, first_weekday)
        self._boarding = 0
        self.log.level(0.0, Level.BOARDING, 0)

    def note(self, person: Person, event: Event, value: float = 0.0) -> None:
        """Something has happened to somebody."""
        self.log.event(self.clock.now, person.number, event, value)

    def board(self, by: int) -> None:
        """One more or one fewer ready person in a detox bed without a place to go to."""
        self._boarding += by
        self.log.level(self.clock.now, Level.BOARDING, self._boarding)

    def bed_is_clean(self, bed: Bed) -> None:
        self.beds.cleaned(bed)
        self.waiting_list.call_soon()

    def next_discharge_h(self) -> float:
        """From now on, the first moment inside discharge hours."""
        return self._discharge_hours.next_positive(self.clock.now)

    def _ratio(self) -> tuple[Crew, float] | None:
        rule, staff = self.scenario.unit.ratio, self.scenario.staff
        if rule is None or staff is None:
            return None
        return self.crews[list(staff.roles).index(rule.role)], rule.patients


def timetable(windows: tuple[Window, ...] | None, first_weekday: int) -> Timetable:
    """1 inside the windows and 0 outside; always open without windows."""
    if windows is None:
        return ALWAYS
    return Timetable.of([(w.days, w.from_h, w.to_h, 1.0) for w in windows], first_weekday)


def shifts(scenario: Scenario, population: Population) -> list[list[Shift]]:
    """The shifts of each role, in the order of the scenario's roles; the last one ends with the run."""
    if scenario.staff is None:
        return []
    end_h = scenario.run.horizon_h
    return [
        [
            Shift(start_h, next_h, *rest)
            for (start_h, *rest), next_h in zip(changes, [*(row[0] for row in changes[1:]), end_h], strict=True)
        ]
        for changes in headcounts(scenario.staff, scenario.run, population.shifts)
    ]


def duties(scenario: Scenario) -> dict[Work, Duty]:
    """The kinds of work that the scenario has."""
    numbers = {role: number for number, role in enumerate(scenario.staff.roles)} if scenario.staff else {}
    known = {}
    for work in Work:
        task = scenario.tasks.of(work)
        if task is not None:
            roles = tuple(numbers[role] for role in task.roles)
            known[work] = Duty(roles, _priority(task), task.due_within_h, task.on_time_within_h, task.passes_on)
    return known


def _priority(task: AnyTask) -> int:
    return task.priority if isinstance(task, Task) else EMERGENCY
