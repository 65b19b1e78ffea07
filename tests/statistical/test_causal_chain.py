"""Staffing changes outcomes: one night nurse fewer on a tight roster, and what follows, link by link."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.experiments.experiment import run_experiment
from sim.patients.population import draw_population
from sim.scenario import load_scenario
from sim.unit.run import simulate

pytestmark = [pytest.mark.statistical, pytest.mark.timeout(1800)]

SCENARIOS = Path(__file__).parents[2] / "scenarios"
MANY = ("run.replications=30", "run.length=104 weeks", "run.warm_up=8 weeks")
"""Coming back takes months, and few more do: it needs two years and thirty replications to show."""

CHAIN = (
    "dose_lateness_mean_min",
    "first_dose_wait_mean_h",
    "moderate_or_worse_h_per_day",
    "self_discharge_24h_pct",
    "self_discharge_pct",
    "returned_to_use_30_days_pct",
    "readmitted_90_days_pct",
)
"""What each link does to the next: late doses, later relief, withdrawal that breaks through, leaving, coming back."""


@pytest.fixture(scope="module")
def changes() -> pd.DataFrame:
    """Paired differences of `tight-nights` from `tight-roster`, by measure."""
    loaded = [load_scenario(SCENARIOS / f"{name}.yaml", MANY) for name in ("tight-roster", "tight-nights")]
    results = run_experiment(loaded, workers=2, progress=lambda _done, _all: None)
    return results.frames["differences"].set_index("measure")


@pytest.mark.parametrize("measure", CHAIN)
def test_every_link_of_the_chain_moves(changes: pd.DataFrame, measure: str) -> None:
    """The 95 % interval of the paired difference lies above 0."""
    assert changes.loc[measure, "low"] > 0


def test_with_staff_without_end_nothing_moves() -> None:
    """Nobody waits for anybody, so one nurse fewer of very many changes not one event."""
    rows = ("nurses_on_weekdays", "nurses_at_weekends", "technicians_by_day", "technicians_by_night")
    many = [f"staff.roster.{row}.{row.split('_')[0].rstrip('s')}=900" for row in rows]
    short = ["run.length=12 weeks", "run.warm_up=1 week"]
    events = []
    for nurses in (900, 899):
        asked = [*many, *short, f"staff.roster.nurses_by_night.nurse={nurses}"]
        scenario = load_scenario(SCENARIOS / "tight-roster.yaml", asked).scenario
        events.append(simulate(scenario, draw_population(scenario, 0)).events)
    for column in ("time_h", "patient", "event", "value"):
        np.testing.assert_array_equal(events[0][column], events[1][column])
