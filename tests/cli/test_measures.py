"""`measures` names every measure with its unit and meaning, in 80 columns."""

from pathlib import Path

import pytest

from sim.measures import MEASURES, registry_for
from sim.scenario.named import load
from tests.cli.program import Terminal

pytestmark = pytest.mark.functional


def names(out: str) -> list[str]:
    lines = [line[2:].split(" ")[0] for line in out.splitlines() if line[:2] in ("* ", "  ") and line[2:3] != " "]
    return [name.partition("[")[0] for name in lines]


def test_all_are_told_once_in_80_columns(terminal: Terminal) -> None:
    ending = terminal("measures")
    assert (ending.code, ending.err) == (0, "")
    assert max(map(len, ending.out.splitlines())) <= 80
    assert sorted(names(ending.out)) == sorted(measure.name for measure in MEASURES)
    assert ending.out.count("\n* ") == sum(measure.headline for measure in MEASURES)
    assert "staff_use_pct[ROLE] (%)" in ending.out
    assert "one for each that a scenario has" in " ".join(ending.out.split())


def test_those_of_a_scenario_have_its_names_and_its_currency(terminal: Terminal) -> None:
    ending = terminal("measures", "baseline")
    known = [measure.name for measure in registry_for(load(Path("baseline"), None).scenario)]
    assert f"{len(known)} measures." in ending.out
    assert "staff_use_pct[nurse] (%)" in ending.out
    assert "[ROLE]" not in ending.out
    assert "cost_per_year (USD a year)" in ending.out


def test_a_word_finds_those_that_speak_of_it(terminal: Terminal) -> None:
    ending = terminal("measures", "--find", "Self-discharge")
    assert set(names(ending.out)) >= {"self_discharge_pct", "self_discharge_24h_pct"}
    assert "wait_mean_h" not in ending.out
    assert terminal("measures", "--find", "zebra").code == 2


def test_a_scenario_that_is_not_there_is_a_sentence(terminal: Terminal) -> None:
    ending = terminal("measures", "nosuch")
    assert (ending.code, ending.out) == (3, "")
    assert "no scenario of that name" in ending.err
