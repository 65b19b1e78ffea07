"""Figures of a sweep hold the numbers of their frames: read from the traces, never from pixels."""

import numpy as np
import pandas as pd
import pytest

from reports.figures.contour import SIGNS, contour_map
from reports.figures.elementary_effects import MOST_NAMED, morris_plane
from reports.figures.index_bars import CHANCE, sensitivity_bars
from reports.figures.labels import number_scale, short_number
from reports.figures.parallel import parallel_axes
from reports.figures.response import Lines, response_curve, with_points
from reports.figures.tornado import tornado_chart
from reports.figures.trade_off import FRONT, front_of, trade_off_front

pytestmark = pytest.mark.unit
NAN = float("nan")
HOSTILE = "<script>x</script> <b>bold</b>"


def line(*rows: tuple[object, float], half: float = 1.0) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["at", "mean"])
    return table.assign(low=table["mean"] - half, high=table["mean"] + half)


def test_numbers_have_a_line_in_a_band_and_the_goal_is_drawn() -> None:
    fig = response_curve(line((20.0, 9.0), (24.0, 5.0)), "beds", "h", goal=6.0)
    assert fig is not None
    low, high, mean = fig.data
    assert (list(low.y), list(high.y), list(mean.y)) == ([8.0, 4.0], [10.0, 6.0], [9.0, 5.0])
    assert fig.layout.shapes[0].y0 == 6.0
    assert (fig.layout.xaxis.title.text, fig.layout.yaxis.title.text) == ("beds", "h")
    assert "9.0 h" in mean.hovertext[0]
    assert response_curve(line().iloc[:0], "beds", "h") is None


def test_words_and_several_lines_have_whiskers() -> None:
    words = response_curve(line(("as it is", 9.0), (HOSTILE, 5.0)), "house", "h")
    assert words is not None
    assert list(words.data[0].error_y.array) == [1.0, 1.0]
    assert "<script" not in " ".join(words.layout.xaxis.ticktext)
    both = pd.concat([line((20.0, 9.0)).assign(line=1.0), line((20.0, 5.0)).assign(line=2.0)])
    fig = response_curve(both, "beds", "h", Lines("nurses", {1.0: "1", 2.0: "2"}))
    assert fig is not None
    assert [(trace.name, trace.y[0], trace.error_y.array[0]) for trace in fig.data] == [
        ("1", 9.0, 1.0),
        ("2", 5.0, 1.0),
    ]
    assert fig.data[0].line.dash != fig.data[1].line.dash
    assert fig.layout.scattermode == "group"
    assert fig.data[1].hovertext[0] == "beds 20, nurses 2<br>5.0 h (95 % interval 4.0 to 6.0)"


def test_points_lie_under_the_means() -> None:
    fig = response_curve(line((20.0, 9.0), (24.0, 5.0)), "beds", "h")
    assert fig is not None
    first = with_points(fig, line((21.0, 8.0)), [HOSTILE]).data[0]
    assert (list(first.x), list(first.y)) == ([21.0], [8.0])
    assert "<b>" not in first.hovertext[0]


def cells(across: list[object], down: list[object]) -> pd.DataFrame:
    rows = [(x, y, float(10 * i + j)) for i, x in enumerate(across) for j, y in enumerate(down)]
    table = pd.DataFrame(rows, columns=["x", "y", "mean"])
    return table.assign(low=table["mean"] - 1, high=table["mean"] + 1)


def test_two_axes_of_numbers_have_height_lines_and_gaps_stay_gaps() -> None:
    table = cells([20.0, 22.0, 24.0], [1.0, 2.0, 3.0]).drop(index=4)
    fig = contour_map(table, ["beds", "nurses"], "h")
    assert fig is not None
    heights, marks = fig.data
    assert heights.type == "contour"
    assert np.isnan(heights.z[1][1])
    assert heights.z[2][0] == 2.0
    assert len(marks.x) == 8


def test_the_border_of_the_targets_and_a_mark_for_each_verdict() -> None:
    table = cells([20.0, 22.0, 24.0], [1.0, 2.0, 3.0])
    words = ["not kept"] * 3 + list(SIGNS) + ["kept"] * 2
    fig = contour_map(table.assign(verdict=words, margin=table["mean"] - 10), ["beds", "nurses"], "h")
    assert fig is not None
    _, *borders, kept, likely, unlikely, missed = fig.data
    marks = (kept, likely, unlikely, missed)
    assert [(each.contours.type, each.contours.value) for each in borders] == [("constraint", 0)] * 2
    assert len({(trace.marker.symbol, trace.marker.color) for trace in marks}) == len(SIGNS) == 4
    assert sum(len(trace.x) for trace in marks) == 9
    assert marks[1].hovertext[0] == "beds 22, nurses 1<br>10.0 h (95 % interval 9.0 to 11.0)<br>kept"


def test_words_have_cells_with_their_numbers() -> None:
    fig = contour_map(cells(["as it is", HOSTILE], [1.0, 2.0]), ["house", "nurses"], "h")
    assert fig is not None
    heat, marks = fig.data
    assert heat.type == "heatmap"
    assert [list(row) for row in heat.z] == [[0.0, 10.0], [1.0, 11.0]]
    assert list(marks.text) == ["0.0", "1.0", "10.0", "11.0"]
    assert "<script" not in " ".join(fig.layout.xaxis.ticktext)


def test_a_tornado_goes_to_both_ends_with_intervals() -> None:
    columns = ["name", "low", "high", "low_half", "high_half", "low_at", "high_at"]
    rows = [("beds", 4.0, -2.0, 1.0, 0.5, "20", "28"), (HOSTILE, NAN, 1.0, NAN, 0.2, "", "closed")]
    fig = tornado_chart(pd.DataFrame(rows, columns=columns), "%")
    assert fig is not None
    low, high, low_whiskers, high_whiskers = fig.data
    assert (low.x[0], high.x) == (4.0, (-2.0, 1.0))
    assert list(high_whiskers.error_x.array) == pytest.approx([0.5, 0.2])
    assert not set(low_whiskers.y) & set(high_whiskers.y)
    assert fig.layout.xaxis.title.text == "Difference, points"
    assert "+4" in low.hovertext[0]
    assert tornado_chart(pd.DataFrame(columns=columns), "h") is None


def test_index_bars_have_intervals_and_the_mark_of_chance() -> None:
    columns = ["axis", "index", "value", "low", "high", "chance"]
    rows = [("beds", "ST", 0.8, 0.7, 0.95, NAN), ("beds", "S1", 0.6, 0.5, 0.7, NAN)]
    fig = sensitivity_bars(pd.DataFrame(rows, columns=columns), {"ST": "In all", "S1": "Alone"}, "Share")
    assert fig is not None
    assert [(trace.name, trace.x[0]) for trace in fig.data] == [("In all", 0.8), ("Alone", 0.6)]
    assert fig.data[0].error_x.array[0] == pytest.approx(0.15)
    pawn = sensitivity_bars(
        pd.DataFrame([("beds", "pawn", 0.8, 0.7, 0.9, 0.2)], columns=columns), {"pawn": "Distance"}, "Distance"
    )
    assert pawn is not None
    assert (pawn.data[1].name, list(pawn.data[1].x)) == (CHANCE, [0.2])


def test_elementary_effects_name_the_first_and_gather_the_rest() -> None:
    rows = [(f"axis {place}", 10.0 - place, 9.0 - place, 11.0 - place, 1.0) for place in range(MOST_NAMED + 3)]
    fig = morris_plane(pd.DataFrame(rows, columns=["axis", "mu_star", "low", "high", "sigma"]), "h")
    assert fig is not None
    assert [trace.name for trace in fig.data[1:]] == [*(f"axis {place}" for place in range(MOST_NAMED)), "3 others"]
    assert len(fig.data[-1].x) == 3


def test_the_front_holds_what_nothing_beats() -> None:
    cost, wait = pd.Series([1.0, 2.0, 3.0, 2.0, 1.0]), pd.Series([9.0, 5.0, 5.0, 8.0, 9.0])
    assert front_of(cost, wait, ["lower", "lower"]) == [True, True, False, False, True]
    assert front_of(cost, -wait, ["lower", "higher"]) == [True, True, False, False, True]
    assert front_of(-cost, wait, ["lower", "lower"]) == [False, False, True, False, False]


def test_a_trade_off_joins_the_front() -> None:
    table = pd.DataFrame({"x": [1.0, 3.0, 2.0], "y": [9.0, 6.0, 5.0], "front": [True, False, True]})
    for key in "xy":
        table[f"{key}_low"], table[f"{key}_high"] = table[key] - 0.5, table[key] + 0.5
    fig = trade_off_front(table, ["Cost", "Wait"], [HOSTILE, "b", "c"])
    assert fig is not None
    front = next(trace for trace in fig.data if trace.name == FRONT)
    assert (list(front.x), list(front.y), front.mode) == ([1.0, 2.0], [9.0, 5.0], "lines+markers")
    assert "<script" not in front.hovertext[0]
    assert list(front.error_x.array) == [0.5, 0.5]


def test_large_numbers_are_short_where_there_is_little_room() -> None:
    assert [short_number(value, 1) for value in (24.34, -9.0, 310_000.0, 2_350_000.0)] == [
        "24.3",
        "−9.0",
        "310k",
        "2.35M",
    ]


def test_a_scale_has_a_tick_at_each_point_where_there_is_room() -> None:
    assert number_scale([20.0, 24.0]) == {"tickvals": [20.0, 24.0], "ticktext": ["20", "24"]}
    assert number_scale([0.17, 0.41, 6.0]) == {}
    assert number_scale([1.0, 10.0], log=True) == {"type": "log", "tickvals": [1.0, 10.0], "ticktext": ["1", "10"]}
    assert number_scale([float(value) for value in range(20)]) == {}


def test_scales_go_from_the_smallest_to_the_largest_with_text_as_text() -> None:
    table = pd.DataFrame({"house": ["open", HOSTILE], "wait": [9.0, 5.0], "group": ["", "front"]})
    fig = parallel_axes(table, {"house": HOSTILE, "wait": "Wait (h)"}, {"front": "Front"})
    assert fig is not None
    others, front = fig.data
    assert list(others.y[:2]) == [0.0, 1.0]
    assert list(front.y[:2]) == [1.0, 0.0]
    texts = " ".join([*fig.layout.xaxis.ticktext, *(note.text for note in fig.layout.annotations)])
    assert "<script" not in texts
    assert {"5", "9"} <= {note.text for note in fig.layout.annotations}
    assert parallel_axes(table, {"wait": "Wait"}, {}) is None


def test_a_long_name_stands_on_lines_and_makes_its_row_higher() -> None:
    columns = ["name", "low", "high", "low_half", "high_half", "low_at", "high_at"]
    names = ("beds", "Buprenorphine, stabilised and continued: share of withdrawal that a full dose takes away")
    short, long = (
        tornado_chart(pd.DataFrame([(name, 4.0, -2.0, 1.0, 0.5, "20", "28")], columns=columns), "h") for name in names
    )
    assert short is not None
    assert long is not None
    (label,) = long.layout.yaxis.ticktext
    assert label.replace("<br>", " ") == names[1]
    assert max(map(len, label.split("<br>"))) <= 30
    assert long.layout.height > short.layout.height
