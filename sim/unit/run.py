"""One replication: a deterministic function of the scenario and the patient table."""

from sim.patients.population import Population
from sim.scenario.scenario import Scenario
from sim.unit.audit import audit
from sim.unit.hours import follow_admission_hours, follow_roster
from sim.unit.log import Log
from sim.unit.pathway import episode
from sim.unit.person import people
from sim.unit.unit import Unit


def simulate(scenario: Scenario, population: Population) -> Log:
    """Run the unit from empty to the horizon and return its log.

    What falls exactly on the horizon does not happen. Raises ModelError when
    the log does not add up.
    """
    unit = Unit(scenario)
    for role in range(len(unit.crews)):
        unit.clock.process(follow_roster(unit, role))
    unit.clock.process(follow_admission_hours(unit))
    for person in people(population):
        unit.clock.process(episode(unit, person))
    unit.clock.run(until=scenario.run.horizon_h)
    unit.dispatcher.close()
    audit(unit, population.size)
    return unit.log
