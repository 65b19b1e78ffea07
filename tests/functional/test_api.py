"""From Python the same comes out as from the command line, and a sweep goes on where it was."""

from pathlib import Path

import pandas as pd
import pytest

import sim
from sim.cli.main import main
from sim.errors import ScenarioError
from sim.experiments.results_reader import read_results
from tests.experiments.ward import plain

pytestmark = pytest.mark.functional

SWEEP = """\
schema_version: 1
name: Beds
scenario: plain.yaml
axes:
  beds: {path: unit.beds, values: [6, 8]}
design: grid
replications: 2
"""


def test_a_comparison_is_that_of_the_command(tmp_path: Path) -> None:
    base, more = plain(tmp_path), plain(tmp_path, "unit.beds=9", name="more")
    found = sim.compare([base.path, more])
    (tmp_path / "more.yaml").write_text(more.path.read_text().replace("value: 8", "value: 9"), encoding="utf-8")
    assert main(["compare", str(base.path), str(more.path), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    (folder,) = (tmp_path / "out").iterdir()
    saved = read_results(folder)
    assert list(found.frames) == list(saved.frames)
    mine, theirs = found.frames["differences"], saved.frames["differences"]
    pd.testing.assert_frame_equal(mine.drop(columns="scenario"), theirs.drop(columns="scenario"))


def test_one_scenario_is_run_by_its_name_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    short = sim.load_scenario("baseline", ["run.length=1 day", "run.warm_up=0 h"], replications=1, seed=5)
    results = sim.run(short, events=True)
    assert (results.facts.seed, results.facts.replications) == (5, 1)
    assert not results.frames["events"].empty
    assert capfd.readouterr() == ("", "")


def test_a_fault_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no scenario of that name; did you mean baseline"):
        sim.run("basline")
    with pytest.raises(ScenarioError, match="there is no such file and no sweep of that name"):
        sim.sweep("no-such", tmp_path)


def test_a_sweep_gives_frames_and_goes_on(tmp_path: Path) -> None:
    base = plain(tmp_path)
    file = base.path.with_name("sweep.yaml")
    file.write_text(SWEEP, encoding="utf-8")
    found = sim.sweep(file, tmp_path / "out")
    assert found.points["beds"].tolist() == [6, 8]
    assert set(found.runs["replication"]) == {0, 1}
    store = next((tmp_path / "out").rglob("*.sqlite"))
    before = store.stat().st_mtime_ns
    again = sim.sweep(file, tmp_path / "out")
    pd.testing.assert_frame_equal(again.summary, found.summary)
    assert store.stat().st_mtime_ns == before
