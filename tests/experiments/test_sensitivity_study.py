"""Known answers, and the same ones however many processes work."""

from math import isnan
from pathlib import Path

import pytest

from sim.errors import ResultsError, ScenarioError
from sim.experiments.sensitivity import study
from sim.experiments.sensitivity.rows import Row, importance_pct, importances, in_order
from sim.experiments.sensitivity.saved import read_rows, write_rows
from sim.experiments.sensitivity.study import Sensitivity, run_sensitivity
from sim.scenario import LoadedScenario
from tests.experiments import ward

pytestmark = pytest.mark.functional

CLOCKWORK = """\
schema_version: 1
name: Clockwork
run: {length: 30 days, warm_up: 10 days, replications: 2, seed: 1}
demand: {sources: {all: {scheduled: {every: {value: 4 h, assumed: "By the clock."}}}}}
unit: {beds: 100, turnover: 0 h}
protocols: {stay: {kind: fixed stay, stay: 48 h}}
"""
"""Occupancy is exactly stay / distance between referrals, at every whole number of hours tried."""

RANDOM = """\
schema_version: 1
name: Random
run: {length: 26 weeks, warm_up: 4 weeks, replications: 2, seed: 1}
demand: {per_day: 10, sources: {all: {share_pct: 100}}}
unit: {beds: 100}
protocols: {stay: {kind: fixed stay, stay: {exponential: {mean: 2 days}}}}
"""


@pytest.fixture
def clockwork(tmp_path: Path) -> LoadedScenario:
    return ward.plain(tmp_path, text=CLOCKWORK, name="clockwork")


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


def row_of(found: Sensitivity, path: str, measure: str) -> Row:
    (row,) = (row for row in found.rows if (row.path, row.measure) == (path, measure))
    return row


def test_occupancy_is_in_proportion_to_the_stay_and_to_the_rate(clockwork: LoadedScenario) -> None:
    found = run_sensitivity(clockwork, 1, quiet, measures=["occupancy_pct"])
    stay = row_of(found, "protocols.stay.stay", "occupancy_pct")
    assert (stay.low, stay.base, stay.high) == ("2160 min", "48 h", "3600 min")
    assert (stay.at_base, stay.at_low, stay.at_high) == pytest.approx((12, -3, 3))
    assert (stay.at_low_half_width, stay.at_high_half_width) == pytest.approx((0, 0), abs=1e-9)
    assert stay.importance_pct == pytest.approx(50)
    every = row_of(found, "demand.sources.all.scheduled.every", "occupancy_pct")
    assert (every.grounds, every.range) == ("assumed", "25 %")
    assert every.importance_pct == pytest.approx(100 / 0.75 - 100 / 1.25)


def test_occupancy_is_in_proportion_to_a_random_rate(tmp_path: Path) -> None:
    found = run_sensitivity(ward.plain(tmp_path, text=RANDOM), 1, quiet, "demand.per_day", ["occupancy_pct"])
    (row,) = found.rows
    assert row.importance_pct == pytest.approx(50, abs=4)
    assert row.at_low < 0 < row.at_high
    assert row.at_high_half_width > 0


def test_those_that_matter_most_come_first_and_refused_ones_last(clockwork: LoadedScenario) -> None:
    found = run_sensitivity(clockwork, 1, quiet)
    assert list(dict.fromkeys(row.path for row in found.rows)) == [
        "demand.sources.all.scheduled.every",
        "protocols.stay.stay",
        "unit.turnover",
    ]
    ranked = list(importances(found.rows))
    assert [each.rank for each in ranked] == [1, 2, None]
    assert ranked[0].most.measure in {"occupancy_pct", "completed_per_year"}
    refused = found.rows[-1]
    assert (refused.path, refused.measure) == ("unit.turnover", "")
    assert refused.remark.startswith("is 0")
    assert isnan(refused.importance_pct)


def test_the_rows_do_not_depend_on_the_workers(clockwork: LoadedScenario, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    one = run_sensitivity(clockwork, 1, lambda done, total: told.append((done, total)))
    assert told == [(done, 10) for done in range(11)]
    two = run_sensitivity(clockwork, 2, quiet)
    for number, found in enumerate((one, two)):
        write_rows(tmp_path / f"{number}.csv", found.rows)
    assert (tmp_path / "0.csv").read_bytes() == (tmp_path / "1.csv").read_bytes()


def test_measures_that_the_scenario_has_are_looked_at(clockwork: LoadedScenario) -> None:
    found = run_sensitivity(clockwork, 1, quiet, "protocols.*")
    assert {row.measure for row in found.rows} <= set(study.MEASURES)
    with pytest.raises(ScenarioError, match=r"has no measure 'occupancy'; did you mean occupancy_pct\?"):
        run_sensitivity(clockwork, 1, quiet, measures=["occupancy"])


@pytest.mark.parametrize(
    ("base", "low", "high", "expected"),
    [(20, -5, 5, 50), (20, 3, 5, 10), (-20, -5, 5, 50), (20, float("nan"), 5, 25)],
)
def test_importance_is_the_distance_between_the_ends(base: float, low: float, high: float, expected: float) -> None:
    assert importance_pct(base, low, high) == expected


@pytest.mark.parametrize("base", [0.0, float("nan")])
def test_without_a_base_there_is_no_importance(base: float) -> None:
    assert isnan(importance_pct(base, -1, 1))


def test_estimates_that_matter_alike_keep_their_order() -> None:
    names = ("b", "a", "c")
    rows = [Row(name, name, "", "25 %", "1", "2", "3", "m", importance_pct=5.0) for name in names]
    assert [row.path for row in in_order(rows)] == list(names)


def test_a_saved_table_reads_back(tmp_path: Path) -> None:
    rows = [
        Row("=a", "-name", "source", "published", "-1", "2", "3", "m", 0.1 + 0.2, -1e-9, 0.0, 3.0, 1.5, 7.0),
        Row("b", 'a "b", c', "", "25 %", "0", "0", "0", remark="is 0"),
    ]
    path = tmp_path / "table.csv"
    write_rows(path, rows)
    assert repr(read_rows(path)) == repr(rows)
    assert "'=a,'-name" in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "not\0text"])
def test_another_file_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResultsError, match=r"table\.csv: is not a table of sensitivity"):
        read_rows(path)
