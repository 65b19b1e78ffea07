"""What is said of the precision that was asked for: reached or not, by what, and what could not be judged."""

from typing import Any

import pytest

from reports.reached import reached

pytestmark = pytest.mark.unit

WAIT = {"measure": "wait_mean_h", "scenario": "more", "base": "now"}
BEDS = {"measure": "occupancy_pct", "scenario": "now", "base": ""}
FALLS = {"measure": "falls", "scenario": "now", "base": ""}


def said(**changes: Any) -> str:
    entry = {"asked": [], "start": 5, "most": 30, "reached": None, "not_there": [], "unseen": [], "near_zero": []}
    return reached({
        "precision": entry | changes,
        "replications": 10,
        "scenarios": [{"id": "now", "name": "Our unit"}, {"id": "more", "name": "Two more beds"}],
        "measures": [
            {"name": "wait_mean_h", "label": "Wait to admission, mean", "unit": "h"},
            {"name": "occupancy_pct", "label": "Bed occupancy", "unit": "%"},
            {"name": "falls", "label": "Falls", "unit": ""},
        ],
    })  # fmt: skip


def wide(what: dict[str, str], half: float, wanted: float, about: int) -> dict[str, Any]:
    return what | {"half_width": half, "wanted": wanted, "about_replications": about}


def near(what: dict[str, str], mean: float) -> dict[str, Any]:
    return {"measure": what["measure"], "scenario": what["scenario"], "mean": mean, "half_width": 0.04, "wanted": 0.048}


def test_not_reached_says_by_what_and_by_how_much() -> None:
    assert said(not_there=[wide(WAIT, 4.0, 2.0, 25), wide(BEDS, 4.0, 3.0, 14)]) == (
        "Not there yet at the cap of 10 replications: “Wait to admission, mean” of Two more beds, compared with Our "
        "unit, is known to ±4 h, and ±2 was asked for. About 15 more replications would do. Also too wide: one other "
        "interval."
    )


def test_reached_and_not_yet_confirmed() -> None:
    reached_with = "The precision that was asked for was reached with 3 replications, and 7 more confirmed it."
    assert said(reached=3) == reached_with
    assert said() == "At the cap of 10 replications every interval is narrow enough, but not yet confirmed."


def test_per_cents_are_said_to_leave_differences_unjudged() -> None:
    asked = [{"measure": "", "amount": 0.05, "relative": True}]
    assert "differences between scenarios are not judged by it" in said(reached=3, asked=asked)
    assert "not judged" not in said(reached=3, asked=[asked[0] | {"relative": False}])


def test_what_was_never_or_once_seen_has_no_interval() -> None:
    seen = [each | {"replications": times, "named": True} for times, each in enumerate((BEDS, FALLS))]
    assert said(unseen=seen) == (
        "The precision that was asked for was not reached in 10 replications. No interval, and so not reached: “Bed "
        "occupancy” of Our unit was never seen; “Falls” of Our unit was seen in one replication only."
    )
    rest = said(reached=3, unseen=[FALLS | {"replications": 0, "named": False}])
    assert rest.endswith("confirmed it. No interval, and so not judged: “Falls” of Our unit was never seen.")


def test_per_cents_of_a_mean_near_zero_are_not_believed() -> None:
    (before, _, told) = said(reached=3, near_zero=[near(FALLS, 0.31)]).partition("A mean below 1 ")
    assert before.endswith("confirmed it. ")
    assert told == (
        "is judged as if it were 1, so less was asked of these than the per cent say: “Falls” of Our unit is 0.31 "
        "±0.04, where ±0.048 was taken as enough."
    )


def test_the_ones_nearest_to_zero_are_named_and_the_others_counted() -> None:
    told = said(reached=3, near_zero=[near(WAIT, 0.1 * place) for place in range(9, 3, -1)])
    assert [f"is {mean} h" in told for mean in (0.4, 0.5, 0.6, 0.7)] == [True, True, True, False]
    assert told.endswith("; and three others.")
