"""All measures of one replication as numbers alone: whoever wants no tables need not load the library of tables."""

from sim.measures.registry import DECLARED
from sim.measures.seen import Seen
from sim.patients.population import Population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log


def measured_values(scenario: Scenario, population: Population, log: Log) -> dict[str, float]:
    """What the table `runs` would hold, alone and sooner; nan where a measure was never seen."""
    return values_in(Seen.of(scenario, population, log))


def values_in(seen: Seen) -> dict[str, float]:
    """As `measured_values`, of a run that is laid out already."""
    return {
        measure.name: float(take(seen)) for declared in DECLARED for measure, take in declared.taken_from(seen.scenario)
    }
