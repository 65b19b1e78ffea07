"""The answers of page one, from numbers whose right wording is known."""

import math
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from reports.answers import ONCE, answers
from reports.headline import rows
from reports.study import Study
from sim.experiments.results_reader import SavedResults
from tests.reports.sample import results

pytestmark = pytest.mark.unit


def study(differences: dict[str, tuple[float, float, float, str]], levels: dict[str, tuple[float, float]]) -> Study:
    """A comparison of two scenarios: (difference, low, high, verdict) and (base, other) by measure."""
    saved = results(names=("Now", "Two more beds"))
    summary = [
        {"scenario": f"scenario-{place}", "measure": name, "mean": mean, "low": mean - 3, "high": mean + 3, "n": 5}
        for name, means in levels.items()
        for place, mean in enumerate(means)
    ]
    table = [
        {"scenario": "scenario-1", "base": "scenario-0", "measure": name, "difference": difference, "low": low,
         "high": high, "n": 5, "correlation": 0.9, "verdict": verdict}
        for name, (difference, low, high, verdict) in differences.items()
    ]  # fmt: skip
    frames = saved.frames | {"summary": pd.DataFrame(summary), "differences": pd.DataFrame(table)}
    return Study(SavedResults(Path(), saved.manifest, frames))


def said(asked: Study) -> str:
    found = answers(asked)[0]
    return " ".join([found.name, *found.sentences, *found.listed]).replace("\u00a0", " ")


def test_an_answer_names_both_sides_and_what_cannot_be_told() -> None:
    asked = study(
        {
            "wait_mean_h": (-19, -24, -14, "better"),
            "self_discharge_pct": (0.4, -0.6, 1.4, "too close to call"),
            "completed_per_year": (-22, -29, -15, "worse"),
            "occupancy_pct": (-5, -6, -4, "changed"),
        },
        {"wait_mean_h": (31, 12), "self_discharge_pct": (19, 19.4), "completed_per_year": (846, 824),
         "occupancy_pct": (89, 84)},
    )  # fmt: skip
    assert said(asked) == (
        "Two more beds would cut the mean wait for a bed from 31 h to 12 h (19 h less; 95 % interval 14 to 24). "
        "But it would cut the number of completed stays a year from 846 to 824 (22 fewer; 95 % interval 15 to 29). "
        "Also changed, neither good nor bad in itself: bed occupancy. Too close to call: self-discharge."
    )


def test_a_small_change_keeps_the_decimals_that_show_it() -> None:
    asked = study({"occupancy_pct": (0.5, 0.1, 0.9, "better")}, {"occupancy_pct": (89.0, 89.5)})
    assert "raise bed occupancy from 89.0 % to 89.5 % (0.5 points more; 95 % interval 0.1 to 0.9)" in said(asked)


def test_no_clear_effect_is_said_plainly() -> None:
    asked = study({"wait_mean_h": (-1, -4, 2, "too close to call")}, {"wait_mean_h": (31, 30)})
    assert said(asked) == (
        "Two more beds would make none of the headline measures clearly better or worse. "
        "Too close to call: mean wait for a bed."
    )


def test_a_long_list_is_counted() -> None:
    close = {measure.name: (0.1, -1.0, 1.0, "too close to call") for measure in Study(results()).headline}
    asked = study(close, dict.fromkeys(close, (10.0, 10.1)))
    assert said(asked).endswith("Too close to call: all ten headline measures.")


def test_one_replication_invents_no_interval_and_no_verdict() -> None:
    asked = Study(results(replications=1))
    assert all("interval" not in line or "no interval" in line for found in answers(asked) for line in found.sentences)
    cells = [cell for row in rows(asked) for cell in row.cells]
    assert {(cell.bounds, cell.verdict, cell.symbol) for cell in cells} == {("", "", "")}


def test_one_replication_is_said_to_be_one_before_any_number() -> None:
    assert answers(Study(results(names=("Now",), replications=1)))[0].sentences[0] == ONCE
    assert all(found.sentences[0].endswith(ONCE) for found in answers(Study(results(replications=1))))
    assert ONCE not in answers(Study(results(names=("Now",))))[0].sentences


def test_a_single_scenario_is_summed_up_and_compared_with_nothing() -> None:
    found = answers(Study(results(names=("Now",))))
    assert len(found) == 1
    text = " ".join(found[0].sentences).replace("\u00a0", " ")
    assert text.startswith("The mean wait for a bed is 33 h (95 % interval 24 to 43) and bed occupancy is 89 %")
    assert "would" not in text


def test_a_measure_never_seen_is_not_given_a_number() -> None:
    asked = study({"wait_mean_h": (math.nan, math.nan, math.nan, "")}, {"wait_mean_h": (math.nan, math.nan)})
    wait: list[Any] = [cell.value for cell in rows(asked)[0].cells]
    assert wait == ["not seen", "not seen"]
    assert said(asked) == "Two more beds cannot be compared: no headline measure was seen in both scenarios."


def test_what_finds_no_room_in_the_sentence_is_still_named() -> None:
    asked = study(
        {
            "wait_mean_h": (-19, -24, -14, "better"),
            "admitted_24h_pct": (9, 7, 11, "better"),
            "self_discharge_pct": (-1, -1.5, -0.5, "better"),
        },
        {"wait_mean_h": (31, 12), "admitted_24h_pct": (50, 59), "self_discharge_pct": (19, 18)},
    )
    assert said(asked).endswith("Also better: self-discharge.")


def test_pairs_of_alternatives_that_were_compared_are_answered_too() -> None:
    saved = results()
    every = saved.frames["differences"]
    rows = every[every["scenario"] == "scenario-2"].assign(base="scenario-1")
    pairs = SavedResults(Path(), saved.manifest, saved.frames | {"pairs": rows})
    *with_base, between = answers(Study(pairs))
    assert [answer.name for answer in with_base] == ["Two more beds", "One more night nurse"]
    assert between.name == "One more night nurse, compared with Two more beds,"
    assert between.sentences[0].startswith("would cut the mean wait for a bed from 14.8")


def test_many_pairs_are_counted() -> None:
    saved = results()
    every = saved.frames["differences"]
    ids = [f"scenario-{place}" for place in range(5)]
    manifest = saved.manifest | {
        "scenarios": [saved.manifest["scenarios"][0] | {"id": name, "name": name} for name in ids]
    }
    clear, open_ = (every[every["scenario"] == name] for name in ("scenario-2", "scenario-1"))
    table = [
        (clear if place == 0 else open_.assign(verdict="too close to call")).assign(base=base, scenario=other)
        for place, (base, other) in enumerate(combinations(ids[1:], 2))
    ]
    frames = saved.frames | {"pairs": pd.concat(table), "differences": every[:0]}
    last = answers(Study(SavedResults(Path(), manifest, frames)))[-1]
    assert last.name == "The alternatives, compared with each other,"
    assert last.sentences == [
        "differ clearly in some headline measure in 1 of 6 pairs; a table for each pair is further down."
    ]
