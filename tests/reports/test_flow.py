"""The way from referral to a month after the stay: nobody is lost on it, and its labels have room."""

from itertools import combinations

import pandas as pd
import pytest

import reports
from reports import captions, tables, theme
from reports.figures import flow
from reports.figures.stations import LINE_PX, people_at, ribbons, stations, without_small
from reports.study import Study
from tests.reports.sample import results
from tests.reports.test_figures import drawn

pytestmark = pytest.mark.unit

STUDY = Study(results(days=28))
STEPS = [
    ("Referred for the first time", "Referred", 80.0), ("Referred again", "Referred", 20.0),
    ("Referred", "Diverted", 10.0), ("Referred", "Waiting list", 90.0), ("Waiting list", "Gave up", 30.0),
    ("Waiting list", "Admitted", 60.0), ("Admitted", "Self-discharged", 10.0), ("Admitted", "Home", 50.0),
]  # fmt: skip
LATER = [
    ("Self-discharged", "Returned to use", 9.0), ("Self-discharged", "Admitted here again", 1.0),
    ("Home", "Returned to use", 15.0), ("Home", "In further care", 25.0), ("Home", flow.TOO_RECENT, 10.0),
]  # fmt: skip


def saved(steps: list[tuple[str, str, float]]) -> pd.DataFrame:
    return pd.DataFrame(steps, columns=["source", "target", "count"]).assign(scenario="a", replication=0)


def way(steps: list[tuple[str, str, float]] = STEPS, later: list[tuple[str, str, float]] = LATER) -> pd.DataFrame:
    return flow.mean_flows(flow.whole_way(saved(steps), saved(later)), "a")


def test_in_shipped_results_whoever_comes_to_a_station_goes_on_or_is_at_an_end() -> None:
    study = reports.example()
    table = flow.mean_flows(flow.whole_way(study.frame("flows"), study.frame("month_after")), next(iter(study.names)))
    came, went = (table.groupby(end)["people"].sum() for end in ("target", "source"))
    between = sorted(set(came.index) & set(went.index))
    assert {"Referred", "Waiting list", "Admitted", "Completed", "Self-discharged"} <= set(between)
    assert came[between].tolist() == pytest.approx(went[between].tolist())
    assert flow.TOO_RECENT in set(came.index) - set(went.index)


def test_completed_stands_before_the_places_and_not_where_there_are_none() -> None:
    steps = set(zip(way()["source"], way()["target"], strict=True))
    assert {("Admitted", "Completed"), ("Completed", "Home"), ("Admitted", "Self-discharged")} <= steps
    assert ("Admitted", "Home") not in steps
    nowhere = way([*STEPS[:-1], ("Admitted", "Discharged", 50.0)], [])
    assert "Completed" not in set(nowhere["target"])
    assert "50 completed" in captions.flow(nowhere, 7)


def test_people_still_under_way_are_not_told_as_lost() -> None:
    table = way([*STEPS, ("Referred", "Not yet screened", 2.0)])
    assert list(flow.before_admission(table)["target"]) == ["Diverted", "Gave up"]
    assert flow.unwished(table) >= {"Self-discharged", "Returned to use", "Admitted here again"}


def test_a_move_unseen_in_one_replication_counts_as_zero() -> None:
    frame = pd.DataFrame({"scenario": "a", "replication": [0, 0, 1], "source": "Referred",
                          "target": ["Admitted", "Diverted", "Admitted"], "count": [4, 2, 6]})  # fmt: skip
    assert dict(flow.mean_flows(frame, "a")[["target", "people"]].to_numpy()) == {"Admitted": 5.0, "Diverted": 1.0}


def test_the_sentence_says_who_is_followed_and_of_whom_a_month_is_known() -> None:
    assert captions.flow(way(), 7) == (
        "Of 100 referrals in 7 days, 20 of people who come back, followed to the end of the run, 60 led to an "
        "admission: 50 completed and 10 ended in self-discharge. A month after leaving, of the 50 of whom it is known: "
        "“In further care” 50 %, “Returned to use” 48 % and “Admitted here again” 2 %."
    )
    assert captions.flow(way(later=[("Home", flow.TOO_RECENT, 50.0)]), 7).endswith(
        "nothing is known of the month after."
    )
    assert captions.flow(way(later=[]), 7).endswith("10 ended in self-discharge.")


def test_small_stations_stand_together_and_are_named() -> None:
    few = [("Waiting list", "Refused, list full", 0.3), ("Waiting list", "Turned back", 0.4)]
    table = way([*STEPS, *few])
    steps, together = flow.drawn(table)
    assert together == {"Turned back": ["Turned back", "Refused, list full"]}
    assert people_at(steps)["Turned back"] == pytest.approx(0.7)
    assert captions.others(together).endswith("“Turned back” and “Refused, list full”.")
    labels = {note.text for note in drawn_labels(table)}
    assert "Others 1" in labels
    assert not any("Refused" in label for label in labels)
    assert without_small(way([*STEPS, few[0]]), (), 0.5)[1] == {}
    assert captions.others({}) == ""


def drawn_labels(table: pd.DataFrame) -> tuple[object, ...]:
    fig = flow.sankey(table)
    assert fig is not None
    return tuple(fig.layout.annotations)


def test_no_label_lies_on_another_and_no_end_on_a_ribbon() -> None:
    table = flow.drawn(way())[0]
    lines = dict.fromkeys(people_at(table), 2)
    at = stations(table, flow.unwished(way()), lines)
    for one, other in combinations(at.values(), 2):
        if one.column == other.column:
            assert abs(one.middle_px - other.middle_px) >= 2 * LINE_PX
    for end in set(table["target"]) - set(table["source"]):
        beyond = [station.bottom_px for station in at.values() if station.column == at[end].column + 1]
        assert all(at[end].top_px > bottom for bottom in beyond)


def test_ribbons_fill_the_stations_that_they_join() -> None:
    table = flow.drawn(way())[0]
    at = stations(table, (), dict.fromkeys(people_at(table), 1))
    each = ribbons(table, at)
    out = [ribbon for ribbon in each if ribbon.source == "Waiting list"]
    assert sum(ribbon.width_px for ribbon in out) == pytest.approx(
        at["Waiting list"].bottom_px - at["Waiting list"].top_px
    )
    assert min(ribbon.from_px for ribbon in out) == pytest.approx(at["Waiting list"].top_px)
    ordered = sorted(out, key=lambda ribbon: ribbon.from_px)
    assert [at[ribbon.target].middle_px for ribbon in ordered] == sorted(at[ribbon.target].middle_px for ribbon in out)


def test_every_ribbon_and_station_is_drawn_and_names_stay_text() -> None:
    hostile = "<script>alert(1)</script> & a place with a name that goes on and on for far longer than anybody reads"
    table = way([*STEPS[:-1], ("Admitted", hostile, 50.0)], [])
    fig = flow.sankey(table)
    steps = flow.drawn(table)[0]
    assert fig is not None
    assert len(fig.layout.shapes) == len(steps)
    assert len(drawn(fig)[1].x) == len(people_at(steps))
    orange = [shape for shape in fig.layout.shapes if shape.fillcolor == flow.LOST_COLOUR]
    assert len(orange) == 3
    assert theme.COLOURS[2] in drawn(fig)[1].marker.color
    assert fig.layout.xaxis.range[1] - max(drawn(fig)[1].x) == pytest.approx(flow.LABEL)
    assert not any("<script" in note.text for note in fig.layout.annotations)
    assert flow.sankey(table.iloc[:0]) is None


def test_the_table_has_every_step_with_its_interval() -> None:
    table = flow.mean_flows(flow.whole_way(STUDY.frame("flows"), STUDY.frame("month_after")), "scenario-0")
    rows = tables.flows(table).rows
    assert len(rows) == len(table)
    assert all(" to " in row[1] for row in rows)
    once = Study(results(days=28, replications=1))
    assert not any(" to " in row[1] for row in tables.flows(flow.mean_flows(once.frame("flows"), "scenario-0")).rows)
