"""`start.py` hands the rest of the line on, and its end back."""

import os
import re
import sys
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest

import start
from sim.cli.typed import STARTED_AS

pytestmark = pytest.mark.unit

Version = namedtuple("Version", "major minor micro")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """What would have run, in an environment that is ready, from a folder elsewhere."""
    commands: list[list[str]] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(STARTED_AS, "")
    monkeypatch.setattr(start, "set_up", lambda lock: commands.append([lock]))
    monkeypatch.setattr(start, "become", ending_with(0, commands))
    monkeypatch.setattr(start, "wait_for", ending_with(0, commands))
    return commands


def ending_with(code: int, commands: list[list[str]]) -> Callable[[list[str]], int]:
    """Stands in for running a command: keeps it and returns `code`."""

    def run(command: list[str]) -> int:
        commands.append(command)
        return code

    return run


def test_any_other_word_goes_to_detox_sim_where_the_person_is(ran: list[list[str]], tmp_path: Path) -> None:
    assert start.main(["run", "my.yaml", "--quiet"]) == 0
    assert ran == [[start.RUN], [str(start.python()), "-P", "-m", "sim", "run", "my.yaml", "--quiet"]]
    assert Path.cwd() == tmp_path


def test_the_program_is_told_what_was_typed(ran: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["../our unit/start.py", "run", "my.yaml"])
    start.main(sys.argv[1:])
    assert re.fullmatch(r"""(python3|py) ['"]../our unit/start.py['"]""", os.environ[STARTED_AS])


def test_the_demo_compares_scenarios_that_are_there(ran: list[list[str]]) -> None:
    start.main(["demo", "--quiet"])
    words = ran[1][4:]
    assert words[0] == "compare"
    assert words[1] == "scenarios/baseline.yaml"
    files = words[1 : words.index("--replications")]
    assert len(files) > 2
    assert all(Path(word).is_file() for word in files), "the demo runs in the project's folder"
    assert words[-1] == "--quiet"


def test_the_everyday_tests_come_before_the_long_ones(ran: list[list[str]]) -> None:
    assert start.main(["test"]) == 0
    lock, everyday, long = ran
    assert lock == [start.TEST]
    assert "not statistical and not benchmark" in everyday
    assert "statistical" in long


def test_the_long_tests_wait_for_the_others_to_pass(ran: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "wait_for", ending_with(5, ran))
    assert start.main(["test"]) == 5
    assert len(ran) == 2


def test_words_after_test_replace_the_suites(ran: list[list[str]]) -> None:
    start.main(["test", "tests/rules", "-x"])
    assert [command[3:] for command in ran[1:]] == [["tests/rules", "-x"]]


@pytest.mark.parametrize(("words", "code"), [([], 2), (["--help"], 0), (["-h"], 0)])
def test_the_usage_needs_no_set_up(
    ran: list[list[str]], capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    assert start.main(words) == code
    assert "python3 start.py demo" in capsys.readouterr().out
    assert ran == []


def test_an_old_python_says_so(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert start.main(["demo"]) == 1
    assert capsys.readouterr().err.count("this is Python 3.9.2; install Python 3.11 or newer") == 1
    assert ran == []


def test_an_old_python_hands_over_to_a_newer_one(ran: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    monkeypatch.setattr("shutil.which", lambda name: sys.executable if name == "python3.12" else None)
    start.main(["demo"])
    assert ran == [[sys.executable, start.__file__, "demo"]]


def test_the_exit_code_comes_back() -> None:
    assert start.wait_for([sys.executable, "-c", "raise SystemExit(7)"]) == 7
