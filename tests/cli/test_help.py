"""Help is short, has an example for each command, and starts fast because it loads nothing heavy."""

import subprocess
import sys

import pytest

from sim.cli.main import EXAMPLES
from sim.cli.typed import STARTED_AS, as_typed
from tests.cli.program import ROOT, Terminal, start

COMMANDS = (
    *("check", "run", "compare", "more", "warm-up", "find", "sweep", "sensitivity", "uncertainty", "calibrate"),
    *("report", "trace", "animate", "gallery", "export", "describe", "schema", "new"),
)
HEAVY = {"scipy", "pandas", "plotly", "dask", "numba"}
SPY = (
    "import sys; from sim.cli.main import main; code = main({words}); print(code, sorted(sys.modules), file=sys.stderr)"
)


@pytest.mark.functional
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_short_help_with_an_example(terminal: Terminal, command: str) -> None:
    ending = terminal(command, "--help")
    assert ending.code == 0
    assert f"Example: detox-sim {command}" in ending.out
    assert len(ending.out.splitlines()) <= 45
    assert max(map(len, ending.out.splitlines())) <= 80


@pytest.mark.functional
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("compare", "hold at once, unless --correction is none"),
        ("compare", "With --precision, --replications is where it starts"),
        ("sweep", "after a stop, or a change of axes, design or replications, the same command goes on"),
        ("sweep", "another base scenario needs another --out"),
        ("compare", "5% of headline means alone"),
        ("sweep", "Run the I-th of N parts only; no tables yet."),
    ],
)
def test_help_promises_no_more_than_is_done(terminal: Terminal, command: str, said: str) -> None:
    assert said in " ".join(terminal(command, "--help").out.replace("│", " ").split())


@pytest.mark.functional
def test_help_lists_every_command_on_a_line_of_its_own(terminal: Terminal) -> None:
    ending = terminal("--help")
    listed = [
        line.split()[1] for line in ending.out.splitlines() if line.startswith("│ ") and line.split()[1] in COMMANDS
    ]
    assert sorted(listed) == sorted(COMMANDS)
    assert max(map(len, ending.out.splitlines())) <= 80


@pytest.mark.functional
def test_what_was_typed_to_start_it_stands_in_the_help_and_in_the_next_step(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STARTED_AS, "python3 start.py")
    assert terminal("run", "--help").out.split()[:4] == ["Usage:", "python3", "start.py", "run"]
    assert terminal("run").err.startswith("Usage: python3 start.py run")
    assert as_typed(EXAMPLES).count("`python3 start.py ") == EXAMPLES.count("`detox-sim ")
    assert terminal("new", "mine").out.splitlines()[-1] == "  python3 start.py compare baseline mine.yaml"


@pytest.mark.functional
def test_version(terminal: Terminal) -> None:
    ending = terminal("--version")
    assert (ending.code, ending.out.split()[0]) == (0, "detox-sim")


@pytest.mark.functional
@pytest.mark.parametrize(
    "words", [["frob"], ["run"], ["run", "baseline", "--replications", "0"], ["compare", "baseline"], []]
)
def test_a_wrong_command_line_exits_with_2(terminal: Terminal, words: list[str]) -> None:
    ending = terminal(*words)
    assert ending.code == 2
    assert "Traceback" not in ending.err


@pytest.mark.architecture
@pytest.mark.parametrize("words", [["--help"], ["run", "--help"], ["check", "baseline", "two-more-beds"]])
def test_help_and_check_load_nothing_heavy(words: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SPY.format(words=words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stderr.startswith("0 ")
    loaded = {name.strip(" '[]\n").partition(".")[0] for name in ran.stderr[2:].split(",")}
    assert not loaded & HEAVY
    assert "sim" in loaded


@pytest.mark.functional
def test_a_reader_that_goes_away_is_no_fault() -> None:
    process = start("schema", folder=ROOT)
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, told = process.communicate(timeout=60)
    assert told == ""
