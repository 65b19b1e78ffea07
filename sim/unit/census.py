"""Tonight's census: people who are in a bed or on the waiting list when the run starts."""

from collections.abc import Generator, Iterable
from typing import Any

import simpy

from sim.unit.front_door import wait_for_bed
from sim.unit.pathway import detox, stay
from sim.unit.person import Person
from sim.unit.unit import Unit
from sim.vocabulary import Event

Steps = Generator[simpy.Event, Any, None]


def fewest_groups_first(people: Iterable[Person]) -> list[Person]:
    """The order in which people of the census are put into their beds: whoever has the least choice goes first."""
    return sorted(people, key=lambda person: sum(number >= 0 for number in person.bed_groups))


def in_bed(unit: Unit, person: Person) -> Steps:
    """Somebody whose stay began before the run did; what is left of it is theirs to live through."""
    admitted_h = -person.stay_so_far_h
    bed = unit.beds.reserve(person)
    for event in (Event.REFERRED, Event.LISTED, Event.CALLED):
        unit.log.event(admitted_h, person.number, event)
    if unit.scenario.unit.bed_groups:
        unit.log.event(admitted_h, person.number, Event.BED, bed.group)
    unit.log.event(admitted_h, person.number, Event.ADMITTED, person.hours_since_use)
    unit.beds.occupy(bed)
    yield from stay(unit, person, bed, admitted_h)


def waiting(unit: Unit, person: Person) -> Steps:
    """Somebody who has waited for a while already."""
    listed_h = -person.waited_so_far_h
    unit.log.event(listed_h, person.number, Event.REFERRED)
    unit.log.event(listed_h, person.number, Event.LISTED)
    bed = yield from wait_for_bed(unit, person, listed_h, person.patience_h - person.waited_so_far_h)
    if bed is not None:
        yield from detox(unit, person, bed)
