"""One person in the unit's care: how they feel, what may happen to them, and their work."""

from collections.abc import Callable
from math import floor

from sim.unit.care.condition import Condition
from sim.unit.care.risks import Risk, Risks
from sim.unit.care.worklist import Worklist
from sim.unit.clock import Order
from sim.unit.person import Person
from sim.unit.unit import Unit
from sim.unit.watch import Look
from sim.vocabulary import Event

ROUNDING = 1e-9
"""Of a look: one that comes earlier by less is the one that was due."""


class Bedside(Worklist):
    """A person in withdrawal: after each of their events they are looked at anew.

    `leave` ends their stay; it is told the event that does, and its value.
    """

    def __init__(
        self,
        unit: Unit,
        person: Person,
        condition: Condition,
        admitted_h: float,
        every_h: float,
        leave: Callable[[tuple[Event, float]], None],
    ):
        super().__init__(unit, person)
        self.person, self.condition = person, condition
        self.every_h, self.admitted_h = every_h, admitted_h
        self._turns = 0
        self._leave, self._is_leaving = leave, False
        self._hidden: list[Callable[[], None]] = []
        self.observed = False
        """Whether somebody is with the person all the time."""
        self.risks = Risks(unit.clock.now)
        self.wish_to_leave: Risk | None = None
        self._watch = unit.watch if unit.watch and unit.watch.number == person.number else None

    @property
    def now(self) -> float:
        return self._unit.clock.now

    @property
    def since_admission_h(self) -> float:
        return self.now - self.admitted_h

    def start(self) -> None:
        """Look for the first time; once all risks are known."""
        self._started_h = self.now
        self._look_again()

    def note(self, event: Event, value: float = 0.0) -> None:
        self._unit.note(self._person, event, value)

    def look(self) -> None:
        """Take the felt score anew and set the moment at which something would happen."""
        now = self._unit.clock.now
        band = self.condition.look(now)
        if band is not None:
            self.note(Event.BAND, band)
        self._turns += 1
        self.risks.look(now)
        if self._watch and self.wish_to_leave:
            wish = self.wish_to_leave
            self._watch.looks.append(Look(now, self.condition.felt, 24 * wish.rate_per_h, wish.added_up))
        if self.risks.next_h < self._next_look_h:
            self.at(self.risks.next_h, Order.LEAVING, self._happens, self._turns)

    def leave(self, event: Event, value: float) -> None:
        """The stay ends in this way."""
        if not self._is_leaving:
            self._is_leaving = True
            self._leave((event, value))

    def leave_feeling(self, event: Event) -> None:
        """The stay ends in this way; the felt score goes with it."""
        self.leave(event, self.condition.felt)

    def hide(self, found: Callable[[], None]) -> None:
        """Something that nobody knows yet: found at the next contact, at once under observation."""
        if self.observed:
            found()
        else:
            self._hidden.append(found)

    def contact(self) -> None:
        hidden, self._hidden = self._hidden, []
        for found in hidden:
            found()

    def suspend(self) -> None:
        self.look()
        super().suspend()

    def resume(self) -> None:
        self.risks.skip_to(self.now)
        self._turns += 1  # what was to happen while they were away has moved
        super().resume()
        self.look()

    def _look_again(self) -> None:
        looks = floor((self.now - self._started_h) / self.every_h + ROUNDING) + 1
        self._next_look_h = self._started_h + looks * self.every_h
        self.at(self._next_look_h, Order.DUE, self._look_again)
        self.look()

    def _happens(self, turn: int) -> None:
        if turn == self._turns:
            self.risks.take_next()()
