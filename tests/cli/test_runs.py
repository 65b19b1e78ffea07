"""`run`, `compare` and `report`: a results folder, a report, and a summary that fits the terminal."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import PLAIN, Terminal, copy_of

pytestmark = pytest.mark.functional
ONE = ("--workers", "1")
HEADLINE = 10


@pytest.fixture
def plain() -> str:
    Path("plain.yaml").write_text(PLAIN + "question: Is it plain?\n", encoding="utf-8")
    return "plain.yaml"


@pytest.fixture
def bigger(plain: str) -> str:
    Path("bigger.yaml").write_text(
        "extends: plain\nname: More\nquestion: And more?\nunit: {beds: 9}\n", encoding="utf-8"
    )
    return "bigger.yaml"


def folders() -> list[Path]:
    return sorted(Path("results").iterdir())


def manifest(folder: Path) -> Any:
    return json.loads((folder / "run.json").read_text(encoding="utf-8"))


def test_run_says_what_was_asked_and_found_and_where_it_is(terminal: Terminal, plain: str) -> None:
    ending = terminal("run", plain, *ONE)
    (folder,) = folders()
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("Before the run: about 6 beds are asked for of 8 (75 %).\n")
    assert "\nPlain <unit> | *one*\nIs it plain?\n" in ending.out
    assert "95 % interval" in ending.out
    assert f"Report:   {folder / 'report.html'}" in ending.out
    assert f"Results:  {folder}" in ending.out
    assert (folder / "report.html").is_file()


def test_options_reach_the_run(terminal: Terminal, plain: str) -> None:
    words = ("--set", "unit.beds=9", "--replications", "3", "--seed", "7", "--out", "elsewhere")
    assert terminal("run", plain, *ONE, *words).code == 0
    (folder,) = Path("elsewhere").iterdir()
    told = manifest(folder)
    assert (told["replications"], told["seed"]) == (3, 7)
    assert told["scenarios"][0]["resolved"]["unit"]["beds"] == 9
    assert folder.name.startswith("plain-unit-beds-9-2")
    line = "detox-sim run plain.yaml --set unit.beds=9 --replications 3 --seed 7"
    assert told["command"] == line.split()
    assert not (folder / "events.csv").exists()


def test_the_event_log_is_saved_on_request(terminal: Terminal, plain: str) -> None:
    assert terminal("run", plain, *ONE, "--events").code == 0
    (folder,) = folders()
    assert (folder / "events.csv").read_text(encoding="utf-8-sig").count("admitted") > 1
    assert manifest(folder)["command"][-1] == "--events"


def test_quiet_says_only_where_the_report_is(terminal: Terminal, plain: str) -> None:
    ending = terminal("run", plain, *ONE, "--quiet")
    assert ending.err == ""
    assert [line.split(":")[0] for line in ending.out.splitlines()] == ["Report", "Workbook", "Results"]


def test_one_replication_has_no_interval(terminal: Terminal, plain: str) -> None:
    ending = terminal("run", plain, *ONE, "--replications", "1")
    assert ending.code == 0
    assert "no interval" in ending.out
    assert "nan" not in ending.out


def test_compare_has_a_table_for_each_alternative_in_80_columns(terminal: Terminal, plain: str, bigger: str) -> None:
    for name in ("third", "fourth"):
        Path(f"{name}.yaml").write_text(f"extends: plain\nname: The {name}\ndemand: {{factor: 2}}\n", encoding="utf-8")
    ending = terminal("compare", plain, bigger, "third", "fourth", *ONE)
    assert ending.code == 0, ending.err
    assert ending.out.count("Verdict") == 3
    assert "More, compared with Plain" in ending.out
    assert max(map(len, ending.out.partition("Report:")[0].splitlines())) <= 80
    assert re.search(r"(better|worse|too close to call|changed) *$", ending.out, re.MULTILINE)
    assert manifest(folders()[0])["kind"] == "compare"


def test_shipped_scenarios_fit_too(terminal: Terminal) -> None:
    words = ("--set", "run.length=1 week", "--set", "run.warm_up=1 week", "--replications", "2", *ONE)
    ending = terminal("compare", "baseline", "two-more-beds", *words)
    assert ending.code == 0, ending.err
    table = ending.out.partition("Report:")[0].splitlines()
    assert max(map(len, table)) <= 80
    assert sum(1 for line in table if re.search(r"(better|worse|too close to call|change) *$", line)) >= HEADLINE - 1


def test_report_writes_it_again(terminal: Terminal, plain: str) -> None:
    terminal("run", plain, *ONE, "--quiet")
    (folder,) = folders()
    page = folder / "report.html"
    first = page.read_bytes()
    page.unlink()
    ending = terminal("report", str(folder))
    assert (ending.code, ending.out) == (0, f"Report:   {page}\nWorkbook: {folder / 'tables.xlsx'}\n")
    assert page.read_bytes() == first


@pytest.mark.parametrize("damage", ["missing", "a file", "no run.json", "a changed table", "nonsense"])
def test_damaged_results_are_refused(terminal: Terminal, plain: str, plain_results: Path, damage: str) -> None:
    folder = copy_of(plain_results)
    match damage:
        case "missing":
            folder = Path("nowhere")
        case "a file":
            folder = Path(plain)
        case "no run.json":
            (folder / "run.json").unlink()
        case "a changed table":
            (folder / "runs.csv").write_text("scenario\n", encoding="utf-8")
        case "nonsense":
            (folder / "run.json").write_text("[1", encoding="utf-8")
    ending = terminal("report", str(folder))
    assert ending.code == 3
    assert str(folder) in ending.err
    assert "Traceback" not in ending.err


def test_nothing_is_written_for_a_bad_scenario(terminal: Terminal) -> None:
    ending = terminal("run", "baseline", "--set", "unit.beds=-1")
    assert ending.code == 3
    assert not Path("results").exists()


def test_results_that_cannot_be_written_are_a_sentence(terminal: Terminal, plain: str) -> None:
    ending = terminal("run", plain, *ONE, "--out", f"{plain}/inside")
    assert ending.code == 3
    assert "Traceback" not in ending.err
