"""`start.py` decides when to set up, what to install and what to run."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import start

pytestmark = pytest.mark.unit

ROOT = Path(start.__file__).parent


class Machine:
    """Stands in for pip and venv: keeps the commands and makes the files they would make."""

    def __init__(self) -> None:
        self.commands: list[str] = []
        self.breaks_at = ""

    def __call__(self, command: list[str]) -> None:
        line = " ".join(command)
        self.commands.append(line)
        assert not start.stamp().exists(), "an environment is stamped only when it is whole"
        if self.breaks_at and self.breaks_at in line:
            raise start.Refused("it broke")
        if "venv --clear" in line:
            start.python().parent.mkdir(parents=True, exist_ok=True)
            start.python().touch()

    def made_anew(self) -> bool:
        """Whether set-up began with an empty environment since this was last asked."""
        made = any("venv --clear" in command for command in self.commands)
        self.commands.clear()
        return made


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    for name in (start.RUN, start.TEST, "pyproject.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    machine = Machine()
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(start, "quietly", machine)
    return machine


def test_the_first_start_makes_everything_in_order(machine: Machine) -> None:
    start.set_up(start.RUN)
    venv, libraries, project = machine.commands
    assert venv.endswith(f"-m venv --clear {start.VENV}")
    assert "--require-hashes" in libraries
    assert libraries.endswith(f"-r {start.RUN}")
    assert "--no-index" in project
    assert project.endswith("-e .")


def test_the_next_start_does_nothing(machine: Machine) -> None:
    start.set_up(start.RUN)
    machine.commands.clear()
    start.set_up(start.RUN)
    assert machine.commands == []


@pytest.mark.parametrize(
    "change",
    [
        lambda patch: (start.ROOT / start.RUN).write_text("other versions", encoding="utf-8"),
        lambda patch: (start.ROOT / "pyproject.toml").write_text("other needs", encoding="utf-8"),
        lambda patch: patch.setattr(sys, "version", "3.99.0"),
        lambda patch: patch.setattr(sys, "base_prefix", "elsewhere"),
        lambda patch: start.python().unlink(),
        lambda patch: start.stamp().unlink(),
        lambda patch: start.stamp().write_bytes(b"cut sho"),
    ],
    ids=["lock", "project", "version", "prefix", "no python", "half-made", "damaged stamp"],
)
def test_a_stale_or_broken_environment_is_made_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch], object]
) -> None:
    start.set_up(start.RUN)
    assert machine.made_anew()
    change(monkeypatch)
    start.set_up(start.RUN)
    assert machine.made_anew()
    assert start.line(start.RUN) in start.stamped()


@pytest.mark.parametrize("step", ["venv --clear", start.RUN, "-e ."])
def test_a_set_up_that_broke_off_begins_again(machine: Machine, step: str) -> None:
    machine.breaks_at = step
    with pytest.raises(start.Refused, match="it broke"):
        start.set_up(start.RUN)
    assert start.stamped() == []
    machine.breaks_at = ""
    machine.commands.clear()
    start.set_up(start.RUN)
    assert machine.made_anew()


def test_the_tools_of_the_tests_are_added_once(machine: Machine) -> None:
    start.set_up(start.RUN)
    machine.commands.clear()
    start.set_up(start.TEST)
    assert not machine.made_anew()
    start.set_up(start.TEST)
    start.set_up(start.RUN)
    assert machine.commands == []


def test_other_tools_of_the_tests_make_it_anew(machine: Machine) -> None:
    start.set_up(start.TEST)
    machine.commands.clear()
    (start.ROOT / start.TEST).write_text("other tools", encoding="utf-8")
    start.set_up(start.RUN)
    assert machine.commands == []
    start.set_up(start.TEST)
    assert machine.made_anew()


def test_without_ensurepip_it_names_the_package_and_removes_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert start.main(["demo"]) == 1
    package = f"python3.{sys.version_info.minor}-venv"
    assert capsys.readouterr().err.endswith(f"On Debian or Ubuntu: sudo apt-get install {package}\n")
    assert machine.commands == []


def test_a_folder_that_cannot_be_written_is_one_sentence(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    start.VENV.write_text("a file where the folder goes", encoding="utf-8")
    (start.ROOT / ".venv.lock").mkdir()
    assert start.main(["demo"]) == 1
    assert capsys.readouterr().err.startswith("start.py: set-up could not go on: ")
    assert machine.commands == []


def test_ctrl_c_in_set_up_ends_with_130(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(command: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "quietly", interrupted)
    assert start.main(["demo"]) == 130
    assert start.stamped() == []


def test_no_network_is_one_sentence() -> None:
    output = "WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution found"
    assert "the package index did not answer" in start.explained(output)
    assert "\n" not in start.explained(output)


def test_another_hash_is_one_sentence() -> None:
    output = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\nExpected sha256 1\nGot 2"
    assert start.explained(output) == start.NOT_THE_SAME


def test_any_other_failure_shows_the_last_lines() -> None:
    said = start.explained("\n".join(f"line {number}" for number in range(100)))
    assert said.endswith("line 98\nline 99")
    assert "line 87" not in said


def test_only_the_holder_of_the_lock_sets_up(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("a") as mine, (tmp_path / "lock").open("a") as theirs:
        assert start.lock_now(mine.fileno())
        assert not start.lock_now(theirs.fileno())
        mine.close()
        assert start.lock_now(theirs.fileno())
