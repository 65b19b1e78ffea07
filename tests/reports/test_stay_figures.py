"""Figures of the week, the stay and the month after: what stands in their traces, tables and sentences."""

import numpy as np
import pandas as pd
import pytest

from reports import captions, figure_tables
from reports.figures import presence, scores, staff_load, tasks_due, waits, week_clock, week_of_leaving
from reports.study import Study
from tests.reports.sample import results
from tests.reports.sample_stays import PROTOCOLS
from tests.reports.test_figures import drawn, shown

pytestmark = pytest.mark.unit

STUDY = Study(results(days=28))
NAMES = STUDY.names
ONCE = Study(results(days=28, replications=1))
ALONE = {"a": "Now"}


def test_the_curves_of_the_stay_have_a_band_and_a_line_for_each_scenario_in_each_panel() -> None:
    fig = presence.presence_over_stay(presence.shares_by_time(STUDY.frame("presence")), NAMES)
    panels = {trace.yaxis for trace in shown(fig)}
    assert len(shown(fig)) == len(panels) * len(NAMES) == 5 * len(NAMES)
    assert len(drawn(fig)) == 2 * len(shown(fig))
    assert [trace.name for trace in shown(fig) if trace.showlegend] == list(NAMES.values())


def test_curves_end_when_hardly_anybody_is_there_and_rare_ends_have_no_panel() -> None:
    frame = pd.DataFrame(
        [("still in the unit", hour, share) for hour, share in ((0, 100.0), (24, 40.0), (48, 0.0), (96, 0.0))]
        + [("completed", 48, 99.5), ("transferred to hospital", 48, 0.5)],
        columns=["state", "hour", "share_pct"],
    ).assign(scenario="a", replication=0)
    table = presence.shares_by_time(frame)
    assert table["hour"].max() == 48
    fig = presence.presence_over_stay(table, ALONE)
    assert fig is not None
    assert [note.text for note in fig.layout.annotations] == ["<b>Still in the unit</b>", "<b>Completed</b>"]


def test_hours_that_not_every_replication_saw_are_left_out() -> None:
    rows = [(0, 0, 100.0), (0, 24, 50.0), (1, 0, 100.0)]
    frame = pd.DataFrame(rows, columns=["replication", "hour", "share_pct"])
    table = presence.shares_by_time(frame.assign(scenario="a", state="still in the unit"))
    assert table["hour"].tolist() == [0]


def test_the_sentence_of_the_stay_is_of_the_seventh_day() -> None:
    rows = [("still in the unit", 168, 12.4), ("self-discharged", 168, 20.2), ("still in the unit", 192, 9.0)]
    table = pd.DataFrame(rows, columns=["state", "hour", "mean"]).assign(scenario="a")
    assert captions.presence(table, ALONE) == (
        "Of the people admitted in the measured time, 7 days after they came: 12 % still there and 20 % gone early."
    )


def test_scores_are_medians_with_most_people_around_them_and_few_people_are_left_out() -> None:
    frame = STUDY.frame("scores")
    felt = scores.felt(frame)
    own = felt[(felt["scenario"] == "scenario-0") & (felt["protocol"] == "taper")].iloc[0]
    raw = frame[(frame["scenario"] == "scenario-0") & (frame["protocol"] == "taper") & (frame["hour"] == own["hour"])]
    assert own["mean"] == pytest.approx(raw["p50"].mean())
    assert own["p90"] == pytest.approx(raw["p90"].mean())
    assert scores.felt(frame.assign(n=4)).empty
    fig = scores.felt_scores(felt, NAMES, PROTOCOLS)
    assert len(drawn(fig)) == 2 * len(shown(fig)) == 2 * len(PROTOCOLS) * len(NAMES)


def test_of_many_scenarios_only_the_base_has_a_band_of_people() -> None:
    felt = scores.felt(STUDY.frame("scores"))
    many = pd.concat([felt.assign(scenario=str(place)) for place in range(8)])
    fig = scores.felt_scores(many, {str(place): f"Unit {place}" for place in range(8)}, PROTOCOLS)
    assert len(shown(fig)) == 8 * len(PROTOCOLS)
    assert len(drawn(fig)) == 9 * len(PROTOCOLS)


def test_the_sentence_of_scores_names_the_protocol_in_words() -> None:
    felt = pd.DataFrame(
        {"scenario": "a", "protocol": ["taper", "symptomatic"], "hour": [12.0, 30.0], "mean": [9.0, 19]}
    )
    said = captions.scores(felt, ALONE, PROTOCOLS)
    assert said.startswith(
        "The median score is highest 30 h after admission under the protocol “Comfort medication only”"
    )


def test_first_contacts_are_told_in_minutes_when_they_are_brief() -> None:
    times = waits.contact_times(STUDY.frame("waits"))
    fig = waits.first_contacts(STUDY.frame("waits").assign(hours=0.5), NAMES)
    assert fig is not None
    assert all(note.text.endswith(" (min)</b>") for note in fig.layout.annotations)
    assert set(times["unit"]) == {"h"}
    assert captions.contacts(times, NAMES).startswith("First dose: of the people who came to it, nine in ten")


def test_the_week_clock_marks_hours_in_which_a_role_is_short() -> None:
    hourly = pd.DataFrame(
        {"scenario": "a", "replication": 0, "role": "nurse", "hour_of_week": [9, 34, 35], "on_shift": [4.0, 4.0, 0.0],
         "busy": [3.6, 1.0, 0.0]}
    )  # fmt: skip
    load = staff_load.load(hourly)
    heat = shown(week_clock.roster_clock(load))[0]
    assert (heat.z[0][9], heat.z[1][10], heat.text[0][9], heat.text[1][10]) == (90, 25, week_clock.MARK, "")
    assert np.isnan(heat.z[1][11])
    assert captions.short_roster(load, None).startswith("Short in a week of 168 hours: nurse in 1 hour.")
    assert figure_tables.busiest_hours(week_clock.busiest_hours(load)).rows[0][:2] == ["Nurse, Monday 09:00", "90 %"]
    assert week_clock.roster_clock(staff_load.load(hourly.assign(on_shift=np.inf))) is None
    assert captions.short_roster(load[load["load_pct"] < 50], "Now").startswith("Under “Now” no role is short")


def test_self_discharges_are_put_together_by_quarters_of_a_day_and_told_by_the_year() -> None:
    counts = pd.DataFrame({"scenario": "a", "replication": [0, 1], "topic": "self_discharge_hour_of_week",
                           "category": "31", "count": [2.0, 4.0]})  # fmt: skip
    table = week_of_leaving.hours_of_leaving(counts, days=73)
    assert table[["part", "mean", "seen"]].to_numpy().tolist() == [[5, 15.0, 6.0]]
    assert week_of_leaving.part_name(5) == "Tuesday 6:00 to 12:00"


def week(*people: float) -> pd.DataFrame:
    """Self-discharges in the first parts of the week, and one in each other part."""
    counts = [*people, *[1.0] * (28 - len(people))]
    frame = pd.DataFrame([(str(6 * part), each) for part, each in enumerate(counts)], columns=["category", "count"])
    frame = frame.assign(scenario="a", replication=0, topic="self_discharge_hour_of_week")
    return week_of_leaving.hours_of_leaving(frame, days=365)


def test_a_part_of_the_week_stands_out_only_beyond_what_chance_makes_of_the_fullest_of_all() -> None:
    """28 times the chance of so many in one part: 0.15 for 5 of 32 people, 0.03 for 6 of 33 (scipy's binomial)."""
    assert week_of_leaving.stands_out(week(5)).empty
    assert list(week_of_leaving.stands_out(week(6))["part"]) == [0]
    assert list(week_of_leaving.stands_out(week(20, 30))["part"]) == [1, 0]
    assert captions.week_of_leaving(week(2), ALONE) == (
        "No part of the week stands out: chance alone could make 28 parts differ as much; an even spread would be 1.0 "
        "a year in each."
    )
    assert captions.week_of_leaving(week(20, 30), ALONE) == (
        "Monday 6:00 to 12:00 stands out beyond chance, and so does one other part by less: 30.0\u00a0people a year "
        "leave early then; an even spread would be 2.7 a year in each."
    )


def test_the_name_of_a_day_stands_in_its_middle() -> None:
    fig = week_of_leaving.leaving_by_week(week(2), ALONE)
    assert fig is not None
    assert list(fig.layout.xaxis.tickvals) == [1.5, 5.5, 9.5, 13.5, 17.5, 21.5, 25.5]
    assert [line.x0 for line in fig.layout.shapes] == [3.5, 7.5, 11.5, 15.5, 19.5, 23.5]


def test_scores_share_a_scale_that_names_the_bands_of_cows_within_reach() -> None:
    fig = scores.felt_scores(scores.felt(STUDY.frame("scores")), NAMES, PROTOCOLS)
    assert fig is not None
    assert fig.layout.yaxis.range == fig.layout.yaxis2.range
    top = fig.layout.yaxis.range[1]
    within = [points for points in scores.BANDS.values() if points < top]
    assert 13 in within
    lines = [line.y0 for line in fig.layout.shapes]
    assert sorted(lines) == sorted(within * 2)
    assert {axis.title.text for axis in (fig.layout.yaxis, fig.layout.yaxis2)} == {"COWS (points)"}
    said = [note.text for note in fig.layout.annotations]
    assert said.count("moderate from 13") == 2


def test_late_and_missed_care_is_a_share_of_all_that_fell_due() -> None:
    rows = [("check", "on time", 60), ("check", "late", 30), ("check", "missed", 10),
            ("dose", "on time", 100), ("dose", "late", 0), ("dose", "missed", 0)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["task", "fate", "count"]).assign(scenario="a", replication=0)
    table = tasks_due.late_and_missed(frame)
    assert table[["category", "mean"]].to_numpy().tolist()[:2] == [["check, late", 30.0], ["check, missed", 10.0]]
    assert list(shown(tasks_due.late_or_missed_care(table, ALONE))[0].y) == ["Check, late", "Check, missed"]
    assert captions.tasks_due(table, ALONE) == (
        "The task that most often comes late or never is “check”: of those that fell due, 30.0 % came late and 10.0 % "
        "never."
    )


def test_tables_hold_what_the_figures_show() -> None:
    felt = scores.felt(STUDY.frame("scores"))
    assert len(figure_tables.scores(felt, NAMES, PROTOCOLS).rows) == len(felt) / len(NAMES)
    assert " to " in figure_tables.scores(felt, NAMES, PROTOCOLS).rows[0][1]
    week = week_of_leaving.hours_of_leaving(STUDY.frame("counts"), 28)
    assert len(figure_tables.week_of_leaving(week, NAMES).rows) == 28


@pytest.mark.parametrize("name", ["scores", "presence", "tasks_due", "hourly", "counts", "waits"])
def test_no_figure_is_drawn_of_nothing(name: str) -> None:
    nothing = STUDY.frame(name).iloc[:0]
    figures = {
        "scores": lambda: scores.felt_scores(scores.felt(nothing), NAMES, PROTOCOLS),
        "presence": lambda: presence.presence_over_stay(presence.shares_by_time(nothing), NAMES),
        "tasks_due": lambda: tasks_due.late_or_missed_care(tasks_due.late_and_missed(nothing), NAMES),
        "hourly": lambda: week_clock.roster_clock(nothing.assign(load_pct=0.0)),
        "counts": lambda: week_of_leaving.leaving_by_week(week_of_leaving.hours_of_leaving(nothing, 28), NAMES),
        "waits": lambda: waits.first_contacts(nothing, NAMES),
    }
    assert figures[name]() is None


def test_one_replication_invents_no_interval() -> None:
    fig = presence.presence_over_stay(presence.shares_by_time(ONCE.frame("presence")), NAMES)
    assert len(drawn(fig)) == len(shown(fig)) > 0
    late = tasks_due.late_or_missed_care(tasks_due.late_and_missed(ONCE.frame("tasks_due")), NAMES)
    assert all(np.isnan(trace.error_x.array).all() for trace in shown(late))
