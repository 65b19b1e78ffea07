"""The front door: screening, the waiting list, and the way to a bed."""

from collections.abc import Generator
from enum import Enum
from typing import Any

import simpy

from sim.rules.admission import no_show_chance
from sim.unit.beds import Bed
from sim.unit.care.worklist import Worklist
from sim.unit.clock import Order
from sim.unit.person import Person
from sim.unit.unit import Unit
from sim.vocabulary import Event, Work


class Eligible(Enum):
    """What a person is eligible for after screening."""

    NOTHING_HERE = 0
    BED = 1
    OUTPATIENT = 2


def screening(unit: Unit, person: Person) -> Generator[simpy.Event, Any, Eligible]:
    """Telephone screening by intake staff: eligible, diverted or lost."""
    rule = unit.scenario.demand.screening
    if rule is None:
        return Eligible.BED
    screened = unit.clock.event()
    Worklist(unit, person).ask(Work.SCREENING, screened.succeed)
    yield screened
    if person.screening_rank < rule.lost_pct / 100:
        unit.note(person, Event.LOST)
        return Eligible.NOTHING_HERE
    if person.screening_rank < (rule.lost_pct + rule.diverted_pct) / 100:
        unit.note(person, Event.DIVERTED, 0)
        return Eligible.NOTHING_HERE
    if rule.outpatient and person.outpatient_ok and person.outpatient_rank < rule.outpatient.share_pct / 100:
        unit.note(person, Event.DIVERTED, 1)
        return Eligible.OUTPATIENT
    return Eligible.BED


def arrival(unit: Unit, person: Person) -> Generator[simpy.Event, Any, Bed | None]:
    """Joins the waiting list now."""
    unit.note(person, Event.LISTED)
    bed: Bed | None = yield from wait_for_bed(unit, person, unit.clock.now, person.patience_h)
    return bed


def wait_for_bed(
    unit: Unit, person: Person, listed_h: float, patience_h: float
) -> Generator[simpy.Event, Any, Bed | None]:
    """Waits for a call, travels, and arrives or does not; the bed is reserved meanwhile."""
    bed: Bed
    answer, bed = yield unit.waiting_list.join(person, listed_h, patience_h)
    unit.note(person, answer)
    if answer is not Event.CALLED:
        return None
    if unit.scenario.unit.bed_groups:
        unit.note(person, Event.BED, bed.group)
    waited_h = unit.clock.now - listed_h
    yield unit.clock.until(unit.clock.now + person.travel_h, Order.ADMISSION, person.number)
    if turns_up(unit, person, waited_h):
        return bed
    unit.note(person, Event.NO_SHOW)
    unit.beds.give_back(bed)
    unit.waiting_list.call_soon()
    return None


def turns_up(unit: Unit, person: Person, waited_h: float) -> bool:
    rule = unit.scenario.demand.no_show
    return rule is None or person.no_show_rank >= no_show_chance(waited_h, rule.at_once_pct, rule.per_day_pct)
