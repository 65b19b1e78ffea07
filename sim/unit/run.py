"""One replication: a deterministic function of the scenario and the patient table."""

from collections.abc import Generator
from math import isnan
from typing import Any

import simpy

from sim.garbage import garbage_rests
from sim.patients.population import Population
from sim.scenario.scenario import Scenario
from sim.unit.audit import audit
from sim.unit.care.sessions import hold_groups
from sim.unit.census import fewest_groups_first, in_bed, waiting
from sim.unit.hours import follow_admission_hours
from sim.unit.log import Log
from sim.unit.pathway import episode
from sim.unit.person import Person, people
from sim.unit.unit import Unit
from sim.unit.watch import Watch
from sim.unit.work.shifts import Shifts


def simulate(scenario: Scenario, population: Population, watch: Watch | None = None) -> Log:
    """Run the unit from empty, or from its census, to the horizon and return its log.

    What falls exactly on the horizon does not happen. `watch` takes down the
    looks at one person. Raises ModelError when the log does not add up.
    """
    unit = Unit(scenario, population, watch)
    follow_staff(unit)
    unit.clock.process(follow_admission_hours(unit))
    for number, (name, group) in enumerate(scenario.counselling.groups.items()):
        unit.clock.process(hold_groups(unit, number, group, population.shifts.session_h[name].tolist()))
    for person in fewest_groups_first(people(population)):
        unit.clock.process(pathway(unit, person))
    with garbage_rests():
        unit.clock.run(until=scenario.run.horizon_h)
    unit.dispatcher.close()
    audit(unit, population.size)
    return unit.log


def follow_staff(unit: Unit) -> None:
    """Every role follows its roster, and the ratio rule follows with it."""
    rules = list(unit.scenario.staff.roles.values()) if unit.scenario.staff else []
    for crew, rule, own in zip(unit.crews, rules, unit.shifts, strict=True):
        changed = unit.waiting_list.call_soon
        shifts = Shifts(unit.clock, unit.log, unit.dispatcher, crew, rule, own, changed)
        unit.clock.process(shifts.follow())


def pathway(unit: Unit, person: Person) -> Generator[simpy.Event, Any, None]:
    """Where this person comes in: at their referral, or in the middle when the census has them."""
    if not isnan(person.stay_so_far_h):
        return in_bed(unit, person)
    return waiting(unit, person) if not isnan(person.waited_so_far_h) else episode(unit, person)
