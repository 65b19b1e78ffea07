"""The waiting list: who is called next, who gives up, and what stands in the way."""

from heapq import heappop, heappush

import simpy

from sim.rules.admission import gate
from sim.rules.calendar import Timetable
from sim.unit.beds import Beds
from sim.unit.clock import Clock, Order
from sim.unit.crew import Crew
from sim.unit.log import Log
from sim.unit.person import Person
from sim.vocabulary import Blocked, Event, Level


class WaitingList:
    """People in the order of priority class, then time of listing, then number.

    `ratio` is the crew that limits patients and how many each of it may have;
    None switches that rule off. `limit` is the most people who may wait.
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
        self._queue: list[tuple[int, float, int]] = []
        self._waiting: dict[int, simpy.Event] = {}
        self._blocked = Blocked.NOT
        log.level(clock.now, Level.WAITING, 0)
        log.level(clock.now, Level.BLOCKED, Blocked.NOT)

    def join(self, person: Person) -> simpy.Event:
        """Wait for a call. The event's value is CALLED (a bed is reserved), GAVE_UP or REFUSED."""
        now, answer = self._clock.now, self._clock.event()
        heappush(self._queue, (person.priority, now, person.number))
        self._waiting[person.number] = answer
        self._note()
        self.call()
        if not answer.triggered:
            self._must_wait(person)
        return answer

    def call_soon(self) -> None:
        """Call people once beds, shifts and care of this instant are settled."""
        self._clock.at(self._clock.now, Order.ADMISSION, 0, self.call)

    def call(self) -> None:
        """Call people while nothing stands in the way, and log what does."""
        while self._waiting and self._gate() is Blocked.NOT:
            *_, number = heappop(self._queue)
            if number in self._waiting:
                self._beds.reserve()
                self._answer(number, Event.CALLED)
        blocked = self._gate() if self._waiting else Blocked.NOT
        if blocked is not self._blocked:
            self._blocked = blocked
            self._log.level(self._clock.now, Level.BLOCKED, blocked)

    def _must_wait(self, person: Person) -> None:
        if self._limit is not None and len(self._waiting) > self._limit:
            self._answer(person.number, Event.REFUSED)
            self.call()
        elif person.patience_h != float("inf"):
            gives_up_h = self._clock.now + person.patience_h
            self._clock.at(gives_up_h, Order.LEAVING, person.number, self._give_up, person.number)

    def _give_up(self, number: int) -> None:
        if number in self._waiting:
            self._answer(number, Event.GAVE_UP)
            self.call()

    def _answer(self, number: int, event: Event) -> None:
        self._waiting.pop(number).succeed(event)
        self._note()

    def _note(self) -> None:
        self._log.level(self._clock.now, Level.WAITING, len(self._waiting))

    def _gate(self) -> Blocked:
        crew, patients_each = self._ratio if self._ratio else (None, float("inf"))
        return gate(
            self._beds.free,
            self._beds.patients,
            crew.on_shift if crew else 1,
            patients_each,
            self._open_hours.at(self._clock.now) > 0,
        )
