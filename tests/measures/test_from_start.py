"""Daily series from the first day of the run agree with the measured days, and count everybody referred."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.measures.replication import measure_replication
from sim.patients.population import draw_population
from sim.scenario import load_scenario
from sim.unit.run import simulate
from sim.vocabulary import Event

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def measured(scenarios: Path) -> tuple[dict[str, pd.DataFrame], np.ndarray]:
    changes = ("run.warm_up=4 weeks", "run.length=2 weeks")
    scenario = load_scenario(scenarios / "baseline.yaml", changes).scenario
    population = draw_population(scenario, 0)
    log = simulate(scenario, population)
    return measure_replication(scenario, population, log), log.events["time_h"][log.events["event"] == Event.REFERRED]


def test_the_measured_days_are_those_of_daily(measured: tuple[dict[str, pd.DataFrame], np.ndarray]) -> None:
    frames, _ = measured
    whole, daily = frames["from_start"], frames["daily"]
    assert whole["day"].tolist() == list(range(42))
    for name in ("occupied", "waiting", "boarding"):
        assert whole[name][28:].tolist() == pytest.approx(daily[name].tolist(), abs=1e-9)


def test_the_unit_fills_from_empty(measured: tuple[dict[str, pd.DataFrame], np.ndarray]) -> None:
    whole = measured[0]["from_start"]
    assert whole["occupied"][0] < whole["occupied"][10] / 2
    assert whole["step_down"][0] == 0
    assert whole["step_down"].max() > 1


def test_everybody_referred_is_counted_on_their_day(measured: tuple[dict[str, pd.DataFrame], np.ndarray]) -> None:
    frames, referred_h = measured
    expected = [int(np.count_nonzero(referred_h // 24 == day)) for day in range(42)]
    assert frames["from_start"]["referred"].tolist() == expected


def test_a_run_shorter_than_a_day_has_no_day(scenarios: Path) -> None:
    changes = ("run.warm_up=0 h", "run.length=6 h")
    scenario = load_scenario(scenarios / "baseline.yaml", changes).scenario
    population = draw_population(scenario, 0)
    assert measure_replication(scenario, population, simulate(scenario, population))["from_start"].empty
