"""`calibrate`: the fit in 80 columns, a folder that appears whole, and sentences for what is wrong."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.program import Terminal, under_way
from tests.experiments.calibrating import STUDY, files, short

pytestmark = pytest.mark.functional
ONE = ("--workers", "1")
FEW = "replications: 1\nfresh_replications: 2\nsearch: {evaluations: 4}\n"


@pytest.fixture
def study(tmp_path: Path) -> str:
    return files(tmp_path, STUDY + FEW, short()).name


def test_it_prints_the_fit_and_saves_a_scenario_that_is_valid(terminal: Terminal, study: str) -> None:
    ending = terminal("calibrate", study, *ONE)
    assert ending.code == 0
    assert all("replications done" in line for line in ending.err.splitlines())
    (folder,) = Path("results").iterdir()
    shown = ending.out.partition("Scenario:")[0]
    assert shown.startswith("Known answer: A bed for everyone\n")
    assert max(map(len, shown.splitlines())) <= 80
    assert "12 ± 0.2" in shown
    assert "assumed; Chosen." in shown
    scenario = folder / "scenarios" / "known-answer.yaml"
    assert ending.out.splitlines()[-2:] == [f"Scenario: {scenario}", f"Results:  {folder}"]
    assert sorted(path.name for path in folder.iterdir()) == [
        "calibration.json", "fit.csv", "parameters.csv", "scenarios", "search.csv",
    ]  # fmt: skip
    assert terminal("check", str(scenario)).code == 0


def test_the_scenario_can_be_written_beside_the_calibrated_one(terminal: Terminal, study: str) -> None:
    ending = terminal("calibrate", study, "--quiet", "--out", "there", "--write", "fitted.yaml", *ONE)
    (folder,) = Path("there").iterdir()
    assert (ending.out, ending.err) == (f"Scenario: fitted.yaml\nResults:  {folder}\n", "")
    assert terminal("compare", "ward.yaml", "fitted.yaml", "--quiet", *ONE).code == 0


def test_long_names_are_folded_into_80_columns(terminal: Terminal, study: str) -> None:
    name = f"the rate at which people are referred {'on average ' * 5}"
    text = STUDY.replace("demand.per_day: {", f"{name}: {{paths: [demand.per_day], ")
    Path(study).write_text(text + FEW, encoding="utf-8")
    ending = terminal("calibrate", study, *ONE)
    assert ending.code == 0, ending.err
    assert max(map(len, ending.out.partition("Scenario:")[0].splitlines())) <= 80


def test_a_bound_that_stops_a_value_is_told(terminal: Terminal, study: str) -> None:
    Path(study).write_text(STUDY.replace("value: 12", "value: 60") + FEW.replace("4", "9"), encoding="utf-8")
    ending = terminal("calibrate", study, *ONE)
    assert "at 'to'" in ending.out
    assert "outside" in ending.out
    assert "A value at a bound was stopped by it" in " ".join(ending.out.split())


def test_more_free_values_than_targets_is_a_warning(terminal: Terminal, study: str) -> None:
    more = STUDY.replace("free:\n", "free:\n  demand.no_show.at_once_pct: {from: 1, to: 50}\n")
    Path(study).write_text(more + FEW, encoding="utf-8")
    ending = terminal("calibrate", study, "--quiet", *ONE)
    assert ending.code == 0
    assert ending.err.startswith("study.yaml: 2 values are free, and the targets are 1: other values may fit as well.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("none.yaml",), "none.yaml: there is no such file and no calibration study of that name"),
        (
            ("ward.yaml",),
            "ward.yaml: is a scenario, not a calibration study; it belongs to the command 'run ward.yaml'",
        ),
        (("study.yaml", "--write", "ward.yaml"), "ward.yaml: is there already"),
        (("study.yaml", "--write", "nowhere/fitted.yaml"), "cannot be written"),
        (("study.yaml", "--out", "ward.yaml/inside"), "is a file"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_nothing_is_written(
    terminal: Terminal, study: str, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    before = sorted(tmp_path.iterdir())
    ending = terminal("calibrate", *words, *ONE)
    assert (ending.code, ending.out) == (3, "")
    assert said in ending.err
    assert "Traceback" not in ending.err
    assert sorted(tmp_path.iterdir()) == before


def test_help_is_short_and_has_an_example(terminal: Terminal) -> None:
    ending = terminal("calibrate", "--help")
    assert "Example: detox-sim calibrate" in ending.out
    assert len(ending.out.splitlines()) <= 45
    assert max(map(len, ending.out.splitlines())) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are those of Unix")
def test_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    files(tmp_path, STUDY + "replications: 500\n")
    words = ("calibrate", "study.yaml", "--workers", "2", "--write", "fitted.yaml")
    with under_way(*words, folder=tmp_path) as process:
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "Interrupted: what was not finished is not kept."
    assert "Traceback" not in err
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["study.yaml", "ward.yaml"]
