"""The pathway: one person from referral, through withdrawal, to the place they go to and what follows."""

from collections.abc import Generator
from math import inf
from typing import Any, cast

import simpy

from sim.scenario.protocols import FixedStay
from sim.unit.beds import Bed
from sim.unit.care.care import Care
from sim.unit.clock import Order
from sim.unit.front_door import Eligible, arrival, screening
from sim.unit.onward.aftermath import Aftermath, WayOut
from sim.unit.onward.places import Place
from sim.unit.person import Person, next_episode
from sim.unit.unit import Unit
from sim.unit.way_out import boarding, discharge
from sim.vocabulary import Event

Steps = Generator[simpy.Event, Any, None]


def episode(unit: Unit, person: Person) -> Steps:
    """One person, from referral to the end of the unit's part in their care."""
    yield unit.clock.until(person.referral_h, Order.REFERRAL, person.number)
    unit.note(person, Event.REFERRED)
    eligible = yield from screening(unit, person)
    if eligible is Eligible.OUTPATIENT:
        yield from outpatient(unit, person)
    elif eligible is Eligible.BED:
        bed = yield from arrival(unit, person)
        if bed is not None:
            yield from detox(unit, person, bed)


def outpatient(unit: Unit, person: Person) -> Steps:
    """Outpatient withdrawal management instead of a bed: completed, or not."""
    yield unit.clock.until(unit.clock.now + person.outpatient_h, Order.FINISHED, person.number)
    screening_rule = unit.scenario.demand.screening
    rule = screening_rule.outpatient if screening_rule else None
    completed = rule is not None and person.outpatient_completes_rank < rule.completes_pct / 100
    unit.note(person, Event.OUTPATIENT_ENDED, completed)
    go_on(unit, person, from_home(unit, person.wish) if completed else None, unit.clock.now)


def from_home(unit: Unit, wish: int) -> Place:
    """Where limited places go to people in a bed, somebody who is at home takes the next option."""
    place = unit.places[wish]
    while place.is_limited:
        place = unit.places[place.otherwise]
    return place


def detox(unit: Unit, person: Person, bed: Bed) -> Steps:
    """The stay in a detox bed that begins now."""
    unit.beds.occupy(bed)
    unit.note(person, Event.ADMITTED, person.hours_since_use)
    yield from stay(unit, person, bed, unit.clock.now)


def stay(unit: Unit, person: Person, bed: Bed, admitted_h: float) -> Steps:
    """What happens in the bed, until the person has left it."""
    plan = unit.protocols[person.protocol]
    if isinstance(plan, FixedStay):
        yield from fixed_stay(unit, person, admitted_h + person.stay_h)
    else:
        yield from withdrawal(unit, person, Care(unit, person, plan, admitted_h))
    unit.beds.vacate(bed)
    unit.waiting_list.call_soon()  # a clean bed may have waited for the ratio, or for the room to empty
    unit.clock.at(unit.clock.now + person.turnover_h, Order.FINISHED, person.number, unit.bed_is_clean, bed)


def fixed_stay(unit: Unit, person: Person, over_h: float) -> Steps:
    """A stay of a drawn length without work, then the way out like everyone's."""
    yield unit.clock.until(max(unit.clock.now, over_h), Order.FINISHED, person.number)
    planned = unit.clock.event().succeed(unit.clock.now)
    place, planned_h = yield from boarding(unit, person, planned)
    yield unit.clock.until(unit.next_discharge_h(), Order.FINISHED, person.number)
    unit.note(person, Event.DISCHARGED, place.number)
    go_on(unit, person, place, planned_h)


def withdrawal(unit: Unit, person: Person, care: Care) -> Steps:
    """Medically monitored withdrawal until ready and placed, or until the stay ends in another way."""
    place: Place | None = None
    planned_h = unit.clock.now
    unit.in_care[person.number] = care
    try:
        yield care.ready
        place, planned_h = yield from boarding(unit, person, care.planned)
        yield from discharge(unit, person, care.bedside)
        unit.note(person, Event.DISCHARGED, place.number)
    except simpy.Interrupt as end:
        event, value = cast(tuple[Event, float], end.cause)
        unit.note(person, event, value)
        if place is not None:
            place.give_back()
            place = None
    del unit.in_care[person.number]
    care.bedside.end()
    go_on(unit, person, place, planned_h, care.medication_until_h(as_planned=place is not None))


def go_on(unit: Unit, person: Person, place: Place | None, planned_h: float, medication_until_h: float = -inf) -> None:
    """From here to the place, or without one after any other end; some people are referred again."""
    scenario = unit.scenario
    goes_to = unit.places[-1] if place is None else place
    link = goes_to.arrive(person, planned_h)
    back_h = inf
    if scenario.transition or scenario.afterwards:
        aftermath = Aftermath(unit.clock, unit.log, scenario.afterwards)
        back_h = aftermath.follow(person, WayOut(goes_to, link, medication_until_h, as_planned=place is not None))
    goes_to.leave(person, min(link.until_h, back_h))
    if back_h < scenario.run.horizon_h:
        unit.clock.process(episode(unit, next_episode(unit.population, person, back_h)))
