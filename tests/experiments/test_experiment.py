"""A whole comparison: the same scenarios give the same bytes, and the same people whoever works."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from sim.experiments.experiment import run_experiment
from sim.experiments.results import save
from sim.experiments.results_reader import SavedResults, read_results
from sim.experiments.tables import ALWAYS, COLUMNS
from tests.experiments.ward import plain

pytestmark = pytest.mark.functional

ROOT = Path(__file__).resolve().parents[2]
SHORT = ("run.length=1 week", "run.warm_up=1 day", "run.replications=2")

COMPARE = """
import sys
from pathlib import Path
from sim.experiments.experiment import run_experiment
from sim.experiments.results import save
from sim.scenario import load_scenario
if __name__ == "__main__":
    out, workers, changes, *files = sys.argv[1:]
    loaded = [load_scenario(file, changes.split("; ")) for file in files]
    results = run_experiment(loaded, int(workers), lambda done, total: None, events=True)
    print(save(results, Path(out), ["detox-sim"]))
"""


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> SavedResults:
    folder = tmp_path_factory.mktemp("study")
    loaded = [plain(folder), plain(folder, "unit.beds=4"), plain(folder)]
    return read_results(save(run_experiment(loaded, 1, quiet), folder / "results", ["detox-sim", "compare"]))


def differences_of(saved: SavedResults, place: int) -> pd.DataFrame:
    """Differences of one scenario from the base, by measure."""
    table = saved.frames["differences"]
    scenario = str(saved.manifest["scenarios"][place]["id"])
    return table[table["scenario"] == scenario].set_index("measure")


def test_what_a_comparison_holds(saved: SavedResults) -> None:
    manifest = saved.manifest
    ids = [scenario["id"] for scenario in manifest["scenarios"]]
    assert set(saved.frames) == set(ALWAYS)
    assert all(list(frame) == list(COLUMNS[name]) for name, frame in saved.frames.items())
    assert (manifest["kind"], manifest["replications"], manifest["seed"], manifest["cores"]) == ("compare", 2, 1, 1)
    assert list(dict.fromkeys(saved.frames["runs"]["scenario"])) == ids
    assert len(set(ids)) == 3
    assert {measure["name"] for measure in manifest["measures"]} >= set(saved.frames["runs"]["measure"])


def test_the_same_scenario_makes_no_change(saved: SavedResults) -> None:
    twin = differences_of(saved, 2).query("n > 1")
    assert set(twin["verdict"]) == {"no change"}
    assert set(twin["difference"]) == {0.0}


def test_the_same_people_ask_for_fewer_beds(saved: SavedResults) -> None:
    smaller = differences_of(saved, 1)
    assert smaller["verdict"]["referrals_per_year"] == "no change"
    assert smaller["difference"]["wait_mean_h"] > 0


def test_one_scenario_is_a_run(tmp_path: Path) -> None:
    results = run_experiment([plain(tmp_path)], 1, quiet)
    assert results.facts.kind == "run"
    assert results.frames["differences"].empty


def compare(folder: Path, workers: int, seed: int, files: list[Path]) -> Path:
    """The results folder of a comparison in a process with another hash seed."""
    script = folder / "compare.py"
    script.write_text(COMPARE, encoding="utf-8")
    line = [sys.executable, str(script), str(folder / f"{workers}"), str(workers), "; ".join(SHORT), *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed)}
    ran = subprocess.run(line, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert ran.stderr == ""
    return Path(ran.stdout.strip())


def test_the_bytes_depend_on_the_scenarios_only(tmp_path: Path, scenarios: Path) -> None:
    files = [scenarios / "baseline.yaml", scenarios / "one-more-night-nurse.yaml"]
    one, two = compare(tmp_path, 1, 0, files), compare(tmp_path, 2, 4711, files)
    names = sorted(path.name for path in one.glob("*.csv"))
    assert names == sorted(f"{name}.csv" for name in (*ALWAYS, "events"))
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []
