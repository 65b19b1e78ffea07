"""One replication of one scenario: a pure function from a job to its tables, so that any run can be repeated alone."""

from dataclasses import dataclass

import pandas as pd

from sim.errors import ModelError
from sim.experiments.tables import Frames, typed
from sim.measures import measure_replication
from sim.patients.population import draw_population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log
from sim.unit.run import simulate
from sim.vocabulary import Event


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


def run_one(job: Job) -> Frames:
    """Draw, simulate and measure. Raises ModelError, saying which replication, when the run does not add up."""
    population = draw_population(job.scenario, job.replication)
    try:
        log = simulate(job.scenario, population)
    except ModelError as fault:
        raise ModelError(f"{job.scenario_id}, replication {job.replication}: {fault}") from fault
    frames = measure_replication(job.scenario, population, log)
    if job.events:
        frames["events"] = _events(log)
    return {
        name: typed(name, frame.assign(scenario=job.scenario_id, replication=job.replication))
        for name, frame in frames.items()
    }


def _events(log: Log) -> pd.DataFrame:
    """Every event from the start of the run, warm-up included, in the order in which they happened."""
    table = pd.DataFrame(log.events)
    return table.assign(event=table["event"].map({event.value: event.name.lower() for event in Event}))
