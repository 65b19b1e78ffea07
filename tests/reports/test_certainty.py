"""What a report says of its own certainty: verdicts of several comparisons, precision, common luck, warm-up."""

from typing import Any

import pandas as pd
import pytest

from reports.certainty import bearing, facts, judged, together
from reports.page import render
from sim.experiments.results_reader import SavedResults
from tests.reports.sample import results

pytestmark = pytest.mark.unit


def comparison(**changes: Any) -> dict[str, Any]:
    plain = {"correction": "bonferroni", "all_pairs": False, "matters": {}, "family": 2, "confidence": 0.975}
    return {"comparison": plain | changes}


def told(**changes: Any) -> SavedResults:
    saved = results(days=28)
    saved.manifest.update(changes)
    return saved


def test_what_a_verdict_means() -> None:
    assert judged({}).startswith("Better, worse or changed: the whole interval is on one side of zero.")
    assert "widened so that both differences of a measure hold at once" in judged(comparison())
    assert "widened" not in judged(comparison(family=1, confidence=0.95))
    assert "widened" not in judged(comparison(correction="none", confidence=0.95))
    assert "Holm's test of both differences" in judged(comparison(correction="holm"))
    assert "By enough" in judged(comparison(matters={"wait_mean_h": 1.0}))
    assert (together({}), together(comparison())) == (False, True)


PRECISION = {
    "asked": [
        {"measure": "", "amount": 0.05, "relative": True},
        {"measure": "wait_mean_h", "amount": 2.0, "relative": False},
    ],
    "start": 5,
    "most": 30,
    "reached": None,
    "not_there": [
        {"measure": "wait_mean_h", "scenario": "scenario-1", "base": "scenario-0", "half_width": 4.0, "wanted": 2.0,
         "about_replications": 25},
        {"measure": "occupancy_pct", "scenario": "scenario-0", "base": "", "half_width": 4.0, "wanted": 3.0,
         "about_replications": 14},
    ],
}  # fmt: skip


def test_a_precision_that_is_not_reached_says_by_what_and_by_how_much() -> None:
    (line, *_) = bearing(told(precision=PRECISION))
    assert line == (
        "Not there yet at the cap of 5 replications: “Wait to admission, mean” of Two more beds, compared with "
        "Baseline unit, is known to ±4 h, and ±2 was asked for. About 20 more replications would do. Also too wide: "
        "one other interval."
    )


def test_a_precision_that_is_reached() -> None:
    (line, *_) = bearing(told(precision=PRECISION | {"reached": 3, "not_there": []}))
    assert line == "The precision that was asked for was reached with 3 replications, and 2 more confirmed it."
    (line, *_) = bearing(told(precision=PRECISION | {"not_there": []}))
    assert "narrow enough, but not yet confirmed" in line


def test_what_common_luck_is_worth_is_the_median_over_headline_measures() -> None:
    saved = results(days=28, names=("Now", "Then"))
    saved.frames["differences"] = saved.frames["differences"].assign(independent_n=range(5, 55, 5))
    assert list(bearing(saved)) == [
        "Luck in common: results of the same people go together with a correlation of 0.90 (median of the differences "
        "above). With luck of its own, each scenario would have needed about 28 replications in place of 5 for "
        "intervals as narrow."
    ]


def warm_up(**changes: Any) -> dict[str, Any]:
    entry = {"scenario": "scenario-0", "terminating": False, "chosen_days": 14.0, "advised_weeks": 3, "settled": True}
    return entry | {"series": [{"series": "occupied", "too_short": True}]} | changes


def test_the_longest_warm_up_that_is_called_for_is_a_warning() -> None:
    entries = [warm_up(), warm_up(scenario="scenario-1", advised_weeks=4, settled=False)]
    assert list(bearing(told(warm_up=entries))) == [
        "Warning: the warm-up is 2 weeks, and MSER-5 calls for 4 in Two more beds or more, for one series had not "
        "settled. The command warm-up shows why."
    ]


@pytest.mark.parametrize("weeks", [2, 5, None])
def test_a_warm_up_that_is_long_enough_or_cannot_be_judged_is_no_news(weeks: int | None) -> None:
    fine = [{"series": "occupied", "too_short": False}]
    assert list(bearing(told(warm_up=[warm_up(advised_weeks=weeks, series=fine)]))) == []


def test_a_terminating_run_says_so() -> None:
    entry = warm_up(terminating=True, chosen_days=0.0, advised_weeks=None, series=[])
    assert list(bearing(told(warm_up=[entry]))) == [
        "The run starts from a census, so it is terminating: it needs no warm-up."
    ]


def test_facts_for_researchers() -> None:
    load = {"scenario": "scenario-0", "resource": "beds", "offered": 22.13, "capacity": 24.0, "unit": "beds"}
    manifest = comparison(matters={"wait_mean_h": 1.5}) | {
        "precision": PRECISION, "warm_up": [warm_up()], "beforehand": {"loads": [load], "expected": []},
    }  # fmt: skip
    assert list(facts(manifest)) == [
        (
            "Differences",
            "correction Bonferroni over 2 of each measure, intervals of 97.5 % each; wait_mean_h matters from 1.5",
        ),
        ("Precision asked for", "every headline measure 5 %, wait_mean_h 2; from 5 to 30 replications"),
        ("Warm-up, scenario-0", "14 days chosen; MSER-5: three weeks"),
        ("Offered load, scenario-0, beds", "about 22.13 of 24 beds"),
    ]
    assert list(facts({})) == []


def test_the_page_shows_it() -> None:
    saved = told(warm_up=[warm_up()], precision=PRECISION, **comparison(all_pairs=True, family=3))
    every = saved.frames["differences"]
    rows = every[every["scenario"] == "scenario-2"].assign(base="scenario-1", verdict="better, by enough")
    saved.frames["pairs"] = pd.concat([rows])
    page = render(saved)
    assert "Warning: the warm-up is 2" in page
    assert "Not there yet at the cap of 5 replications" in page
    assert "widened so that all 3 differences" in page
    assert "The alternatives compared with each other" in page
    assert "One more night nurse, compared with Two more beds" in page
    assert 'class="verdict better"' in page
    assert "better, by enough" in page
