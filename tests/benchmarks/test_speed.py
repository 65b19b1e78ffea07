"""How fast the unit runs: events and replications per second, and the ratio to bare SimPy in the same run.

    python3 start.py test -m benchmark -s

Nothing here asserts seconds: machines differ. The ratio to a bare SimPy loop
that does nothing but wait is what can be compared between machines.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
import simpy

from sim.patients.population import draw_population
from sim.scenario import load_scenario
from sim.unit.run import simulate

pytestmark = pytest.mark.benchmark

BARE_EVENTS = 200_000
YEAR_H = 52 * 168.0


def bare_simpy_events_per_s() -> float:
    """The reference: processes that only wait."""
    env = simpy.Environment()

    def wait() -> Iterator[simpy.Event]:
        for _ in range(BARE_EVENTS // 20):
            yield env.timeout(1.0)

    for _ in range(20):
        env.process(wait())
    started = process_time()
    env.run()
    return BARE_EVENTS / (process_time() - started)


def test_a_year_of_the_baseline(scenarios: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = load_scenario(scenarios / "baseline.yaml").scenario
    started = process_time()
    population = draw_population(scenario, 0)
    drawn = process_time()
    log = simulate(scenario, population)
    ran_s = process_time() - drawn

    tasks, events = len(log.tasks["work"]), len(log.events["event"])
    steps = events + 2 * tasks
    reference = bare_simpy_events_per_s()
    years = scenario.run.horizon_h / YEAR_H
    with capsys.disabled():
        sys.stdout.write(
            f"\nbaseline, {years:.2f} years: patients drawn in {drawn - started:.2f} s, simulated in {ran_s:.2f} s"
            f"\n  {steps:,} events (log rows, starts and ends of tasks): {steps / ran_s:,.0f} a second"
            f"\n  {years / ran_s:.2f} replication-years a second, {ran_s / years:.2f} s for one"
            f"\n  ratio to bare SimPy at {reference:,.0f} waits a second: {steps / ran_s / reference:.2f}\n"
        )
    assert tasks > 50_000
    assert events > 30_000
