"""One replication of one scenario: a pure function of a job, so that any run can be repeated alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.errors import ModelError
from sim.measures import measured_values
from sim.patients.population import Population, draw_population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log
from sim.unit.run import simulate
from sim.vocabulary import Event

if TYPE_CHECKING:
    import pandas as pd

    from sim.experiments.tables import Frames

Values = dict[str, float]
"""Measure to its value in one replication; nan where it was never seen."""


@dataclass(frozen=True)
class Job:
    """What one worker does in one go."""

    scenario_id: str
    """What the tables call the scenario."""
    scenario: Scenario
    replication: int
    """Counted from 0; decides the luck, together with the scenario's seed."""
    events: bool = False
    """Whether the event log is wanted too."""


def run_one(job: Job) -> "Frames":
    """Draw, simulate and measure. Raises ModelError, saying which replication, when the run does not add up."""
    from sim.experiments.tables import typed
    from sim.measures.replication import measure_replication

    population, log = _ran(job)
    frames = measure_replication(job.scenario, population, log)
    if job.events:
        frames["events"] = _events(log)
    return {
        name: typed(name, frame.assign(scenario=job.scenario_id, replication=job.replication))
        for name, frame in frames.items()
    }


def values_of(job: Job) -> Values:
    """What the table `runs` of the replication would hold, without making any table. Raises ModelError as `run_one`."""
    return measured_values(job.scenario, *_ran(job))


def _ran(job: Job) -> tuple[Population, Log]:
    population = draw_population(job.scenario, job.replication)
    try:
        return population, simulate(job.scenario, population)
    except ModelError as fault:
        raise ModelError(f"{job.scenario_id}, replication {job.replication}: {fault}") from fault


def _events(log: Log) -> "pd.DataFrame":
    """Every event from the start of the run, warm-up included, in the order in which they happened."""
    import pandas as pd

    table = pd.DataFrame(log.events)
    return table.assign(event=table["event"].map({event.value: event.name.lower() for event in Event}))
