"""The tables of means and differences, from a few runs written by hand."""

import pandas as pd
import pytest

from sim.experiments.summaries import differences, summary, values_by_measure
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
