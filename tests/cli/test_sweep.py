"""`sweep`: tables that appear when all is done, a stop that loses nothing, and sentences for what is wrong."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from sim.experiments.driving import Failed, Outcome
from sim.experiments.replication import Job
from sim.experiments.sweep import running
from tests.cli.program import Terminal, copy_of, made
from tests.experiments.sweep.sweeping import SWEEP, sweep_file

pytestmark = pytest.mark.functional
ONE = ("--workers", "1")
TABLES = ("points.csv", "runs.csv", "summary.csv", "failures.csv")
SMALL = Path("results", "small-sweep")


@pytest.fixture
def file(tmp_path: Path) -> str:
    return sweep_file(tmp_path).name


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the sweep of `file` leaves when it is finished: to be copied, never changed."""
    folder = tmp_path_factory.mktemp("whole")
    return made("sweep", sweep_file(folder).name, folder=folder)


@pytest.fixture
def finished(terminal: Terminal, file: str, whole: Path) -> str:
    """The file of a sweep that has been run here."""
    copy_of(whole)
    return file


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in TABLES}


def test_it_sums_up_in_80_columns_and_says_where_the_tables_are(terminal: Terminal, file: str) -> None:
    ending = terminal("sweep", file, *ONE)
    assert ending.code == 0
    lines = ending.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[:2] == ["Small", "How many beds?"]
    assert "6 points of Plain (grid over beds, demand), 2 replications each." in ending.out
    assert "Completed stays" in ending.out
    best = next(line for line in lines if line.startswith("Completed stays (people a year)")).split()
    assert (best[-4], best[-2:]) == ("best", ["6", "3"])
    assert lines[-2:] == [f"Report:   {SMALL / 'report.html'}", f"Results:  {SMALL}"]
    assert sorted(path.name for path in SMALL.iterdir()) == sorted(
        [*TABLES, "report.html", "store.sqlite", "sweep.json"]
    )


def test_long_names_and_many_axes_stay_in_80_columns(terminal: Terminal, tmp_path: Path) -> None:
    name = "an axis with a name as long as may be x"
    text = SWEEP.replace("beds:", f"{name}:").replace("demand:", "the rate at which people are referred:")
    ending = terminal("sweep", sweep_file(tmp_path, text).name, *ONE)
    assert ending.code == 0
    assert max(map(len, ending.out.splitlines())) <= 80


def test_the_same_command_again_runs_nothing_anew(terminal: Terminal, finished: str) -> None:
    before = tables(SMALL)
    ending = terminal("sweep", finished, *ONE)
    assert ending.code == 0
    assert "12 of 12 replications were there already" in " ".join(ending.out.split())
    assert tables(SMALL) == before


def test_quiet_says_only_where_the_report_and_the_results_are(terminal: Terminal, file: str) -> None:
    ending = terminal("sweep", file, "--quiet", "--out", "there", *ONE)
    there = Path("there", "small-sweep")
    assert (ending.out, ending.err) == (f"Report:   {there / 'report.html'}\nResults:  {there}\n", "")


def test_more_replications_keep_those_that_are_there(terminal: Terminal, finished: str) -> None:
    ending = terminal("sweep", finished, "--replications", "3", *ONE)
    assert "sweep.yaml: 3 replications of each point are asked for now, and 2 were when" in " ".join(ending.err.split())
    assert "is not as it was" not in ending.err
    assert "12 of 18 replications were there already" in " ".join(ending.out.split())


def test_parts_are_put_together(terminal: Terminal, file: str, whole: Path) -> None:
    for part in ("1/2", "2/2"):
        ending = terminal("sweep", file, "--shard", part, *ONE)
        assert ending.code == 0
        assert "3 of 6 points" in " ".join(ending.out.split())
    together = terminal("sweep", file, *ONE)
    assert "12 of 12 replications were there already" in " ".join(together.out.split())
    assert tables(SMALL) == tables(whole)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "unit.beds",
            "unit.bedz",
            "sweep.yaml:6: axes.beds.path: unit.bedz is not known here; did you mean unit.beds?",
        ),
        ("[4, 6]", "[4, -6]", "sweep.yaml:6: axes.beds: -6 is not valid, because unit.beds is -6; a whole number"),
        ("grid", "{list: nowhere.csv}", "nowhere.csv: cannot be read"),
        ("grid", "grid\nonly_if: beds > 9", "sweep.yaml: only_if leaves out all of the 6 points; nothing would run"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_nothing_is_written(
    terminal: Terminal, tmp_path: Path, old: str, new: str, said: str
) -> None:
    sweep_file(tmp_path, SWEEP.replace(old, new))
    before = sorted(tmp_path.iterdir())
    ending = terminal("sweep", "sweep.yaml", *ONE)
    assert (ending.code, ending.out) == (3, "")
    assert said in ending.err
    assert "Traceback" not in ending.err
    assert sorted(tmp_path.iterdir()) == before
    assert terminal("check", "sweep.yaml").err == ending.err


def test_a_place_that_cannot_hold_results(terminal: Terminal, file: str) -> None:
    assert "is a file" in terminal("sweep", file, "--out", "ward.yaml/inside").err
    Path("results").mkdir()
    SMALL.write_text("", encoding="utf-8")
    ending = terminal("sweep", file, *ONE)
    assert (ending.code, ending.out) == (3, "")
    assert "the results cannot be saved here" in ending.err


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the system lets this user write"
)
def test_a_folder_that_may_not_be_written_to(terminal: Terminal, file: str) -> None:
    Path("results").mkdir()
    Path("results").chmod(0o555)
    assert "may not write" in terminal("sweep", file, *ONE).err


def test_another_version_of_the_model_is_refused(
    terminal: Terminal, finished: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(SMALL)
    monkeypatch.setattr("sim.experiments.sweep.telling.model_hash", lambda: "ab" * 32)
    ending = terminal("sweep", finished, *ONE)
    assert (ending.code, ending.out) == (3, "")
    assert "was begun by another version of the model" in ending.err
    assert len(ending.err.splitlines()) == 1
    assert tables(SMALL) == before


def test_another_base_under_the_same_name_is_refused(terminal: Terminal, tmp_path: Path, finished: str) -> None:
    sweep_file(tmp_path, SWEEP + "set: {run.length: 1 week}\n")
    ending = terminal("sweep", finished, *ONE)
    assert ending.code == 3
    assert "belongs to a sweep of another base" in ending.err


def test_points_that_fail_end_with_4_and_how_to_go_on(
    terminal: Terminal, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def failing(*_: object) -> Iterator[object]:
        def drive(jobs: Sequence[Job]) -> list[Outcome]:
            return [
                Failed("a person was lost") if job.scenario.unit.beds == 4 else {"wait_mean_h": 1.0} for job in jobs
            ]

        yield drive

    monkeypatch.setattr(running, "driver", failing)
    ending = terminal("sweep", file, *ONE)
    assert ending.code == 4
    assert "3 of 6 points did not finish; failures.csv says why" in ending.err
    assert "3 of them did not finish" in " ".join(ending.out.split())
    assert (SMALL / "failures.csv").read_text(encoding="utf-8-sig").count("a person was lost") == 6


def test_a_design_that_says_which_axes_matter_has_a_table_of_that(terminal: Terminal, tmp_path: Path) -> None:
    axes = SWEEP.replace("values: [4, 6]", "from: 3, to: 9, whole: true").replace(", steps: 3", "")
    text = axes.replace("grid", "{morris: {trajectories: 4, levels: 4}}")
    ending = terminal("sweep", sweep_file(tmp_path, text).name, *ONE)
    assert ending.code == 0
    assert "Sigma" in ending.out
    assert (SMALL / "indices.csv").exists()
    assert "trajectory 4" in (SMALL / "points.csv").read_text(encoding="utf-8-sig")
    assert terminal("sweep", sweep_file(tmp_path).name, *ONE).code == 0
    assert not (SMALL / "indices.csv").exists()


@pytest.mark.parametrize("words", [("--shard", "5/4"), ("--shard", "x"), ("--workers", "0"), ("--replications", "0")])
def test_a_wrong_command_line_exits_with_2(terminal: Terminal, file: str, words: tuple[str, ...]) -> None:
    ending = terminal("sweep", file, *words)
    assert ending.code == 2
    assert "Traceback" not in ending.err


def test_check_knows_a_sweep(terminal: Terminal, tmp_path: Path) -> None:
    sweep_file(tmp_path, SWEEP + "only_if: beds > demand + 1\nreplications: 4\n")
    ending = terminal("check", "sweep.yaml", "ward.yaml")
    assert ending.code == 0
    assert ending.out.splitlines()[0] == "sweep.yaml: valid; 5 points to run, 1 left out, replications of each: 4"
    assert ending.out.splitlines()[1].startswith("ward.yaml: valid")
    refused = terminal("check", "sweep.yaml", "--set", "unit.beds=3")
    assert (refused.code, refused.err) == (
        3, "sweep.yaml: is a sweep, which --set cannot change; 'set' in the file is accepted\n",
    )  # fmt: skip
    strict = terminal("check", "sweep.yaml", "--strict").err
    assert strict.startswith("ward.yaml: demand.per_day: has neither a source nor an assumption\n")


@pytest.mark.parametrize("name", ["beds-and-night-nurses", "demand-and-step-down-places"])
def test_shipped_sweeps_are_valid_and_found_by_name(terminal: Terminal, scenarios: Path, name: str) -> None:
    path = scenarios / "sweeps" / f"{name}.yaml"
    ending = terminal("check", str(path), "--strict")
    assert (ending.code, ending.err) == (0, "")
    assert terminal("check", name).code == 0
    nearly = terminal("sweep", name[:-1])
    assert (nearly.code, f"did you mean {name}?" in nearly.err) == (3, True)
