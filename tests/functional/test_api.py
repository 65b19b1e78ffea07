"""From Python the same comes out as from the command line, and a sweep goes on where it was."""

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import sim
from sim.cli.main import main
from sim.errors import ScenarioError
from sim.experiments.results_reader import read_results
from tests.experiments.ward import PLAIN, plain

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


def test_the_wishes_of_a_comparison_are_those_of_the_command(tmp_path: Path) -> None:
    files = [write_beds(tmp_path, beds) for beds in (8, 9, 10)]
    found = sim.compare(
        files, precision=["occupancy_pct=20", "wait_mean_h=500"], most=12, correction="holm", all_pairs=True,
        matters={"occupancy_pct": 3},
    )  # fmt: skip
    words = ["--precision", "occupancy_pct=20", "--precision", "wait_mean_h=500", "--most", "12"]
    words += ["--correction", "holm", "--all-pairs", "--matters", "occupancy_pct=3"]
    out = tmp_path / "out"
    assert main(["compare", *map(str, files), *words, "--out", str(out), "--quiet", "--workers", "1"]) == 0
    saved = read_results(next(out.iterdir()))
    assert found.facts.comparison is not None
    assert found.facts.precision is not None
    assert found.facts.comparison.model_dump() == saved.manifest["comparison"]
    assert found.facts.precision.model_dump() == saved.manifest["precision"]
    assert found.facts.precision.reached
    assert list(found.frames) == list(saved.frames)
    for name in ("differences", "pairs"):
        pd.testing.assert_frame_equal(found.frames[name], saved.frames[name])


def write_beds(folder: Path, beds: int) -> Path:
    text = PLAIN.replace("value: 8", f"value: {beds}").replace("name: Plain", f"name: Beds {beds}")
    return plain(folder, name=f"beds-{beds}", text=text).path


def test_a_precision_adds_runs_of_one_scenario(tmp_path: Path) -> None:
    facts = sim.run(plain(tmp_path), precision="wait_mean_h=500").facts
    assert facts.precision is not None
    assert (facts.precision.reached, facts.replications) == (5, 10)


@pytest.mark.parametrize(
    ("count", "wishes", "said"),
    [
        (0, {}, "scenarios: none is given; two or more are compared"),
        (1, {}, "scenarios: 1 is given; two or more are compared"),
        (2, {"correction": "holms"}, "correction: 'holms' is not known; bonferroni, holm or none is accepted"),
        (2, {"matters": {"occupancy": 1}}, "matters: 'occupancy' is no measure of these scenarios; did you mean"),
        (2, {"matters": {"occupancy_pct": 0}}, "matters: 0 for occupancy_pct; an amount above 0, in its unit"),
        (2, {"matters": {"occupancy_pct": float("nan")}}, "matters: nan for occupancy_pct"),
        (2, {"precision": "wide"}, "precision: 'wide' is no precision; 5%, wait_mean_h=5%"),
        (2, {"precision": "5%", "most": 9}, "most: 9 is too few: the first 5 must be confirmed by 5 more; 10 or more"),
        (2, {"most": 20}, "most: goes with precision"),
    ],
)
def test_what_cannot_be_compared_is_a_sentence(tmp_path: Path, count: int, wishes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        sim.compare([plain(tmp_path)] * count, **wishes)


def test_work_needs_somebody_who_does_it(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="workers: 0 is too few; 1 or more is accepted"):
        sim.run(plain(tmp_path), workers=0)
    with pytest.raises(ValueError, match="workers: -1 is too few"):
        sim.sweep("beds-and-night-nurses", tmp_path / "out", workers=-1)
    assert not (tmp_path / "out").exists()


def test_the_name_of_one_scenario_is_not_taken_for_a_list_of_letters() -> None:
    with pytest.raises(ValueError, match="scenarios: 1 is given"):
        sim.compare("baseline")


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
