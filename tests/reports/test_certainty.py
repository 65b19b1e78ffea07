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
    assert "By enough" not in judged({})
    assert judged({}).endswith("No smallest difference that matters was named, so any clear one counts.")


def test_the_amounts_that_matter_are_named_with_their_units() -> None:
    manifest = results(days=28).manifest | comparison(matters={"wait_mean_h": 2.5, "self_discharge_pct": 1.0})
    assert (
        judged(manifest)
        .replace("\u00a0", " ")
        .endswith(
            "By enough: the whole interval is beyond the smallest difference that matters, which was named for “Wait "
            "to admission, mean” (2.5 h) and “Self-discharge” (1 point). Too small to matter: all of it is within that."
        )
    )
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
    "unseen": [],
    "near_zero": [],
}  # fmt: skip


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
    return entry | {"series": [{"series": "occupied", "days": 20, "too_short": True}]} | changes


def test_facts_for_researchers() -> None:
    manifest = comparison(matters={"wait_mean_h": 1.5}) | {"precision": PRECISION}
    assert list(facts(manifest)) == [
        (
            "Differences",
            "correction Bonferroni over 2 of each measure, intervals of 97.5 % each; wait_mean_h matters from 1.5",
        ),
        (
            "Precision asked for",
            "every headline measure 5 %, wait_mean_h 2; from 5 to 30 replications; stopped when narrow, intervals have "
            "about their confidence",
        ),
    ]
    assert list(facts({})) == []


def test_the_page_shows_it() -> None:
    saved = told(warm_up=[warm_up()], precision=PRECISION, **comparison(all_pairs=True, family=3))
    every = saved.frames["differences"]
    rows = every[every["scenario"] == "scenario-2"].assign(base="scenario-1", verdict="better, by enough")
    saved.frames["pairs"] = pd.concat([rows])
    page = render(saved)
    assert "Warning: the warm-up of 2" in page
    assert "Not there yet at the cap of 5 replications" in page
    assert "widened so that all 3 differences" in page
    assert "The alternatives compared with each other" in page
    assert "One more night nurse, compared with Two more beds" in page
    assert 'class="verdict better"' in page
    assert "better, by enough" in page
