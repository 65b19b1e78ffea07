"""All tables of one replication."""

import pandas as pd

from sim.measures.flows import flows
from sim.measures.month_after import month_after
from sim.measures.over_time import daily, from_start, hourly
from sim.measures.presence import presence
from sim.measures.scores import scores
from sim.measures.seen import Seen
from sim.measures.splits import groups
from sim.measures.tallies import counts
from sim.measures.tasks_due import tasks_due
from sim.measures.values import values_in
from sim.measures.waits import waits
from sim.patients.population import Population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log


def measure_replication(scenario: Scenario, population: Population, log: Log) -> dict[str, pd.DataFrame]:
    """Tidy tables of one run, without the names of scenario and replication.

    `runs`: measure, value. `groups`: split, group, label, measure, value,
    people. `daily`: one row per measured day. `from_start`: one per day,
    warm-up included. `hourly`: one per role and hour of
    the week. `counts`: topic, category, count. `flows`: source, target, count.
    `waits`: what, percentile, hours. `scores`: protocol, hour, p10, p50, p90, n.
    `presence`: state, hour, share_pct. `tasks_due`: task, fate, count.
    `month_after`: source, target, count.
    """
    seen = Seen.of(scenario, population, log)
    return {
        "runs": pd.DataFrame(values_in(seen).items(), columns=["measure", "value"]),
        "groups": groups(seen),
        "daily": daily(seen),
        "from_start": from_start(seen),
        "hourly": hourly(seen),
        "counts": counts(seen),
        "flows": flows(seen),
        "waits": waits(seen),
        "scores": scores(seen),
        "presence": presence(seen),
        "tasks_due": tasks_due(seen),
        "month_after": month_after(seen),
    }
