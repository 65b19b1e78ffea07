"""Places after the unit: each can be taken by a ready person, at once or after a wait in the detox bed."""

from collections.abc import Generator
from dataclasses import dataclass
from math import inf
from typing import Any

import simpy

from sim.scenario.transition import Onward, OutsidePlace
from sim.unit.clock import Clock, Order
from sim.unit.person import Person

Waits = Generator[simpy.Event, Any, bool]


@dataclass(frozen=True, slots=True)
class Link:
    """When somebody reaches the care that they go to, and until when they stay in it."""

    from_h: float = inf
    """Infinity for never."""
    until_h: float = inf


class Place:
    """A destination that needs no place: home without a plan. Its number is that of the scenario, -1 for none at all.

    `otherwise` is the number of the next option when the place cannot be had in time.
    """

    medication = programme = False
    """What there is for people who have come."""
    is_limited = False
    """Whether somebody has to wait until one of its places is free."""

    def __init__(self, number: int, otherwise: int = -1, rule: Onward | None = None):
        self.number, self.otherwise = number, otherwise
        if rule is not None:
            self.medication, self.programme = rule.medication, rule.programme

    def take(self, person: Person, planned_h: float, limit_h: float) -> Waits:
        """Wait up to `limit_h`; says whether the person now has the place."""
        yield from ()
        return True

    def give_back(self) -> None:
        """The person who has the place does not come."""

    def arrive(self, person: Person, planned_h: float) -> Link:
        """The person has left the unit for this place."""
        return Link()

    def leave(self, person: Person, at_h: float) -> None:
        """The person's stay there ends at this time."""


class Elsewhere(Place):
    """A programme elsewhere: its place comes free a drawn time after planning is done."""

    is_limited = True

    def __init__(self, clock: Clock, number: int, otherwise: int, rule: OutsidePlace):
        super().__init__(number, otherwise, rule)
        self._clock = clock

    def take(self, person: Person, planned_h: float, limit_h: float) -> Waits:
        now = self._clock.now
        wait_h = max(person.destination_h[self.number], person.funder_delay_h[self.number])
        free_h = planned_h + wait_h
        yield self._clock.until(max(now, min(free_h, limit_h)), Order.FINISHED, person.number)
        return free_h <= max(now, limit_h)

    def arrive(self, person: Person, planned_h: float) -> Link:
        now = self._clock.now
        return Link(now, now + person.retained_h[self.number])
