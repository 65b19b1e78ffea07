"""`find`: the answer in 80 columns, a folder that the same command finds again, and sentences for what is wrong."""

import csv
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.program import Terminal, start
from tests.experiments.find.made_up import QUESTION, files

pytestmark = pytest.mark.functional
ONE = ("--workers", "1")
FOLDER = Path("results/how-few-find")

SMALL = (
    QUESTION.replace("from: 1, to: 12", "values: [1, 6, 8]")
    .replace("from: 1, to: 4", "values: [2]")
    .replace("worth: 1\n", "worth: 300\nfresh_replications: 4\n")
    + "set: {run.length: 1 week}\n"
)
"""Three wards that differ clearly: one bed is too few, eight are too many."""


@pytest.fixture
def question(tmp_path: Path) -> str:
    return files(tmp_path, SMALL).name


def chosen() -> str:
    with (FOLDER / "points.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["chosen"] == "yes"]
    return f"beds {row['beds']}, demand {row['demand']}"


def test_it_recommends_and_saves_a_scenario_that_is_valid(terminal: Terminal, question: str) -> None:
    ending = terminal("find", question, *ONE)
    assert ending.code == 0, ending.err
    assert "3 units to choose from; all of them are looked at." in ending.err
    shown = ending.out.partition("Scenario:")[0]
    assert shown.startswith("How few: Plain\nHow few beds will do?\n\nRecommended: beds 6, demand 2\n")
    assert max(map(len, shown.splitlines())) <= 80
    words = " ".join(shown.split())
    assert "With a chance of at least 95 %, it misses no target by more than its tolerance" in words
    assert "means of 4 fresh replications" in words
    assert ending.out.splitlines()[-3:] == [
        f"Scenario: {FOLDER / 'scenarios/how-few.yaml'}",
        f"Report:   {FOLDER / 'report.html'}",
        f"Results:  {FOLDER}",
    ]
    assert chosen() == "beds 6, demand 2"
    assert terminal("check", str(FOLDER / "scenarios/how-few.yaml")).code == 0


def test_the_same_command_again_runs_nothing_anew(terminal: Terminal, question: str) -> None:
    first = terminal("find", question, *ONE)
    before = json.loads((FOLDER / "find.json").read_text(encoding="utf-8"))
    again = terminal("find", question, *ONE)
    after = json.loads((FOLDER / "find.json").read_text(encoding="utf-8"))
    assert again.out == first.out
    assert "is done already; this is what it found" in again.err
    assert {**after, "created": before["created"]} == before


def test_a_budget_in_replications_ends_early_and_says_so_and_more_goes_on(terminal: Terminal, question: str) -> None:
    ending = terminal("find", question, "--budget", "20 replications", *ONE)
    assert ending.code == 0
    assert "the search ended before that was sure" in " ".join(ending.out.split())
    assert "give the same command again with --budget" in " ".join(ending.out.split())
    facts = json.loads((FOLDER / "find.json").read_text(encoding="utf-8"))
    line = facts["command"]
    assert line == ["detox-sim", "find", question, "--budget", f"{facts['spent']} replications", "--looks", "2"]
    tables = (FOLDER / "points.csv").read_bytes()
    assert terminal(*line[1:], "--out", "afresh", *ONE).code == 0
    assert (Path("afresh/how-few-find") / "points.csv").read_bytes() == tables
    Path(question).write_text(SMALL + "replications: 20\n", encoding="utf-8")
    assert terminal(*line[1:], *ONE).code == 0
    kept = (FOLDER / "points.csv").read_bytes()
    again = terminal("find", question, *ONE)
    assert again.code == 4
    assert "has had as much already; this is what it found. A --budget, or a larger --looks, goes on." in again.err
    assert (FOLDER / "points.csv").read_bytes() == kept
    Path(question).write_text(SMALL, encoding="utf-8")
    assert terminal("find", question, *ONE).code == 0
    assert chosen() == "beds 6, demand 2"


def test_a_budget_in_time_is_kept(terminal: Terminal, question: str) -> None:
    ending = terminal("find", question, "--budget", "2 h", "--quiet", *ONE)
    assert (ending.code, ending.err) == (0, "")
    assert chosen() == "beds 6, demand 2"
    assert terminal("find", question, "--budget", "1 s", "--out", "other", *ONE).code in {0, 4}


def test_a_budget_is_what_one_call_may_spend(terminal: Terminal, question: str) -> None:
    spent = []
    for _ in range(2):
        terminal("find", question, "--budget", "20 replications", "--looks", "3", "--quiet", *ONE)
        spent.append(json.loads((FOLDER / "find.json").read_text(encoding="utf-8"))["spent"])
    assert spent[0] <= 20 < spent[1] <= spent[0] + 20


def test_after_a_stop_a_budget_in_time_knows_how_long_a_replication_takes(terminal: Terminal, question: str) -> None:
    """All that is timed at first is stored, and nothing says how long it took."""
    assert terminal("find", question, "--budget", "5 replications", *ONE).code == 4
    assert not (FOLDER / "find.json").exists()
    ending = terminal("find", question, "--budget", "2 h", *ONE)
    assert "A replication, one run of the simulation, takes about" in ending.err
    assert "1,000,000,000" not in ending.err


def test_when_the_replications_are_spent_all_is_saved_and_the_code_says_so(terminal: Terminal, question: str) -> None:
    Path(question).write_text(SMALL + "replications: 20\n", encoding="utf-8")
    ending = terminal("find", question, *ONE)
    assert ending.code == 4
    assert "20 replications were not enough to be sure; a larger number under 'replications'" in ending.err
    assert (FOLDER / "find.json").is_file()


def test_targets_that_nobody_meets_name_the_nearest(terminal: Terminal, question: str) -> None:
    Path(question).write_text(SMALL.replace("[1, 6, 8]", "[1]").replace("[2]", "[2, 3]"), encoding="utf-8")
    ending = terminal("find", question, *ONE)
    words = " ".join(ending.out.split())
    assert ending.code == 0
    assert "Nearest: beds 1, demand 2" in words
    assert (
        "With a chance of at least 95 %, none of the 2 units meets every target with the tolerance to spare." in words
    )
    assert "The nearest, above, misses 'Admitted within 72 h' by" in words


def test_a_smaller_budget_shows_what_a_larger_one_found(terminal: Terminal, question: str) -> None:
    first = terminal("find", question, *ONE)
    written = (FOLDER / "find.json").read_bytes()
    again = terminal("find", question, "--budget", "20 replications", *ONE)
    assert (again.code, again.out) == (0, first.out)
    assert (FOLDER / "find.json").read_bytes() == written
    assert terminal("find", question, "--budget", "1 s", "--quiet", *ONE).out == "\n".join(
        [*first.out.splitlines()[-3:], ""]
    )


def test_a_scenario_that_changed_begins_another_search(terminal: Terminal, question: str) -> None:
    terminal("find", question, *ONE)
    ward = Path("ward.yaml")
    ward.write_text(ward.read_text(encoding="utf-8").replace("fixed_per_bed_year: 1000", "fixed_per_bed_year: 1"))
    ending = terminal("find", question, *ONE)
    assert ending.code == 0
    assert "was made from another version of this file, or of a scenario that it uses" in ending.err


def test_a_changed_file_keeps_what_still_fits(terminal: Terminal, question: str) -> None:
    terminal("find", question, *ONE)
    Path(question).write_text(SMALL.replace("at_least: 80", "at_least: 15"), encoding="utf-8")
    ending = terminal("find", question, *ONE)
    assert "was made from another version of this file" in ending.err
    assert chosen() == "beds 1, demand 2"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("none.yaml",), 3, "none.yaml: there is no such file and no search of that name"),
        (("nowhere/none.yaml",), 3, "none.yaml: is not there; the file of a search is accepted"),
        (("beds-and-nurse",), 3, "no search of that name; did you mean beds-and-nurses?"),
        (("ward.yaml",), 3, "is a scenario, not a search"),
        (("question.yaml", "--budget", "soon"), 2, "'soon': a time such as 10min"),
        (("question.yaml", "--out", "ward.yaml/inside"), 3, "is a file"),
        (("question.yaml", "--budget", "3 replications"), 4, "the budget ends before the first units are looked at"),
    ],
)
def test_what_is_wrong_is_a_sentence(
    terminal: Terminal, question: str, words: tuple[str, ...], code: int, said: str
) -> None:
    ending = terminal("find", *words, *ONE)
    assert (ending.code, ending.out) == (code, "")
    assert said in " ".join(ending.err.replace("│", " ").split())
    assert "Traceback" not in ending.err


def test_check_knows_a_search(terminal: Terminal, question: str) -> None:
    assert terminal("check", question).out == "question.yaml: valid; 3 units to choose from\n"
    assert "is a search, which --set cannot change" in terminal("check", question, "--set", "unit.beds=3").err
    Path(question).write_text(SMALL.replace("unit.beds", "unit.bed"), encoding="utf-8")
    ending = terminal("check", question)
    assert (ending.code, ending.out) == (3, "")
    assert "choose.beds: unit.bed is not known" in ending.err


def test_help_is_short_and_has_an_example(terminal: Terminal) -> None:
    ending = terminal("find", "--help")
    assert "Example: detox-sim find" in ending.out
    assert len(ending.out.splitlines()) <= 45
    assert max(map(len, ending.out.splitlines())) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are those of Unix")
def test_killed_in_the_middle_it_goes_on_and_finds_the_same(terminal: Terminal, tmp_path: Path) -> None:
    question = files(tmp_path, SMALL.replace("run.length: 1 week", "run.length: 3 weeks")).name
    process = start("find", question, "--workers", "2", folder=tmp_path)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("3 units to choose from"):
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not (FOLDER / "find.json").exists()
    went_on = terminal("find", question, *ONE)
    assert went_on.code == 0, went_on.err
    afresh = terminal("find", question, "--out", "afresh", *ONE)
    assert (Path("afresh/how-few-find") / "points.csv").read_bytes() == (FOLDER / "points.csv").read_bytes()
    assert went_on.out.replace("results/", "afresh/") == afresh.out
