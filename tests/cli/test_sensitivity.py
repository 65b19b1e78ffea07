"""`sensitivity`: a table in 80 columns, a folder that appears whole, and sentences for what is wrong."""

import csv
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.program import PLAIN, Terminal, under_way

pytestmark = pytest.mark.functional
ONE = ("--workers", "1")


@pytest.fixture
def plain() -> str:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    return "plain.yaml"


def test_it_prints_what_matters_and_saves_the_table(terminal: Terminal, plain: str) -> None:
    ending = terminal("sensitivity", plain, "--replications", "2", *ONE)
    assert (ending.code, ending.err) == (0, "")
    (folder,) = Path("results").iterdir()
    assert ending.out.startswith("What matters most in Plain <unit> | *one*\n")
    assert f"Results:  {folder}" in ending.out
    assert max(map(len, ending.out.partition("Report:")[0].splitlines())) <= 80
    assert "Stay: length of stay" in " ".join(ending.out.split())
    assert "?: chance could explain it" in " ".join(ending.out.split())
    assert any(line.endswith("% ?") for line in map(str.rstrip, ending.out.splitlines()))
    with (folder / "plain.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["path"] for row in rows} == {
        "demand.per_day", "demand.sources.all.share_pct", "protocols.stay.stay",
    }  # fmt: skip
    assert sorted(path.name for path in folder.iterdir()) == ["plain.csv", "plain.json", "report.html"]


def test_the_header_file_says_what_was_run(terminal: Terminal, plain: str) -> None:
    words = (
        "--only",
        "protocols.*",
        "--measure",
        "occupancy_pct",
        "--set",
        "unit.beds=9",
        "--seed",
        "7",
        "--out",
        "there",
    )
    assert terminal("sensitivity", plain, "--quiet", *words, *ONE).code == 0
    (folder,) = Path("there").iterdir()
    told = json.loads((folder / "plain-unit-beds-9.json").read_text(encoding="utf-8"))
    assert (told["seed"], told["replications"], told["only"]) == (7, 4, "protocols.*")
    assert told["scenario"]["id"] == "plain-unit-beds-9"
    assert told["resolved"]["unit"]["beds"] == 9
    assert [measure["name"] for measure in told["measures"]] == ["occupancy_pct"]
    assert told["versions"]["detox-sim"]
    line = "detox-sim sensitivity plain.yaml --set unit.beds=9 --replications 4 --seed 7 --only protocols.*"
    assert told["command"] == [*line.split(), "--measure", "occupancy_pct"]


def test_quiet_says_only_where_the_report_and_the_results_are(terminal: Terminal, plain: str) -> None:
    ending = terminal("sensitivity", plain, "--quiet", "--replications", "1", "--only", "protocols.*", *ONE)
    assert ending.err == ""
    (folder,) = Path("results").iterdir()
    assert ending.out == f"Report:   {folder / 'report.html'}\nResults:  {folder}\n"


def test_one_replication_is_said_to_be_a_first_look(terminal: Terminal, plain: str) -> None:
    ending = terminal("sensitivity", plain, "--replications", "1", "--only", "protocols.*", *ONE)
    assert "One replication says nothing" in " ".join(ending.out.split())
    assert "nan" not in ending.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--only", "protocol.*"), "no estimate has a path like"),
        (("--measure", "ocupancy_pct"), "did you mean occupancy_pct?"),
        (("--set", "unit.beds=-1"), "unit.beds"),
        (("--out", "plain.yaml/inside"), "is a file"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_nothing_is_written(
    terminal: Terminal, plain: str, words: tuple[str, ...], said: str
) -> None:
    ending = terminal("sensitivity", plain, *words, *ONE)
    assert ending.code == 3
    assert said in ending.err
    assert "Traceback" not in ending.err
    assert not Path("results").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are those of Unix")
def test_ctrl_c_leaves_nothing(terminal: Terminal, plain: str, tmp_path: Path) -> None:
    long = ("--replications", "500", "--set", "run.length=100 weeks", "--workers", "2")
    with under_way("sensitivity", plain, *long, folder=tmp_path) as process:
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "Interrupted: what was not finished is not kept."
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["plain.yaml"]
