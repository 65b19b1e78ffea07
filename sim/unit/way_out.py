"""The way out: a ready person waits for their place, and is discharged."""

from collections.abc import Generator
from typing import Any

import simpy

from sim.unit.care.worklist import Worklist
from sim.unit.clock import Order
from sim.unit.onward.places import Place
from sim.unit.person import Person
from sim.unit.unit import Unit
from sim.vocabulary import Event, Work


def boarding(unit: Unit, person: Person, planned: simpy.Event) -> Generator[simpy.Event, Any, tuple[Place, float]]:
    """A ready person waits in the detox bed for the place wished for; at the limit they take the next option.

    Returns the place and when it was planned for.
    """
    unit.note(person, Event.READY)
    limit_h = unit.clock.now + unit.boarding_limit_h
    unit.board(1)
    try:
        place = unit.places[person.wish]
        planned_h = yield planned
        while not (yield from place.take(person, planned_h, limit_h)):
            place = unit.places[place.otherwise]
    except simpy.Interrupt:
        unit.board(-1)
        raise
    unit.board(-1)
    unit.note(person, Event.PLACED, place.number)
    return place, planned_h


def discharge(unit: Unit, person: Person, worklist: Worklist) -> Generator[simpy.Event, Any, None]:
    """In discharge hours, once the discharge has been done."""
    yield unit.clock.until(unit.next_discharge_h(), Order.DUE, person.number)
    done = unit.clock.event()
    worklist.ask(Work.DISCHARGE, done.succeed)
    yield done
