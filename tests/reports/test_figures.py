"""Figures hold the numbers of their frames: read from the traces, never from pixels."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from reports import theme
from reports.figures import blocked, care, checks, outcomes, over_time, staff_load, waits
from reports.figures.differences import differences_from_base
from reports.figures.dots import dots
from reports.figures.panels import LETTER_PX, panels
from reports.frames import AMOUNT, CHANGE, SHARE_PCT, Reach, mean_interval
from reports.study import Study
from tests.reports.sample import results

pytestmark = pytest.mark.unit

STUDY = Study(results(days=28))
NAMES = STUDY.names
ONCE = Study(results(days=28, replications=1))


def drawn(fig: go.Figure | None) -> list[Any]:
    """All traces, bands and reference lines included."""
    assert fig is not None
    return list(fig.data)


def shown(fig: go.Figure | None) -> list[Any]:
    """The traces a reader can point at."""
    return [trace for trace in drawn(fig) if trace.hoverinfo != "skip"]


def test_an_interval_is_students_over_replications() -> None:
    frame = pd.DataFrame({"scenario": "a", "value": [1.0, 2.0, 3.0]})
    row = mean_interval(frame, ["scenario"], "value", CHANGE).iloc[0]
    assert (row["mean"], row["n"]) == (2.0, 3)
    assert row["high"] - row["mean"] == pytest.approx(4.302652729911275 / np.sqrt(3), rel=1e-9)


@pytest.mark.parametrize("reach", [SHARE_PCT, AMOUNT, CHANGE])
def test_no_interval_ends_beyond_what_its_quantity_can_be(reach: Reach) -> None:
    frame = pd.DataFrame({"scenario": "a", "value": [1.0, 50.0, 99.0]})
    row = mean_interval(frame, ["scenario"], "value", reach).iloc[0]
    half = 4.302652729911275 * 49 / np.sqrt(3)
    assert half > 100
    assert (row["low"], row["high"]) == pytest.approx((max(50 - half, reach[0]), min(50 + half, reach[1])))


def test_shares_near_their_ends_are_drawn_within_them() -> None:
    rows = [(0, "on time", 100), (0, "late", 0), (1, "on time", 100), (1, "late", 9)]
    counts = pd.DataFrame(rows, columns=["replication", "category", "count"]).assign(scenario="a", topic="checks")
    for trace in shown(checks.checks_on_time(counts, {"a": "Now"})):
        assert trace.x[0] + trace.error_x.array[0] <= 100
        assert trace.x[0] - trace.error_x.arrayminus[0] >= 0


def test_the_scale_of_checks_begins_at_zero_or_ends_at_all() -> None:
    fig = checks.checks_on_time(STUDY.frame("counts"), NAMES)
    assert fig is not None
    on_time, late, missed = fig.layout.xaxis.range, fig.layout.xaxis2.range, fig.layout.xaxis3.range
    assert 100 <= on_time[1] < 101
    for low, high in (late, missed):
        assert -0.03 * high < low <= 0


def test_a_name_on_two_lines_has_room_and_its_title_stays_in_sight() -> None:
    names = {"a": "A unit with a name too long for one line", "b": "Short"}
    tall, low = panels(["Title"], names), panels(["Title"], {"a": "A", "b": "Short"})
    assert tall.layout.yaxis.ticktext[0] == "A unit with a name too<br>long for one line"
    assert tall.layout.height > low.layout.height
    hostile = panels(["Title"], {"a": "<<<<<<<<<<<<<<<<<<<<"})
    assert hostile.layout.annotations[0].xshift == -20 * LETTER_PX


def test_occupancy_has_a_line_and_a_band_for_each_scenario_and_each_number_of_beds() -> None:
    fig = over_time.occupancy(STUDY.frame("daily"), NAMES)
    assert [trace.name for trace in shown(fig)] == list(NAMES.values())
    assert [trace.y[0] for trace in drawn(fig) if trace.line.color == theme.NEUTRAL] == [24, 26]
    low, high, line = drawn(fig)[:3]
    assert (np.array(low.y) <= np.array(line.y)).all()
    assert (np.array(line.y) <= np.array(high.y)).all()
    assert fig is not None
    assert fig.layout.yaxis.title.text == "Beds occupied"


def test_many_scenarios_are_each_drawn_against_the_base() -> None:
    daily = STUDY.frame("daily")
    fourth = daily[daily["scenario"] == "scenario-1"].assign(scenario="scenario-3")
    fig = over_time.occupancy(pd.concat([daily, fourth]), {**NAMES, "scenario-3": "Fourth"})
    assert fig is not None
    panels = {axis: [trace.name for trace in shown(fig) if trace.yaxis == axis] for axis in ("y", "y2", "y3")}
    assert list(panels.values()) == [["Baseline unit", name] for name in (*list(NAMES.values())[1:], "Fourth")]
    assert "<b>Fourth</b>" in [note.text for note in fig.layout.annotations]


def test_a_long_window_is_drawn_in_whole_weeks() -> None:
    daily = results(days=200).frames["daily"]
    line = shown(over_time.level_over_time(daily, "waiting", "Waiting list", "people", NAMES))[0]
    assert list(line.x[:3]) == [0, 7, 14]
    assert len(line.x) == 28
    base = daily[(daily["scenario"] == "scenario-0") & (daily["day"] < 7)]
    assert line.y[0] == pytest.approx(base["waiting"].mean())


def test_the_wait_curve_reads_percentage_against_hours() -> None:
    frame = STUDY.frame("waits")
    line = shown(waits.wait_for_bed(frame, NAMES))[0]
    own = frame[(frame["scenario"] == "scenario-0") & (frame["what"] == "bed") & (frame["percentile"] == 50)]
    assert line.x[list(line.y).index(50)] == pytest.approx(own["hours"].mean())


def test_care_shows_half_and_nine_in_ten_of_every_wait_but_the_bed() -> None:
    fig = care.waits_for_care(STUDY.frame("waits"), NAMES)
    assert len(shown(fig)) == 4 * len(NAMES) * 2


def test_the_heat_map_covers_the_week_and_leaves_unstaffed_hours_blank() -> None:
    heat = shown(staff_load.load_of_staff(STUDY.frame("hourly"), NAMES))[0]
    assert np.shape(heat.z) == (5 * len(NAMES), 168)
    prescriber_at_night = np.array(heat.z)[2 * len(NAMES), 3]
    assert np.isnan(prescriber_at_night)
    assert staff_load.clock(24 + 14) == "Tuesday 14:00"


def test_unlimited_staff_have_no_load() -> None:
    hourly = STUDY.frame("hourly").assign(on_shift=np.inf)
    assert staff_load.load_of_staff(hourly, NAMES) is None


def test_outcomes_are_shares_of_stays_with_whiskers() -> None:
    fig = outcomes.outcomes_of_stays(STUDY.frame("counts"), NAMES)
    for trace in shown(fig):
        assert sum(trace.x) == pytest.approx(100)
        assert (np.array(trace.error_x.array) > 0).all()


def test_shares_of_stays_are_of_those_that_ended_as_in_the_measures() -> None:
    rows = [("outcome", "completed", 60), ("outcome", "self-discharged", 20), ("outcome", outcomes.NOT_ENDED, 20),
            ("self_discharge_day", "1", 16), ("self_discharge_day", "2", 4)]  # fmt: skip
    counts = pd.DataFrame(rows, columns=["topic", "category", "count"]).assign(scenario="a", replication=0)
    shares = outcomes.outcome_shares(counts).set_index("category")["mean"]
    assert shares.to_dict() == {"completed": 75.0, "self-discharged": 25.0}
    assert outcomes.day_of_leaving(counts)["mean"].tolist() == [20.0, 5.0]


def test_a_long_category_is_told_whole() -> None:
    table = pd.DataFrame({"scenario": ["a"], "category": ["Expected deaths in the year after leaving"],
                          "mean": [4.0], "low": [3.0], "high": [5.0]})  # fmt: skip
    fig = dots(table, {"a": "Now"}, "Per 1,000 stays", "")
    assert list(shown(fig)[0].y) == ["Expected deaths in the<br>year after leaving"]


def test_days_of_leaving_add_up_to_the_self_discharged() -> None:
    counts = STUDY.frame("counts")
    table = outcomes.day_of_leaving(counts)
    assert list(table[table["scenario"] == "scenario-0"]["category"]) == [*map(str, range(1, 15)), "15+"]
    runs = counts[counts["scenario"] == "scenario-0"].groupby(["replication", "topic"])["count"].sum().unstack()
    expected = (100 * runs["self_discharge_day"] / runs["outcome"]).mean()
    assert table[table["scenario"] == "scenario-0"]["mean"].sum() == pytest.approx(expected)


def test_blocked_hours_are_by_the_week() -> None:
    table = blocked.hours_a_week(STUDY.frame("counts"), days=14)
    counts = STUDY.frame("counts")
    beds = counts[(counts["topic"] == "blocked_hours") & (counts["category"] == "beds")]
    expected = beds[beds["scenario"] == "scenario-0"]["count"].mean() / 2
    assert table.set_index(["scenario", "category"])["mean"]["scenario-0", "no clean bed free"] == pytest.approx(
        expected
    )


def test_a_difference_too_close_to_call_is_hollow() -> None:
    table = STUDY.frame("differences")
    traces = shown(differences_from_base(table, STUDY.headline, NAMES))
    hollow = sum(trace.marker.symbol.endswith("-open") for trace in traces)
    assert len(traces) == 2 * len(STUDY.headline)
    assert hollow == (table["verdict"] == "too close to call").sum() > 0


def test_many_alternatives_are_told_in_two_columns() -> None:
    names = {f"s{place}": f"Scenario {place}" for place in range(6)}
    row = {"difference": 1.0, "low": 0.5, "high": 1.5, "verdict": "worse"}
    table = pd.DataFrame([row | {"scenario": name, "measure": each.name} for name in names for each in STUDY.headline])
    many, few = (differences_from_base(table, STUDY.headline, dict(list(names.items())[:count])) for count in (6, 3))
    assert many is not None
    assert few is not None
    assert {trace.xaxis for trace in many.data} == {"x", *(f"x{place}" for place in range(2, 11))}
    assert many.layout.xaxis.domain[1] < many.layout.xaxis2.domain[0]
    assert many.layout.annotations[1].x == many.layout.xaxis2.domain[0]
    assert few.layout.xaxis.domain == few.layout.xaxis2.domain


def test_one_replication_invents_no_interval() -> None:
    counts, frame = ONCE.frame("counts"), ONCE.frame("waits")
    assert all(np.isnan(trace.error_x.array).all() for trace in shown(outcomes.outcomes_of_stays(counts, NAMES)))
    assert all(trace.fill is None for trace in drawn(waits.wait_for_bed(frame, NAMES)))
    low = drawn(over_time.level_over_time(ONCE.frame("daily"), "waiting", "Waiting list", "people", NAMES))[0]
    assert np.isnan(np.array(low.y, dtype=float)).all()


@pytest.mark.parametrize("name", ["daily", "hourly", "counts", "waits", "differences"])
def test_no_figure_is_drawn_of_nothing(name: str) -> None:
    nothing = STUDY.frame(name).iloc[:0]
    figures = {
        "daily": lambda: over_time.occupancy(nothing, NAMES),
        "hourly": lambda: staff_load.load_of_staff(nothing, NAMES),
        "counts": lambda: blocked.blocked_admissions(nothing, NAMES) or outcomes.outcomes_of_stays(nothing, NAMES),
        "waits": lambda: waits.wait_for_bed(nothing, NAMES) or care.waits_for_care(nothing, NAMES),
        "differences": lambda: differences_from_base(nothing, STUDY.headline, NAMES),
    }
    assert figures[name]() is None


def test_no_two_scenarios_look_alike_without_colour() -> None:
    marks = {(theme.style(place).dash, theme.style(place).symbol) for place in range(8)}
    assert len(marks) == 8


def test_plotly_reads_no_tag_in_a_name() -> None:
    assert theme.plain("<b>a</b> & <a href='x'>b</a>") == "&lt;b&gt;a&lt;/b&gt; &amp; &lt;a href='x'&gt;b&lt;/a&gt;"
    assert theme.plain("a" * 200) == "a" * 39 + "…"
