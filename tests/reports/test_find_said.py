"""The report of a search says no more than was shown, and each number once."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from reports.find import render
from reports.find.answers import head
from reports.find.comparisons import beaten
from reports.find.sections import _front_said
from reports.find.view import View, cell
from sim.experiments.find.budget import Budget
from sim.experiments.find.reader import SavedFind, read_find
from tests.reports.sample_find import BY_LENGTH, searched
from tests.reports.test_find import words

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> SavedFind:
    return read_find(searched(tmp_path_factory.mktemp("sure")))


def test_a_heading_is_no_stronger_than_what_was_shown(saved: SavedFind) -> None:
    def headed(**said: object) -> str:
        choice = saved.facts.choice.model_copy(update={"outcome": "none meets", **said})
        return head(View(replace(saved, facts=saved.facts.model_copy(update={"choice": choice}))))

    assert headed(sure=True, settled=False).startswith("No unit looked at meets every target with the tolerance")
    assert headed(sure=False, settled=False).startswith("No unit looked at seems to meet every target")


def test_what_the_promise_rests_on_is_said(saved: SavedFind) -> None:
    page = words(render(saved))
    assert "so that those on which a wrong choice could rest hold together with 95 %" in page
    assert "The promise is for means of replications that are near normal" in page


def test_a_difference_between_percentages_is_in_points(tmp_path: Path) -> None:
    text = BY_LENGTH.replace("cheapest: cost_per_year", "largest: admitted_72h_pct").replace(
        "{measure: admitted_72h_pct, at_least: 80", "{measure: cost_per_year, at_most: 30"
    )
    html = words(render(read_find(searched(tmp_path, text, budget=Budget(replications=1_000)))))
    assert "A difference of less than 1 points does not matter" not in html
    assert "A difference of less than 1 point does not matter" in html
    assert "Difference (points)" in html


def test_the_difference_to_the_runner_up_is_told_as_one_number(saved: SavedFind) -> None:
    rival, view = saved.facts.rival, View(saved)
    assert rival is not None
    (name,) = view.ran.loc[view.ran["point"] == rival.number, "unit"]
    (row,) = [row for row in beaten(view) if row.unit == name]
    assert row.difference == cell(rival.difference, difference=True)
    assert row.pairs == f"{rival.difference.n} fresh"
    assert row.difference.value.lstrip("+\u2212") in " ".join(saved.facts.said["afresh"])


def test_today_s_unit_misses_a_target_by_the_same_number_everywhere(saved: SavedFind) -> None:
    (row,) = [row for row in beaten(View(saved)) if row.unit.endswith("(today)")]
    mean = saved.facts.fresh[1].today.mean
    assert mean is not None
    assert row.why.startswith(f"misses Admitted within 72 h by {80 - mean:.3g}")


def test_what_beats_the_choice_in_both_is_said_with_what_speaks_against_it(saved: SavedFind) -> None:
    view = View(saved)
    points = saved.points[saved.points["chosen"] == "yes"].assign(front="no")
    other = points.assign(
        chosen="no", meets="misses", cost_per_year=points["cost_per_year"] - 1, wait_mean_h=points["wait_mean_h"] - 1
    )

    def said_of(*others: pd.DataFrame) -> str:
        return _front_said(View(replace(view.saved, points=pd.concat([points, *others]))))

    assert "not one of them: another unit is better in both, but misses a target." in said_of(other)
    assert "better in both, but 1 misses a target and 1 is not sure to meet every target." in said_of(
        other, other.assign(meets="undecided")
    )
