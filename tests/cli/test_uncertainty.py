"""`uncertainty`: a summary in 80 columns, a folder with its page, going on after a stop, and sentences for faults."""

import csv
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.program import PLAIN, Terminal, under_way

pytestmark = pytest.mark.functional
ONE = ("--workers", "1", "--draws", "12", "--replications", "2")
SHORT = ("--set", "run.length=1 week")


@pytest.fixture
def files() -> tuple[str, str]:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    Path("more.yaml").write_text("extends: plain\nname: More beds\nunit: {beds: 9}\n", encoding="utf-8")
    return "plain.yaml", "more.yaml"


def test_a_decision_is_summed_up_and_saved(terminal: Terminal, files: tuple[str, str]) -> None:
    ending = terminal("uncertainty", *files, *SHORT, *ONE)
    assert ending.code == 0
    assert all("replications done" in line for line in ending.err.splitlines())
    (kept,) = Path("results").iterdir()
    assert kept.name.endswith("-uncertainty")
    (folder,) = (path for path in kept.iterdir() if path.is_dir())
    assert [path.name for path in kept.iterdir() if path.is_file()] == ["store.sqlite"]
    said, _, _ = ending.out.partition("Figures:")
    assert max(map(len, said.splitlines())) <= 80
    assert said.startswith("More beds, compared with Plain <unit> | *one*\n")
    flat = " ".join(said.split())
    assert "2 parameters were drawn 12 times from a quarter less to a quarter more." in flat
    assert flat.count("too few to say anything") == 1
    assert "Worse" not in said.split("Bed occupancy\n")[1]
    assert "nan" not in said
    assert {path.name for path in folder.iterdir()} == {
        "draws.csv", "failures.csv", "importance.csv", "parameters.csv", "runs.csv", "summary.csv", "uncertainty.html",
        "uncertainty.json",
    }  # fmt: skip
    with (folder / "runs.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2 * 12 * 2 * 5
    page = (folder / "uncertainty.html").read_text(encoding="utf-8")
    assert "Plain &lt;unit&gt; | *one*" in page


def test_one_scenario_alone_and_the_line_that_repeats_it(terminal: Terminal, files: tuple[str, str]) -> None:
    words = ("--only", "demand.*", "--measure", "occupancy_pct", "--seed", "7", "--out", "there", "--quiet")
    ending = terminal("uncertainty", files[0], *words, *SHORT, *ONE)
    assert (ending.code, ending.err, len(ending.out.splitlines())) == (0, "", 2)
    (folder,) = Path("there").glob("*/*/")
    told = json.loads((folder / "uncertainty.json").read_text(encoding="utf-8"))
    line = "detox-sim uncertainty plain.yaml --draws 12 --replications 2 --only demand.* --measure occupancy_pct --set"
    assert told["command"] == [*line.split(), "run.length=1 week", "--seed", "7"]
    assert (told["seed"], told["draws"], told["replications"], told["left_out"]) == (7, 12, 2, [])
    assert told["scenarios"][0]["resolved"]["unit"]["beds"] == 8
    page = (folder / "uncertainty.html").read_text(encoding="utf-8")
    assert "--only &#39;demand.*&#39; --measure occupancy_pct --set &#39;run.length=1 week&#39; --seed 7" in page


def test_another_question_leaves_the_first_answer_and_runs_nothing_twice(
    terminal: Terminal, files: tuple[str, str]
) -> None:
    assert terminal("uncertainty", files[0], *SHORT, *ONE, "--quiet").code == 0
    (first,) = Path("results").glob("*/*/")
    before = {path.name: path.read_bytes() for path in first.iterdir()}
    again = terminal("uncertainty", files[0], *SHORT, *ONE, "--measure", "occupancy_pct")
    assert (again.code, again.err) == (0, "")
    assert {path.name: path.read_bytes() for path in first.iterdir()} == before
    assert len(list(Path("results").glob("*/*/"))) == 2


def test_help_is_short_and_has_an_example(terminal: Terminal) -> None:
    ending = terminal("uncertainty", "--help")
    assert "Example: detox-sim uncertainty" in ending.out
    assert len(ending.out.splitlines()) <= 45
    assert max(map(len, ending.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--only", "protocol.*"), 3, "no estimate has a path like"),
        (("--published",), 3, "no estimate with a published interval"),
        (("--measure", "ocupancy_pct"), 3, "did you mean occupancy_pct?"),
        (("--set", "unit.beds=-1"), 3, "unit.beds"),
        (("--out", "plain.yaml/inside"), 3, "is a file"),
        (("--draws", "5"), 2, "'5': a whole number from 10 to 10,000 is accepted"),
        (("--draws", "ten"), 2, "'ten': a whole number from 10 to 10,000 is accepted"),
        (("--draws", "99999999999999999999"), 2, "a whole number from 10 to 10,000 is accepted"),
        (("--replications", "1"), 2, "'1': a whole number from 2 to 1,000 is accepted"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_nothing_is_written(
    terminal: Terminal, files: tuple[str, str], words: tuple[str, ...], code: int, said: str
) -> None:
    ending = terminal("uncertainty", files[0], *words)
    assert ending.code == code
    assert said in " ".join(ending.err.replace("│", " ").split())
    assert "Traceback" not in ending.err
    assert not Path("results").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are those of Unix")
def test_killed_in_the_middle_it_goes_on_and_ends_as_if_nothing_had_been(
    terminal: Terminal, files: tuple[str, str], tmp_path: Path
) -> None:
    words = ("uncertainty", files[0], "--draws", "30", "--replications", "2", "--workers", "1", *SHORT)
    kept = tmp_path / "results" / "plain-run-length-1-week-uncertainty"
    with under_way(*words, folder=tmp_path) as process:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert (kept / "store.sqlite").exists()
    assert terminal(*words, "--quiet").code == 0
    assert terminal(*words, "--quiet", "--out", "afresh").code == 0
    (folder,), (afresh,) = kept.glob("*/"), Path("afresh").glob("*/*/")
    for name in ("runs", "draws", "summary", "importance"):
        assert (folder / f"{name}.csv").read_bytes() == (afresh / f"{name}.csv").read_bytes()
