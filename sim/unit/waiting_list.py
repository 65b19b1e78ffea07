"""The waiting list: who is called next, who gives up, and what stands in the way."""

from bisect import insort
from math import isnan

import simpy

from sim.rules.admission import gate
from sim.rules.calendar import Timetable
from sim.unit.beds import Bed, Beds
from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.person import Person
from sim.unit.work.crew import Crew
from sim.vocabulary import Blocked, Event, Level

Place = tuple[int, float, int]
"""Place on the list: priority class, time of listing, number."""


class WaitingList:
    """People in the order of priority class, then time of listing, then number.

    The first of them for whom a bed is free is called. `ratio` is the crew that
    limits patients and how many each of it may have; None switches that rule
    off. `limit` is the most people who may wait.
    """

    def __init__(
        self,
        clock: Clock,
        log: Log,
        beds: Beds,
        open_hours: Timetable,
        ratio: tuple[Crew, float] | None,
        limit: int | None,
    ):
        self._clock, self._log, self._beds = clock, log, beds
        self._open_hours, self._ratio, self._limit = open_hours, ratio, limit
        self._order: list[Place] = []
        self._waiting: dict[int, tuple[Person, Place, simpy.Event]] = {}
        self._blocked = Blocked.NOT
        log.level(clock.now, Level.WAITING, 0)
        log.level(clock.now, Level.BLOCKED, Blocked.NOT)

    def join(self, person: Person, listed_h: float, patience_h: float) -> simpy.Event:
        """Wait for a call. The event's value is (CALLED, the bed), (GAVE_UP, None) or (REFUSED, None).

        `listed_h` is when the wait began and `patience_h` how much longer it lasts at most.
        """
        answer = self._clock.event()
        place = (person.priority, listed_h, person.number)
        insort(self._order, place)
        self._waiting[person.number] = (person, place, answer)
        self._note()
        if isnan(person.waited_so_far_h):
            self.call()
        else:
            self.call_soon()  # the others of the census come to the list and to their beds at the same instant
        if not answer.triggered:
            self._must_wait(person, patience_h)
        return answer

    def call_soon(self) -> None:
        """Call people once beds, shifts and care of this instant are settled."""
        self._clock.at(self._clock.now, Order.ADMISSION, 0, self.call)

    def call(self) -> None:
        """Call people while nothing stands in the way, and log what does."""
        while (blocked := self._gate(person := self._next())) is Blocked.NOT and person is not None:
            self._answer(person.number, Event.CALLED, self._beds.reserve(person))
        if blocked is not self._blocked:
            self._blocked = blocked
            self._log.level(self._clock.now, Level.BLOCKED, blocked)

    def _next(self) -> Person | None:
        """The first person for whom a bed is free."""
        if self._beds.free < 1:
            return None
        people = (self._waiting[number][0] for *_, number in self._order)
        return next((person for person in people if self._beds.group_for(person) is not None), None)

    def _gate(self, person: Person | None) -> Blocked:
        if not self._order:
            return Blocked.NOT
        crew, patients_each = self._ratio if self._ratio else (None, float("inf"))
        free = 0 if person is None else 1
        on_shift = crew.on_shift if crew else 1
        return gate(free, self._beds.patients, on_shift, patients_each, self._open_hours.at(self._clock.now) > 0)

    def _must_wait(self, person: Person, patience_h: float) -> None:
        if self._limit is not None and len(self._waiting) > self._limit:
            self._answer(person.number, Event.REFUSED, None)
            self.call()
        elif patience_h != float("inf"):
            gives_up_h = self._clock.now + patience_h
            self._clock.at(gives_up_h, Order.LEAVING, person.number, self._give_up, person.number)

    def _give_up(self, number: int) -> None:
        if number in self._waiting:
            self._answer(number, Event.GAVE_UP, None)
            self.call()

    def _answer(self, number: int, event: Event, bed: Bed | None) -> None:
        _, place, answer = self._waiting.pop(number)
        self._order.remove(place)
        answer.succeed((event, bed))
        self._note()

    def _note(self) -> None:
        self._log.level(self._clock.now, Level.WAITING, len(self._waiting))
