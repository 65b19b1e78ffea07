"""Files that cannot be a scenario: one sentence with the name of the file."""

import os
from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import load_scenario
from tests.scenario.conftest import Loaded, Told, Write
from tests.scenario.texts import WARD

pytestmark = pytest.mark.unit


def refusal(path: Path) -> list[str]:
    with pytest.raises(ScenarioError) as refused:
        load_scenario(path)
    assert refused.value.exit_code == 3
    return refused.value.faults


def test_a_missing_file_is_named(write: Write) -> None:
    write(WARD)
    assert refusal(Path("wrad.yaml")) == ["wrad.yaml: is not there; the name of a scenario file is expected"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == [f"{tmp_path}: is a folder; the name of a scenario file is expected"]


def test_a_device_is_no_file() -> None:
    assert refusal(Path("/dev/zero")) == ["/dev/zero: is not a file; the name of a scenario file is expected"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is readable here")
def test_a_file_without_permission(write: Write) -> None:
    write(WARD).chmod(0)
    assert refusal(Path("ward.yaml")) == ["ward.yaml: cannot be read: you have no permission to open it"]


def test_no_permission_is_said_without_an_error_number(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(WARD)
    monkeypatch.setattr(Path, "open", forbidden)
    assert refusal(path) == ["ward.yaml: cannot be read: you have no permission to open it"]


def test_a_name_too_long_for_the_system(tmp_path: Path) -> None:
    (sentence,) = refusal(tmp_path / ("x" * 5000))
    assert "cannot be read: " in sentence
    assert len(sentence) < 300


def test_a_name_with_a_zero_byte() -> None:
    assert refusal(Path("a\0b")) == ["a\\x00b: is not there; the name of a scenario file is expected"]


@pytest.mark.parametrize(
    "content", [b"\xff\xfea\x00", b"\x89PNG\r\n\x1a\n\xff", WARD.encode("utf-16"), b"name: caf\xe9\n"]
)
def test_what_is_not_utf_8(told: Told, content: bytes) -> None:
    assert told(content) == ["ward.yaml: is not a text file in UTF-8; save it as UTF-8 in your editor"]


@pytest.mark.parametrize("control", ["\x00", "\x1b", "\x07", "\x7f"])
def test_a_control_character_has_its_line(told: Told, control: str) -> None:
    assert told(f"\nb: {control}\n") == ["ward.yaml:2: holds a control character; plain text is accepted"]


def test_a_file_that_is_too_big(told: Told) -> None:
    assert told(WARD + "#" * 250_000) == ["ward.yaml: is too big; up to 250 kB is accepted"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "\n\n", "---\n...\n"])
def test_an_empty_file(told: Told, text: str) -> None:
    assert told(text) == ["ward.yaml: is empty; something must be said here"]


@pytest.mark.parametrize(
    ("text", "seen"), [("- a\n", "a list"), ("hello\n", "'hello'"), ("12\n", "12"), ("null\n", "nothing")]
)
def test_what_is_no_map(told: Told, text: str, seen: str) -> None:
    assert told(text) == [f"ward.yaml:1: holds {seen}; a map of names to values is accepted"]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(load: Loaded) -> None:
    loaded = load(b"\xef\xbb\xbf" + WARD.replace("\n", "\r\n").encode())
    assert loaded.scenario.name == "Small ward"


def test_lines_are_counted_the_same_with_windows_line_ends(told: Told) -> None:
    (sentence,) = told(WARD.replace("beds: 10", "beds: ten").replace("\n", "\r\n"))
    assert sentence.startswith("ward.yaml:16: unit.beds: ")
