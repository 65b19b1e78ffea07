"""How fast the unit runs: events and replications per second, and the ratio to bare SimPy in the same run.

    python3 start.py test -m benchmark -s

Nothing here asserts seconds: machines differ. The ratio to a bare SimPy loop
that does nothing but wait is what can be compared between machines.
"""

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

    def wait():
        for _ in range(BARE_EVENTS // 20):
            yield env.timeout(1.0)

    for _ in range(20):
        env.process(wait())
    started = process_time()
    env.run()
    return BARE_EVENTS / (process_time() - started)


def test_a_year_of_the_baseline(scenarios, capsys):
    scenario = load_scenario(scenarios / "baseline.yaml").scenario
    process_time()
    population = draw_population(scenario, 0)
    drawn = process_time()
    log = simulate(scenario, population)
    process_time() - drawn

    tasks, events = len(log.tasks["work"]), len(log.events["event"])
    events + 2 * tasks
    bare_simpy_events_per_s()
    scenario.run.horizon_h / YEAR_H
    with capsys.disabled():
        pass
    assert tasks > 50_000
    assert events > 30_000
