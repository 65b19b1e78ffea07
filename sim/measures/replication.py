"""All measures and tables of one replication."""

import pandas as pd

from sim.measures.flows import flows
from sim.measures.over_time import daily, hourly
from sim.measures.registry import DECLARED
from sim.measures.seen import Seen
from sim.measures.splits import groups
from sim.measures.tallies import counts
from sim.measures.waits import waits
from sim.patients.population import Population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log


def measure_replication(scenario: Scenario, population: Population, log: Log) -> dict[str, pd.DataFrame]:
    """Tidy tables of one run, without the names of scenario and replication.

    `runs`: measure, value. `groups`: split, group, label, measure, value,
    people. `daily`: one row per measured day. `hourly`: one per role and hour of
    the week. `counts`: topic, category, count. `flows`: source, target, count.
    `waits`: what, percentile, hours.
    """
    seen = Seen.of(scenario, population, log)
    taken = [(measure.name, take(seen)) for declared in DECLARED for measure, take in declared.taken_from(scenario)]
    return {
        "runs": pd.DataFrame(taken, columns=["measure", "value"]),
        "groups": groups(seen),
        "daily": daily(seen),
        "hourly": hourly(seen),
        "counts": counts(seen),
        "flows": flows(seen),
        "waits": waits(seen),
    }
