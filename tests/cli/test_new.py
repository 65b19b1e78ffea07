"""`new` writes a valid file to start from and never touches one that is there."""

import json
from pathlib import Path

import pytest

from tests.cli.program import Terminal

pytestmark = pytest.mark.functional


def test_in_an_empty_folder_it_brings_what_it_extends(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("new", "my-unit", "--extends", "two-more-beds").code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"my-unit.yaml", "two-more-beds.yaml", "baseline.yaml", "scenario.schema.json"}
    assert terminal("check", "my-unit.yaml").code == 0


def test_beside_the_scenario_it_extends_it_writes_one_file(terminal: Terminal, tmp_path: Path) -> None:
    terminal("new", "first")
    before = set(tmp_path.iterdir())
    assert terminal("new", "second", "--extends", "first").code == 0
    assert set(tmp_path.iterdir()) - before == {tmp_path / "second.yaml"}
    assert terminal("check", "second.yaml").code == 0


def test_it_uses_the_folder_scenarios_when_there_is_one(terminal: Terminal) -> None:
    Path("scenarios").mkdir()
    terminal("new", "mine")
    assert terminal("check", "scenarios/mine.yaml").code == 0


def test_it_refuses_to_overwrite(terminal: Terminal) -> None:
    Path("mine.yaml").write_text("precious", encoding="utf-8")
    ending = terminal("new", "mine")
    assert ending.code == 2
    assert "mine.yaml is there already" in ending.err
    assert Path("mine.yaml").read_text(encoding="utf-8") == "precious"
    assert not Path("baseline.yaml").exists()


def test_it_refuses_to_replace_a_neighbour_with_the_shipped_scenario(terminal: Terminal) -> None:
    Path("scenario.schema.json").write_text("{}", encoding="utf-8")
    ending = terminal("new", "mine")
    assert ending.code == 2
    assert not Path("mine.yaml").exists()


def test_a_missing_folder_is_a_sentence(terminal: Terminal) -> None:
    ending = terminal("new", "nowhere/mine")
    assert ending.code == 2
    assert "cannot be written" in ending.err


def test_schema_is_json(terminal: Terminal) -> None:
    ending = terminal("schema")
    assert ending.code == 0
    assert json.loads(ending.out)["properties"]["unit"]


@pytest.mark.parametrize("name", ["", " ", ".", "..", "a:b", "x*", "nice\nname", "-x"])
def test_a_name_that_no_file_should_have_is_refused(terminal: Terminal, tmp_path: Path, name: str) -> None:
    ending = terminal("new", "--", name)
    assert ending.code == 2
    assert "letters, digits" in ending.err
    assert not list(tmp_path.iterdir())


def test_the_next_command_can_be_pasted(terminal: Terminal) -> None:
    ending = terminal("new", "our nights")
    assert ending.out.splitlines()[-1] == "  detox-sim compare baseline 'our nights.yaml'"
