"""What is said before a run, against what the run then shows."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from sim.experiments.precision.stays import stay
from sim.experiments.replication import Job, run_one
from sim.experiments.statistics.queues import sd_of_mean_busy, sd_of_mean_wait
from sim.patients.population import draw_population
from sim.scenario import Scenario, load_scenario
from sim.unit.run import simulate
from sim.vocabulary import Level
from tests.statistical.harness import SCENARIOS
from tests.statistical.reading import Reading

pytestmark = pytest.mark.statistical

BUSY_WITHIN, WAIT_WITHIN = 0.2, 0.35
"""Relative error that is allowed; a standard deviation estimated from 60 replications is itself off by 9 %."""
STAY_WITHIN = 0.15
"""Waits for staff and for a place elsewhere, which nobody knows beforehand, are part of it."""


def runs(scenario: Scenario, replications: int) -> Sequence[Reading]:
    populations = (draw_population(scenario, replication) for replication in range(replications))
    return [Reading(scenario, people, simulate(scenario, people)) for people in populations]


def test_how_much_means_of_a_queue_vary() -> None:
    changes = ("run.length=300 days", "run.warm_up=50 days")
    seen = runs(load_scenario(SCENARIOS / "mmc-load-80.yaml", changes).scenario, 60)
    busy = np.std([run.mean_level(Level.OCCUPIED) for run in seen], ddof=1)
    wait_d = np.std([run.mean_level(Level.WAITING) for run in seen], ddof=1) / 3.2
    assert busy == pytest.approx(sd_of_mean_busy(3.2, 1.0, 1.0, 300.0), rel=BUSY_WITHIN)
    assert wait_d == pytest.approx(sd_of_mean_wait(3.2, 1.0, 1.0, 4, 300.0), rel=WAIT_WITHIN)


@pytest.mark.parametrize("name", ["baseline", "continue-buprenorphine"])
def test_how_long_people_stay(scenarios: Path, name: str) -> None:
    changes = ("run.length=10 weeks", "run.warm_up=3 weeks")
    scenario = load_scenario(scenarios / f"{name}.yaml", changes).scenario
    measures = run_one(Job(name, scenario, 0))["runs"].set_index("measure")["value"]
    assert measures["stay_mean_h"] == pytest.approx(stay(scenario).mean_h, rel=STAY_WITHIN)
