"""Places after the unit: each can be taken by a ready person, at once or after a wait in the detox bed."""

from collections import deque
from collections.abc import Generator
from math import floor, inf
from typing import Any

import simpy

from sim.rules.calendar import DAY_H
from sim.scenario.transition import NoAftercare, Outpatient, OutsidePlace, StepDown, Transition
from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.person import Person
from sim.vocabulary import Event, Level

Waits = Generator[simpy.Event, Any, bool]
Stays = Generator[simpy.Event, Any, None]


class Place:
    """A destination that needs no place: home without a plan. Its number is that of the scenario, -1 for none at all.

    `otherwise` is the number of the next option when the place cannot be had in time.
    """

    def __init__(self, number: int, otherwise: int = -1):
        self.number, self.otherwise = number, otherwise

    def take(self, person: Person, planned_h: float, limit_h: float) -> Waits:
        """Wait up to `limit_h`; says whether the person now has the place."""
        yield from ()
        return True

    def give_back(self) -> None:
        """The person who has the place does not come."""

    def arrive(self, person: Person) -> Stays:
        """The person has left the unit for this place."""
        yield from ()


class Elsewhere(Place):
    """A programme elsewhere: its place comes free a drawn time after planning is done."""

    def __init__(self, clock: Clock, number: int, otherwise: int):
        super().__init__(number, otherwise)
        self._clock = clock

    def take(self, person: Person, planned_h: float, limit_h: float) -> Waits:
        now = self._clock.now
        free_h = planned_h + person.destination_h[self.number]
        yield self._clock.until(max(now, min(free_h, limit_h)), Order.FINISHED, person.number)
        return free_h <= max(now, limit_h)


class Slots(Place):
    """Outpatient intake: so many appointments on each of its days; a person takes the first one free."""

    def __init__(self, clock: Clock, log: Log, number: int, rule: Outpatient, first_weekday: int):
        super().__init__(number)
        self._clock, self._log, self._rule, self._first_weekday = clock, log, rule, first_weekday
        self._taken: dict[int, int] = {}

    def arrive(self, person: Person) -> Stays:
        now = self._clock.now
        day = floor(now / DAY_H)
        while not (self._is_open(day) and day * DAY_H + self._rule.slot_time > now):
            day += 1
        self._taken[day] = self._taken.get(day, 0) + 1
        gap_h = day * DAY_H + self._rule.slot_time - now
        self._log.event(now, person.number, Event.APPOINTMENT, gap_h)
        yield from ()

    def _is_open(self, day: int) -> bool:
        weekday = (day + self._first_weekday) % 7
        return weekday in self._rule.days and self._taken.get(day, 0) < self._rule.slots_per_day


class House(Place):
    """The unit's own step-down house: beds taken in the order of asking, held until the person leaves it."""

    def __init__(self, clock: Clock, log: Log, number: int, otherwise: int, beds: int):
        super().__init__(number, otherwise)
        self._clock, self._log = clock, log
        self._free = self._beds = beds
        self._queue: deque[simpy.Event] = deque()
        log.level(clock.now, Level.STEP_DOWN, 0, number)

    def take(self, person: Person, planned_h: float, limit_h: float) -> Waits:
        """First come, first served; somebody who leaves against advice or takes the next option steps out."""
        granted = self._clock.event()
        self._queue.append(granted)
        self._grant()
        try:
            if not granted.triggered:
                limit = [] if limit_h == inf else [self._limit(person, limit_h)]
                yield self._clock.any_of([granted, *limit])
        except simpy.Interrupt:
            self._step_out(granted)
            raise
        if not granted.triggered:
            self._step_out(granted)
        return granted.triggered

    def give_back(self) -> None:
        self._free += 1
        self._note()
        self._grant()

    def arrive(self, person: Person) -> Stays:
        leaves_h = self._clock.now + person.destination_h[self.number]
        yield self._clock.until(leaves_h, Order.FINISHED, person.number)
        self._log.event(self._clock.now, person.number, Event.STEP_DOWN_LEFT, self.number)
        self.give_back()

    def _limit(self, person: Person, limit_h: float) -> simpy.Event:
        return self._clock.until(max(limit_h, self._clock.now), Order.LEAVING, person.number)

    def _step_out(self, granted: simpy.Event) -> None:
        if granted.triggered:
            self.give_back()
        else:
            self._queue.remove(granted)

    def _grant(self) -> None:
        while self._free and self._queue:
            self._free -= 1
            self._note()
            self._queue.popleft().succeed()

    def _note(self) -> None:
        self._log.level(self._clock.now, Level.STEP_DOWN, self._beds - self._free, self.number)


def places_of(transition: Transition | None, clock: Clock, log: Log, first_weekday: int) -> dict[int, Place]:
    """The running places by the number of their destination; -1 is leaving without one."""
    rules = transition.destinations if transition else {}
    numbers = {name: number for number, name in enumerate(rules)}
    places = {-1: Place(-1)}
    for name, rule in rules.items():
        number = numbers[name]
        match rule:
            case StepDown():
                places[number] = House(clock, log, number, numbers.get(rule.otherwise or "", -1), rule.beds)
            case OutsidePlace():
                places[number] = Elsewhere(clock, number, numbers.get(rule.otherwise or "", -1))
            case Outpatient():
                places[number] = Slots(clock, log, number, rule, first_weekday)
            case NoAftercare():
                places[number] = Place(number)
    return places
