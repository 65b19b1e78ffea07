"""From a finished sweep to its indices: the right method, the right axes, and what failed left out."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.errors import ResultsError
from sim.experiments.driving import Hands
from sim.experiments.indices.analysis import has_indices, indices_of
from sim.experiments.indices.rows import NOISE, Row
from sim.experiments.indices.saving import write_indices
from sim.experiments.statistics.resampling import LEAST_ROWS
from sim.experiments.sweep.reader import SavedSweep, read_sweep
from sim.experiments.sweep.running import run_sweep
from sim.experiments.sweep.telling import facts_of
from tests.experiments.sweep.sweeping import SWEEP, sweep_of

pytestmark = pytest.mark.functional

NUMBERS = """\
  beds: {path: unit.beds, from: 4, to: 12, whole: true}
  demand: {path: demand.per_day, from: 1, to: 3}
  names: {levels: {one: {}, other: {unit: {turnover: 1 min}}}}
"""
DESIGNS = {
    "morris": "{morris: {trajectories: 6, levels: 4}}",
    "sobol": "{sobol indices: {points: 8}}",
    "pawn": "{latin hypercube: {points: 40}}",
}


def swept(folder: Path, design: str, replications: int = 2) -> SavedSweep:
    axes = SWEEP.index("axes:\n") + len("axes:\n")
    text = f"{SWEEP[:axes]}{NUMBERS}design: {design}\nreplications: {replications}\nset: {{run.length: 1 week}}\n"
    sweep = sweep_of(folder, text)
    run_sweep(sweep, facts_of(sweep, ["detox-sim"]), Hands(1), folder / "out", lambda *_: None)
    return read_sweep(folder / "out")


def found(rows: list[Row], measure: str, index: str) -> dict[str, Row]:
    return {row.axis: row for row in rows if row.measure == measure and row.index == index}


@pytest.mark.parametrize(("method", "index"), [("morris", "mu_star"), ("sobol", "ST"), ("pawn", "pawn_median")])
def test_demand_fills_beds_and_a_minute_of_cleaning_does_not(tmp_path: Path, method: str, index: str) -> None:
    saved = swept(tmp_path, DESIGNS[method])
    rows = indices_of(saved)
    occupancy = found(rows, "occupancy_pct", index)
    assert list(occupancy) == ["beds", "demand", "names"]
    assert {row.method for row in occupancy.values()} == {method}
    assert min(occupancy["beds"].value, occupancy["demand"].value) > occupancy["names"].value
    for row in occupancy.values():
        assert row.low <= row.high if row.n >= LEAST_ROWS else not row.has_interval
    noise = found(rows, "occupancy_pct", NOISE)[""]
    assert 0 < noise.low < noise.value < noise.high < 1
    assert [row.measure for row in rows if row.index == NOISE] == [each.name for each in saved.facts.measures]


def made_up(saved: SavedSweep, values: dict[int, float]) -> SavedSweep:
    """The sweep as if each point had measured just this in all replications."""
    rows = [
        (point, replication, "occupancy_pct", value)
        for point, value in values.items()
        for replication in range(saved.facts.replications)
    ]
    return replace(saved, runs=pd.DataFrame(rows, columns=["point", "replication", "measure", "value"]))


def test_effects_are_over_the_whole_axis_and_a_failed_point_costs_its_walk(tmp_path: Path) -> None:
    saved = swept(tmp_path, DESIGNS["morris"], replications=1)
    demand = dict(zip(saved.points["point"], saved.points["demand"], strict=True))
    slopes = made_up(saved, {point: 10 * value for point, value in demand.items()})
    effects = found(indices_of(slopes), "occupancy_pct", "mu_star")
    assert [effects[axis].value for axis in ("beds", "demand", "names")] == pytest.approx([0, 20, 0], rel=1e-5)
    assert effects["demand"].n == 6
    holed = made_up(saved, {point: 10 * value for point, value in demand.items() if point != 6})
    after = found(indices_of(holed), "occupancy_pct", "mu_star")["demand"]
    assert (after.n, after.value) == (5, pytest.approx(20, rel=1e-5))


def test_all_of_the_variance_is_that_of_the_one_axis_that_matters(tmp_path: Path) -> None:
    saved = swept(tmp_path, DESIGNS["sobol"], replications=1)
    beds = dict(zip(saved.points["point"], saved.points["beds"], strict=True))
    rows = indices_of(made_up(saved, beds))
    assert found(rows, "occupancy_pct", "S1")["beds"].value == pytest.approx(1, abs=0.3)
    assert found(rows, "occupancy_pct", "ST")["demand"].value == 0
    assert np.isnan(found(rows, "occupancy_pct", NOISE)[""].value)
    assert np.isnan(found(rows, "completed_per_year", "S1")["beds"].value)


def test_named_levels_are_groups_of_their_own(tmp_path: Path) -> None:
    saved = swept(tmp_path, DESIGNS["pawn"], replications=1)
    words = {
        point: float(name == "one") for point, name in zip(saved.points["point"], saved.points["names"], strict=True)
    }
    rows = indices_of(made_up(saved, words))
    assert found(rows, "occupancy_pct", "pawn_max")["names"].value == pytest.approx(0.5, abs=0.03)


def test_only_designs_that_fill_the_space_have_indices() -> None:
    assert [each for each in ("grid", "list", "morris", "sobol points") if has_indices(each)] == [
        "morris",
        "sobol points",
    ]


def test_the_table_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    rows = [
        Row("wait_mean_h", "=beds", "sobol", "ST", 0.1 + 0.2, 0.1, 0.5, 16),
        Row("a", "", "b", "c", *[float("nan")] * 3, 0),
    ]
    path = write_indices(tmp_path, rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[1:] == [
        ["wait_mean_h", "'=beds", "sobol", "ST", "0.30000000000000004", "0.1", "0.5", "16"],
        ["a", "", "b", "c", "", "", "", "0"],
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["indices.csv"]
    with pytest.raises(ResultsError, match="cannot be saved here"):
        write_indices(tmp_path / "gone", rows)
