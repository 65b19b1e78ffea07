"""However a command ends, there is a sentence, an exit code and no traceback."""

import re
from pathlib import Path

import pytest

from sim.cli import main as program
from sim.errors import DetoxSimError, IncompleteRun, ModelError, ResultsError, ScenarioError
from tests.cli.program import Terminal

pytestmark = pytest.mark.functional


def fails_with(problem: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def schema_text() -> str:
        raise problem

    monkeypatch.setattr("sim.scenario.editors.schema.schema_text", schema_text)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (ScenarioError(["one.", "two."]), 3),
        (ResultsError("one.\ntwo."), 3),
        (IncompleteRun("one.\ntwo."), 4),
        (ModelError("one.\ntwo."), 1),
    ],
)
def test_each_fault_has_its_code_and_its_sentences(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, fault: DetoxSimError, code: int
) -> None:
    fails_with(fault, monkeypatch)
    ending = terminal("schema")
    assert (ending.code, ending.err) == (code, "one.\ntwo.\n")


def test_a_fault_of_the_program_is_one_sentence_and_a_log(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    fails_with(ZeroDivisionError("secret"), monkeypatch)
    ending = terminal("schema")
    assert ending.code == 1
    assert len(ending.err.splitlines()) == 1
    assert "secret" not in ending.err
    log = re.search(r"in (\S+\.log)\.", ending.err)
    assert log is not None
    assert "ZeroDivisionError: secret" in Path(log[1]).read_text(encoding="utf-8")


def test_the_log_may_be_impossible(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    fails_with(ZeroDivisionError(), monkeypatch)
    ending = terminal("schema")
    assert ending.code == 1
    assert "could not be written" in ending.err


@pytest.mark.parametrize("where", ["inside a command", "around it"])
def test_ctrl_c_is_130(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    if where == "around it":
        monkeypatch.setattr(program, "app", interrupted)
    fails_with(KeyboardInterrupt(), monkeypatch)
    ending = terminal("schema")
    assert ending.code == 130
    assert ending.err.strip() == "Interrupted: what was not finished is not kept."


def test_a_reader_that_goes_away_says_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    fails_with(BrokenPipeError(), monkeypatch)
    ending = terminal("schema")
    assert (ending.code, ending.out, ending.err) == (1, "", "")
