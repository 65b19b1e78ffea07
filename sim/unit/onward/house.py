"""The unit's own step-down house: beds taken in the order of asking, held until the person leaves it."""

from collections import deque
from math import inf

import simpy

from sim.scenario.transition import StepDown
from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.onward.places import Link, Place, Waits
from sim.unit.person import Person
from sim.vocabulary import Event, Level


class House(Place):
    """First come, first served, once the funder has agreed."""

    is_limited = True

    def __init__(self, clock: Clock, log: Log, number: int, otherwise: int, rule: StepDown):
        super().__init__(number, otherwise, rule)
        self._clock, self._log = clock, log
        self._free = self._beds = rule.beds
        self._queue: deque[simpy.Event] = deque()
        log.level(clock.now, Level.STEP_DOWN, 0, number)

    def take(self, person: Person, planned_h: float, limit_h: float) -> Waits:
        """Somebody who leaves against advice or takes the next option steps out of the queue."""
        agreed_h = planned_h + person.funder_delay_h[self.number]
        if agreed_h > self._clock.now:
            yield self._clock.until(max(self._clock.now, min(agreed_h, limit_h)), Order.FINISHED, person.number)
            if agreed_h > limit_h:
                return False
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

    def arrive(self, person: Person, planned_h: float) -> Link:
        now = self._clock.now
        return Link(now, now + person.destination_h[self.number])

    def leave(self, person: Person, at_h: float) -> None:
        self._clock.at(at_h, Order.FINISHED, person.number, self._left, person.number)

    def _left(self, number: int) -> None:
        self._log.event(self._clock.now, number, Event.STEP_DOWN_LEFT, self.number)
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
