"""The page of a study of uncertainty: bars and shares as they were found, tables under them, nothing from outside."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from reports.uncertainty import Panel, Picture, percent, render, summed_up, write_page
from reports.uncertainty.figure import importance, split
from reports.uncertainty.tables import importance as importance_table
from reports.uncertainty.tables import known
from sim.errors import ResultsError

pytestmark = pytest.mark.unit
HOSTILE = "<script>alert('x')</script> & <b>bold</b>"


def bars(*rows: tuple[Any, ...]) -> pd.DataFrame:
    columns = ["name", "parameter", "correlation", "low", "high", "chance", "worth_of_knowing", "worth_by_chance"]
    return pd.DataFrame(rows, columns=columns)


def panel(label: str = "Wait to admission", share: float = 36.0, worth: float = 0.4) -> Panel:
    found = {
        "mean": -4.0, "low": -11.0, "high": -2.0, "unknown_sd": 3.0, "chance_sd": 4.0,
        "parameters_variance": 9.0, "parameters_variance_low": 4.0, "parameters_variance_high": 25.0,
        "chance_variance": 16.0, "chance_variance_low": 9.0, "chance_variance_high": 36.0,
        "parameters_share_pct": share, "parameters_share_low_pct": share / 2, "parameters_share_high_pct": share + 40,
        "probability_better": 0.8, "worth_of_knowing_all": worth,
    }  # fmt: skip
    rows = bars(
        ("Demand: per day", "demand.per_day", -0.7, -0.8, -0.5, 0.3, worth, 0.1),
        ("Demand: per day", "demand.no_show", 0.2, -0.1, 0.4, 0.3, 0.05, 0.1),
    )
    return Panel(label, "h", "Better with a probability of 80 %.", True, found, rows, left_out=3)


def picture(*panels: Panel, compared: bool = True, title: str = "More beds", seldom: str = "") -> Picture:
    shown = panels or (panel(),)
    return Picture(title, "What would they do?", "Two parameters.", "All open.", seldom, compared, shown, "detox-sim x")


def test_shares_add_up_to_the_whole() -> None:
    fig = split([panel(), panel("Occupancy", 5.0)])
    unknown, chance, border = fig.data
    assert (list(unknown.x), list(chance.x)) == ([36, 5], [64, 95])
    assert list(unknown.y) == ["Wait to admission", "Occupancy"]
    assert unknown.marker.pattern.shape != chance.marker.pattern.shape
    assert list(border.x) == [36, 5]
    assert (list(border.error_x.array), list(border.error_x.arrayminus)) == ([40, 40], [18, 2.5])


def test_markers_have_their_intervals_and_those_within_chance_look_otherwise() -> None:
    fig = importance(panel().bars)
    clear, within = fig.data
    assert [list(drawn.x) for drawn in (clear, within)] == [[-0.7], [0.2]]
    assert [list(drawn.error_x.array) for drawn in (clear, within)] == [pytest.approx([0.2]), pytest.approx([0.2])]
    assert list(within.error_x.arrayminus) == pytest.approx([0.3])
    assert clear.marker.color != within.marker.color
    assert clear.marker.symbol != within.marker.symbol
    assert sorted(shape.x0 for shape in fig.layout.shapes) == [-0.3, 0.3]
    assert [*clear.y, *within.y] == list(fig.layout.yaxis.categoryarray)
    assert len(set(fig.layout.yaxis.categoryarray)) == 2


def test_the_first_table_is_that_of_the_terminal() -> None:
    (row,) = summed_up(picture()).rows
    assert row == ["Wait to admission (h)", "−4", "−11 to −2", "±3", "±4", "80 %"]
    alone = summed_up(picture(compared=False))
    assert len(alone.rows[0]) == len(alone.columns) == 5
    assert [percent(share) for share in (0.999, 0.5, 0.001)] == ["over 99 %", "50 %", "under 1 %"]
    page = render(picture())
    assert page.index("80 %") < page.index("<figure>")


def test_the_tables_have_the_sizes_and_what_knowing_is_worth() -> None:
    (row,) = known(picture()).rows
    assert row[1:] == ["3.0 (2.0 to 5.0)", "4.0 (3.0 to 6.0)", "36 % (18 to 76)", "0.40"]
    table = importance_table(panel(), compared=True)
    assert [row[-1] for row in table.rows] == ["0.40", "within chance"]
    assert "beyond 0.30, 19 times in 20" in table.caption


def test_what_is_cut_at_zero_looks_like_no_certainty() -> None:
    no_sign = {"low": 0.05, "high": 0.05, "mean": 0.05, "unknown_sd": 0.0, "parameters_variance": 0.0}
    flat = replace(panel(), known=panel().known | no_sign | {"parameters_variance_low": 0.0})
    (short,), (long,) = summed_up(picture(flat)).rows, known(picture(flat)).rows
    assert short[1:4] == ["+0.05", "–", "none seen"]
    assert long[1] == "none seen (up to 5)"
    small = replace(panel(), known=panel().known | {"unknown_sd": 0.04, "chance_sd": 0.0})
    assert summed_up(picture(small)).rows[0][3:5] == ["±0.04", "none"]
    nothing = dict.fromkeys(("parameters_variance_high", "chance_variance", "chance_variance_high"), 0.0)
    (row,) = known(picture(replace(flat, known={**flat.known, **nothing, "chance_variance_low": 0.0}))).rows
    assert row[1:3] == ["none", "none"]


def test_a_study_of_which_nothing_can_be_told_says_so_and_has_no_figure() -> None:
    page = render(replace(picture(seldom="Known in fewer than 10 draws: “First dose” (none)."), panels=()))
    assert "Known in fewer than 10 draws" in page
    assert "<figure>" not in page
    assert "<table" not in page


def test_a_measure_without_bars_is_told_under_the_first_table() -> None:
    page = render(picture(panel(), replace(panel("First dose"), sentence="The same in every draw.", bars=bars())))
    assert page.count("<figure>") == 2
    assert page.index("The same in every draw.") < page.index("<figure>")


def test_how_many_are_not_drawn_and_where_they_are() -> None:
    assert "Three more parameters with smaller correlations are only in importance.csv." in render(picture())
    one = render(picture(replace(panel(), left_out=1)))
    assert "One more parameter with smaller correlations is only in importance.csv." in one
    assert "importance.csv" not in render(picture(replace(panel(), left_out=0)))


def test_the_page_stands_alone_and_text_stays_text() -> None:
    page = render(picture())
    assert not re.findall(r"<(?:link|iframe|object|embed)\b|<script[^>]+src=|<img\b", page)
    assert "default-src &#39;none&#39;" in page
    assert page == render(picture())
    assert page.count("The numbers behind this figure") == 2
    hostile = render(picture(panel(HOSTILE), title=HOSTILE))
    assert "<script>alert" not in hostile
    assert hostile.count("<script") == page.count("<script")


def test_a_page_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"page\.html: the figures cannot be written here"):
        write_page(picture(), tmp_path / "gone" / "page.html")
    write_page(picture(), tmp_path / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
