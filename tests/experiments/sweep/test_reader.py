"""A folder is read when it is complete and unchanged; anything else is one sentence."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.errors import ResultsError
from sim.experiments.driving import Hands
from sim.experiments.sweep.reader import read_sweep
from sim.experiments.sweep.running import run_sweep
from sim.experiments.sweep.telling import facts_of
from tests.experiments.sweep.sweeping import BEDS, DEMAND, SWEEP, sweep_of

pytestmark = pytest.mark.functional

WORDS = "  =roster: {levels: {as it is: {}, =1+2: {unit: {beds: 3}}, NA: {unit: {beds: 5}}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    axes = WORDS.replace("=roster", "roster")
    sweep = sweep_of(tmp_path, SWEEP.replace(BEDS + DEMAND, axes) + "set: {run.length: 1 day}\nreplications: 1\n")
    run_sweep(sweep, facts_of(sweep, ["detox-sim"]), Hands(1), tmp_path / "saved", lambda done, total: None)
    return tmp_path / "saved"


def test_words_come_back_as_they_were(folder: Path) -> None:
    saved = read_sweep(folder)
    assert saved.points["roster"].tolist() == ["as it is", "=1+2", "NA"]
    assert set(saved.summary["roster"]) == {"as it is", "=1+2", "NA"}
    assert b"'=1+2" in (folder / "points.csv").read_bytes()
    assert saved.runs["value"].isna().any()
    assert saved.runs["value"].dtype == "float64"


def _cut(folder: Path) -> None:
    (folder / "runs.csv").write_bytes((folder / "runs.csv").read_bytes()[:-9])


def _lose(folder: Path) -> None:
    (folder / "summary.csv").unlink()


def _garble(folder: Path) -> None:
    (folder / "sweep.json").write_text("{", encoding="utf-8")


def _forget(folder: Path) -> None:
    (folder / "sweep.json").unlink()


def _strip(folder: Path) -> None:
    (folder / "sweep.json").write_text('{"format": 1, "kind": "sweep"}', encoding="utf-8")


def _newer(folder: Path) -> None:
    text = (folder / "sweep.json").read_text(encoding="utf-8")
    (folder / "sweep.json").write_text(text.replace('"format": 1', '"format": 2'), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_cut, "runs.csv: has been changed or damaged since it was saved"),
        (_lose, "summary.csv: cannot be read"),
        (_garble, "sweep.json: is damaged, it is not JSON"),
        (_forget, "has no sweep.json, so it is not the folder of a sweep"),
        (_strip, "sweep.json: is damaged (name is missing"),
        (_newer, "the results have format 2; this program reads format 1"),
    ],
)
def test_what_is_not_whole_is_refused(change: Callable[[Path], None], says: str, folder: Path) -> None:
    change(folder)
    with pytest.raises(ResultsError) as refused:
        read_sweep(folder)
    assert says in str(refused.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="there is no such folder"):
        read_sweep(tmp_path / "nowhere")


def test_the_reader_needs_no_model() -> None:
    line = "import sys, sim.experiments.sweep.reader; print(*(name for name in sys.modules if name.startswith('sim.')))"
    loaded = subprocess.check_output([sys.executable, "-c", line], text=True).split()
    assert "sim.experiments.sweep.facts" in loaded
    model = ("sim.scenario", "sim.patients", "sim.unit", "sim.measures", "sim.experiments.driving")
    assert [name for name in loaded if name.startswith(model)] == []
