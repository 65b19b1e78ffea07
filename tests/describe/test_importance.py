"""Assumptions come in the order in which they matter, as far as that has been found out."""

import re
from pathlib import Path

import pytest

from sim.describe.assumptions import assumptions
from sim.describe.markdown import rendered
from sim.describe.parameters import parameters
from sim.errors import ResultsError
from sim.experiments.sensitivity.estimates import estimates
from sim.experiments.sensitivity.rows import Row
from sim.experiments.sensitivity.saved import read_rows, write_rows
from sim.scenario import load_scenario
from tests.describe.everything import text_of

pytestmark = pytest.mark.unit

WARD = """\
schema_version: 1
name: Ward
run: {length: 2 weeks, warm_up: 0 h, replications: 2, seed: 1}
demand:
  per_day: {value: 2, assumed: As asked}
  sources: {all: {share_pct: {value: 100, assumed: The only one}}}
unit:
  beds: {value: 8, assumed: As many rooms}
  turnover: {value: 0 h, assumed: Nobody cleans}
protocols: {stay: {kind: fixed stay, stay: {value: {exponential: {mean: 3 days}}, assumed: A guess}}}
"""
STAY = "{exponential: {mean: 3 days}}"
ROWS = [
    Row("protocols.stay.stay", "stay", "assumed", "25 %", "", STAY, "", "occupancy_pct", 50, -1, 1, 1, 1, 4.0),
    Row("protocols.stay.stay", "stay", "assumed", "25 %", "", STAY, "", "wait_mean_h", 10, -1, 1, 1, 1, 51.26),
    Row("demand.other", "other", "source", "published", "1", "2", "3", "wait_mean_h", 10, -1, 1, 1, 1, 60.0),
    Row("demand.per_day", "per day", "assumed", "25 %", "1.5", "2", "2.5", "wait_mean_h", 10, -1, 1, 1, 1, 80.0),
    Row("unit.turnover", "turnover", "assumed", "25 %", "0 min", "0 h", "0 min", remark="is 0"),
]


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    path = tmp_path / "ward.yaml"
    path.write_text(WARD, encoding="utf-8")
    return path


@pytest.fixture
def varied(ward: Path) -> Path:
    (ward.parent / "sensitivity").mkdir()
    write_rows(ward.parent / "sensitivity" / "ward.csv", ROWS)
    return ward


def told(path: Path, *changes: str) -> str:
    """What the document says of assumptions."""
    return text_of(load_scenario(path, changes)).partition("### 3.4 ")[2].partition("\n## ")[0]


def listed(text: str) -> list[tuple[str, str, str]]:
    """(rank, path, what is said of its weight) of each assumed value."""
    lines = re.findall(r"^\| `(.+?)` \|.*\| (\d*) \| (.+?) \|$", text, re.MULTILINE)
    return [(rank, path, matters) for path, rank, matters in lines]


def test_what_matters_most_comes_first_and_what_is_not_varied_last(varied: Path) -> None:
    wait = "Wait to admission, mean"
    assert listed(told(varied)) == [
        ("1", "demand.per_day", f"{wait}, by 80 %"),
        ("3", "protocols.stay.stay", f"{wait}, by 51 %"),
        ("", "demand.sources.all.share_pct", "not yet varied"),
        ("", "unit.beds", "not yet varied"),
        ("", "unit.turnover", "cannot be varied: is 0"),
    ]
    assert "among the 3 estimates varied there" in told(varied)
    assert "one replication" not in told(varied)


def test_a_scenario_that_extends_another_has_its_order(varied: Path) -> None:
    child = varied.with_name("child.yaml")
    child.write_text("extends: ward\nname: Child\ndemand: {per_day: {value: 3, assumed: More}}\n", encoding="utf-8")
    first = listed(told(child))[0]
    assert first == ("1", "demand.per_day", "Wait to admission, mean, by 80 % (found around 2)")


def test_its_own_table_comes_before_that_of_its_parent(varied: Path) -> None:
    child = varied.with_name("child.yaml")
    child.write_text("extends: ward\nname: Child\n", encoding="utf-8")
    write_rows(varied.parent / "sensitivity" / "child.csv", ROWS[:2])
    assert "sensitivity/child.csv" in told(child)
    assert listed(told(child))[0][:2] == ("1", "protocols.stay.stay")


def test_without_a_table_they_come_as_in_the_file(ward: Path) -> None:
    text = told(ward)
    assert re.findall(r"^\| `(.+?)` \|", text, re.MULTILINE) == [
        "demand.per_day", "demand.sources.all.share_pct", "unit.beds", "unit.turnover", "protocols.stay.stay",
    ]  # fmt: skip
    assert "varied" not in text


def test_one_replication_is_a_first_look(ward: Path) -> None:
    nan = float("nan")
    row = Row("demand.per_day", "per day", "assumed", "25 %", "1.5", "2", "2.5", "m", 10, -1, nan, 1, nan, 20.0)
    (ward.parent / "sensitivity").mkdir()
    write_rows(ward.parent / "sensitivity" / "ward.csv", [row])
    assert "It rests on one replication, which is a first look." in told(ward)


def test_a_damaged_table_is_a_sentence(varied: Path) -> None:
    (varied.parent / "sensitivity" / "ward.csv").write_text("a\n", encoding="utf-8")
    with pytest.raises(ResultsError, match=r"ward\.csv: is not a table of sensitivity"):
        told(varied)


def test_the_shipped_table_is_of_the_shipped_baseline(scenarios: Path) -> None:
    baseline = load_scenario(scenarios / "baseline.yaml")
    rows = read_rows(scenarios / "sensitivity" / "baseline.csv")
    assert rows
    assert {row.path for row in rows} <= {each.path for each in estimates(baseline)}
    extended = load_scenario(scenarios / "two-more-beds.yaml")
    assert "sensitivity/baseline.csv" in rendered(assumptions(extended, parameters(extended)))
