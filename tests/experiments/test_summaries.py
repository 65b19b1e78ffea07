"""The tables of means and differences, from a few runs written by hand."""

import pandas as pd
import pytest

from sim.experiments.comparing import Comparing
from sim.experiments.intervals import paired_interval
from sim.experiments.summaries import (
    differences,
    group_differences,
    group_summary,
    pairs,
    summary,
    values_by_group,
    values_by_measure,
)
from tests.experiments.ward import table

pytestmark = pytest.mark.unit

BETTER = {"wait": "lower", "beds": "", "extra": "higher"}


@pytest.fixture
def runs() -> pd.DataFrame:
    rows = [("base", run, "wait", value) for run, value in enumerate((10.0, 12.0, 14.0))]
    rows += [("base", run, "beds", 24.0) for run in range(3)]
    rows += [("more", run, "wait", value) for run, value in enumerate((7.0, 9.1, 10.9))]
    rows += [("more", run, "beds", 24.0) for run in range(3)]
    rows += [("more", run, "extra", 1.0) for run in range(3)]
    return table("runs", *rows)


def test_every_measure_of_every_scenario_has_a_row_in_order(runs: pd.DataFrame) -> None:
    found = summary(values_by_measure(runs))
    assert list(zip(found["scenario"], found["measure"], strict=True)) == [
        ("base", "wait"), ("base", "beds"), ("more", "wait"), ("more", "beds"), ("more", "extra"),
    ]  # fmt: skip
    assert found["mean"].tolist() == pytest.approx([12, 24, 9, 24, 1])
    assert set(found["n"]) == {3}


def test_scenarios_are_paired_with_the_base_in_what_both_have(runs: pd.DataFrame) -> None:
    found = differences(values_by_measure(runs), ["base", "more"], BETTER)
    assert found[["scenario", "base", "measure", "verdict"]].to_numpy().tolist() == [
        ["more", "base", "wait", "better"],
        ["more", "base", "beds", "no change"],
    ]
    assert found["difference"].tolist() == pytest.approx([-3, 0])


def test_one_scenario_has_no_differences(runs: pd.DataFrame) -> None:
    alone = runs[runs["scenario"] == "base"]
    found = differences(values_by_measure(alone), ["base"], BETTER)
    assert found.empty
    assert found["difference"].dtype == "float64"


@pytest.fixture
def groups() -> pd.DataFrame:
    women, men = ("women", "with", "Women", "wait"), ("women", "without", "not: Women", "wait")
    rows = [("base", run, *women, value, 4 + run) for run, value in enumerate((10.0, 12.0, 14.0))]
    rows += [("base", run, *men, 5.0, 9) for run in range(3)]
    rows += [("more", run, *women, value, 5) for run, value in enumerate((7.0, 9.1, 10.9))]
    rows += [("more", run, "opioid", "heroin", "Heroin", "wait", 1.0, 9) for run in range(3)]
    return table("groups", *rows)


def test_groups_have_means_of_their_own(groups: pd.DataFrame) -> None:
    found = group_summary(values_by_group(groups), groups)
    assert list(zip(found["scenario"], found["split"], found["group"], strict=True)) == [
        ("base", "women", "with"), ("base", "women", "without"),
        ("more", "women", "with"), ("more", "opioid", "heroin"),
    ]  # fmt: skip
    assert found["mean"].tolist() == pytest.approx([12, 5, 9, 1])
    assert found["people"].tolist() == [5, 9, 5, 9]
    assert set(found["n"]) == {3}


def test_a_group_is_paired_with_itself(groups: pd.DataFrame) -> None:
    found = group_differences(values_by_group(groups), ["base", "more"], BETTER)
    assert found[["scenario", "base", "split", "group", "label", "measure", "verdict"]].to_numpy().tolist() == [
        ["more", "base", "women", "with", "Women", "wait", "better"]
    ]
    assert found["difference"].tolist() == pytest.approx([-3])


@pytest.fixture
def three() -> pd.DataFrame:
    """Differences of one from the base about 1, of two from it about 0.6, by five replications."""
    base = (10.0, 12.0, 14.0, 11.0, 13.0)
    rows = [("base", run, "wait", value) for run, value in enumerate(base)]
    one, two = (1.0, 1.2, 0.8, 1.1, 0.9), (0.1, 1.1, 0.6, 0.2, 1.0)
    for name, changes in (("one", one), ("two", two)):
        rows += [(name, run, "wait", value + changes[run]) for run, value in enumerate(base)]
    return table("runs", *rows)


def verdicts(runs: pd.DataFrame, how: Comparing) -> list[str]:
    return differences(values_by_measure(runs), ["base", "one", "two"], BETTER, how)["verdict"].tolist()


def test_intervals_are_widened_so_that_all_hold_at_once(three: pd.DataFrame) -> None:
    found = differences(values_by_measure(three), ["base", "one", "two"], BETTER)
    values = values_by_measure(three)
    change = paired_interval(values["base", ("wait",)], values["two", ("wait",)], 1 - 0.05 / 2).difference
    assert found[["low", "high"]].to_numpy().tolist()[1] == [change.low, change.high]


def test_one_alternative_needs_no_correction(three: pd.DataFrame) -> None:
    values, ids = values_by_measure(three), ["base", "one"]
    ways = [differences(values, ids, BETTER, Comparing(way)) for way in ("bonferroni", "holm", "none")]  # type: ignore[arg-type]
    assert ways[0].equals(ways[1])
    assert ways[0].equals(ways[2])


def test_what_a_correction_decides(three: pd.DataFrame) -> None:
    # Of two: mean 0.6, standard error 0.2025, t = 2.963, p = 0.0414 with 4 degrees of freedom. Of one: p = 0.0001.
    assert verdicts(three, Comparing("none")) == ["worse", "worse"]
    assert verdicts(three, Comparing("bonferroni")) == ["worse", "too close to call"]  # 0.0414 > 0.025
    assert verdicts(three, Comparing("holm")) == ["worse", "worse"]  # the second is held against 0.05


def test_what_matters_is_in_the_unit_of_the_measure(three: pd.DataFrame) -> None:
    assert verdicts(three, Comparing(matters={"wait": 0.5})) == ["worse, by enough", "too close to call"]
    assert verdicts(three, Comparing(matters={"wait": 5.0})) == ["too small to matter"] * 2


def test_every_pair(three: pd.DataFrame) -> None:
    values, ids, how = values_by_measure(three), ["base", "one", "two"], Comparing(all_pairs=True)
    found = pairs(values, ids, BETTER, how)
    assert found[["scenario", "base", "measure"]].to_numpy().tolist() == [["two", "one", "wait"]]
    assert found["difference"].tolist() == pytest.approx([-0.4])
    from_base = differences(values, ids, BETTER, how)
    assert from_base["scenario"].tolist() == ["one", "two"]
    assert from_base["low"].min() < differences(values, ids, BETTER)["low"].min()
