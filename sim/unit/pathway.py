"""The pathway: one person from referral, through withdrawal, to the place they go to."""

from collections.abc import Generator
from typing import Any

import simpy

from sim.rules.admission import no_show_chance
from sim.scenario.protocols import FixedStay
from sim.unit.bedside import Worklist
from sim.unit.clock import Order
from sim.unit.person import Person
from sim.unit.places import Place
from sim.unit.taper import Taper
from sim.unit.unit import Unit
from sim.vocabulary import Event, Work


def episode(unit: Unit, person: Person) -> Generator[simpy.Event, Any, None]:
    """One person, from referral to the end of the unit's part in their care."""
    yield unit.clock.until(person.referral_h, Order.REFERRAL, person.number)
    unit.note(person, Event.REFERRED)
    eligible = yield from screening(unit, person)
    if eligible and (yield from arrival(unit, person)):
        place = yield from detox(unit, person)
        if place is not None:
            yield from place.arrive(person)


def screening(unit: Unit, person: Person) -> Generator[simpy.Event, Any, bool]:
    """Telephone screening by intake staff: eligible, diverted or lost."""
    rule = unit.scenario.demand.screening
    if rule is None:
        return True
    screened = unit.clock.event()
    Worklist(unit, person).ask(Work.SCREENING, screened.succeed)
    yield screened
    if person.screening_rank < rule.lost_pct / 100:
        unit.note(person, Event.LOST)
        return False
    if person.screening_rank < (rule.lost_pct + rule.diverted_pct) / 100:
        unit.note(person, Event.DIVERTED)
        return False
    return True


def arrival(unit: Unit, person: Person) -> Generator[simpy.Event, Any, bool]:
    """Waits for a call, travels, and arrives or does not; the bed is reserved meanwhile."""
    listed_h = unit.clock.now
    unit.note(person, Event.LISTED)
    answer = yield unit.waiting_list.join(person)
    unit.note(person, answer)
    if answer is not Event.CALLED:
        return False
    waited_h = unit.clock.now - listed_h
    yield unit.clock.until(unit.clock.now + person.travel_h, Order.ADMISSION, person.number)
    if turns_up(unit, person, waited_h):
        return True
    unit.note(person, Event.NO_SHOW)
    unit.beds.give_back()
    unit.waiting_list.call_soon()
    return False


def turns_up(unit: Unit, person: Person, waited_h: float) -> bool:
    rule = unit.scenario.demand.no_show
    return rule is None or person.no_show_rank >= no_show_chance(waited_h, rule.at_once_pct, rule.per_day_pct)


def detox(unit: Unit, person: Person) -> Generator[simpy.Event, Any, Place | None]:
    """The stay in a detox bed. Returns the place the person goes on to; None after self-discharge."""
    unit.beds.occupy()
    unit.note(person, Event.ADMITTED, person.hours_since_use)
    plan = unit.protocols[person.protocol]
    if isinstance(plan, FixedStay):
        place = yield from fixed_stay(unit, person)
    else:
        place = yield from withdrawal(unit, person, Taper(unit, person, plan))
    unit.beds.vacate()
    unit.clock.at(unit.clock.now + person.turnover_h, Order.FINISHED, person.number, unit.bed_is_clean)
    return place


def fixed_stay(unit: Unit, person: Person) -> Generator[simpy.Event, Any, Place | None]:
    """A stay of a drawn length without work, then the way out like everyone's."""
    yield unit.clock.until(unit.clock.now + person.stay_h, Order.FINISHED, person.number)
    planned = unit.clock.event().succeed(unit.clock.now)
    place = yield from boarding(unit, person, planned)
    yield unit.clock.until(unit.next_discharge_h(), Order.FINISHED, person.number)
    unit.note(person, Event.DISCHARGED, place.number)
    return place


def withdrawal(unit: Unit, person: Person, care: Taper) -> Generator[simpy.Event, Any, Place | None]:
    """Medically monitored withdrawal until ready and placed, or until the person leaves against advice."""
    place = None
    try:
        yield care.ready
        place = yield from boarding(unit, person, care.planned)
        yield from discharge(unit, person, care)
        unit.note(person, Event.DISCHARGED, place.number)
    except simpy.Interrupt:
        unit.note(person, Event.SELF_DISCHARGED, care.felt)
        if place is not None:
            place.give_back()
            place = None
    care.bedside.end()
    return place


def boarding(unit: Unit, person: Person, planned: simpy.Event) -> Generator[simpy.Event, Any, Place]:
    """A ready person waits in the detox bed for the place wished for; at the limit they take the next option."""
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
    return place


def discharge(unit: Unit, person: Person, care: Taper) -> Generator[simpy.Event, Any, None]:
    """In discharge hours, once the discharge has been done."""
    yield unit.clock.until(unit.next_discharge_h(), Order.DUE, person.number)
    done = unit.clock.event()
    care.bedside.ask(Work.DISCHARGE, done.succeed)
    yield done
