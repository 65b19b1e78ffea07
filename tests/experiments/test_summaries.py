"""The tables of means and differences, from a few runs written by hand."""

import pandas as pd
import pytest

from sim.experiments.summaries import (
    differences,
    group_differences,
    group_summary,
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
