"""The page of a study of uncertainty: bars and shares as they were found, tables under them, nothing from outside."""

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from reports.uncertainty import Panel, Picture, render, write_page
from reports.uncertainty.figure import importance, split
from reports.uncertainty.tables import importance as importance_table
from reports.uncertainty.tables import known
from sim.errors import ResultsError

pytestmark = pytest.mark.unit
HOSTILE = "<script>alert('x')</script> & <b>bold</b>"
NAN = float("nan")


def bars(*rows: tuple[Any, ...]) -> pd.DataFrame:
    columns = ["name", "parameter", "correlation", "low", "high", "chance", "worth_of_knowing", "worth_by_chance"]
    return pd.DataFrame(rows, columns=columns)


def panel(label: str = "Wait to admission", share: float = 36.0, worth: float = 0.4) -> Panel:
    found = {
        "mean": -4.0, "low": -11.0, "high": -2.0, "unknown_sd": 3.0, "chance_sd": 4.0,
        "parameters_variance": 9.0, "parameters_variance_low": 4.0, "parameters_variance_high": 25.0,
        "chance_variance": 16.0, "chance_variance_low": 9.0, "chance_variance_high": 36.0,
        "parameters_share_pct": share, "probability_better": 0.8, "worth_of_knowing_all": worth,
    }  # fmt: skip
    rows = bars(
        ("Demand: per day", "demand.per_day", -0.7, -0.8, -0.5, 0.3, worth, 0.1),
        ("Demand: per day", "demand.no_show", 0.2, -0.1, 0.4, 0.3, 0.05, 0.1),
    )
    return Panel(label, "h", "Better with a probability of 80 %.", True, found, rows, left_out=3)


def picture(*panels: Panel, compared: bool = True, title: str = "More beds") -> Picture:
    return Picture(title, "What would they do?", "Two parameters.", compared, panels or (panel(),), "detox-sim x")


def test_shares_add_up_to_the_whole() -> None:
    fig = split([panel(), panel("Occupancy", 5.0)])
    unknown, chance = fig.data
    assert (list(unknown.x), list(chance.x)) == ([36, 5], [64, 95])
    assert list(unknown.y) == ["Wait to admission", "Occupancy"]
    assert unknown.marker.pattern.shape != chance.marker.pattern.shape


def test_bars_have_their_intervals_and_grey_is_within_chance() -> None:
    fig = importance(panel().bars)
    (drawn,) = fig.data
    assert list(drawn.x) == [-0.7, 0.2]
    assert list(drawn.error_x.array) == pytest.approx([0.2, 0.2])
    assert list(drawn.error_x.arrayminus) == pytest.approx([0.1, 0.3])
    assert drawn.marker.color[0] != drawn.marker.color[1]
    assert sorted(shape.x0 for shape in fig.layout.shapes) == [-0.3, 0.3]
    assert len(set(drawn.y)) == 2


def test_the_tables_have_the_sizes_and_what_knowing_is_worth() -> None:
    (row,) = known([panel()], compared=True).rows
    assert row[1:] == ["−4", "−11 to −2", "3 (2 to 5)", "4 (3 to 6)", "80 %", "0.40"]
    table = importance_table(panel(), compared=True)
    assert [row[-1] for row in table.rows] == ["0.40", "within chance"]
    assert "beyond 0.30, 19 times in 20" in table.caption
    alone = known([panel()], compared=False)
    assert len(alone.rows[0]) == len(alone.columns) == 5


def test_what_cannot_be_told_is_a_dash_and_has_no_bars() -> None:
    nothing = dict.fromkeys(panel().known, NAN)
    blank = Panel("First dose", "h", "Never seen.", True, nothing, bars(), left_out=0)
    (row,) = known([blank], compared=True).rows
    assert row[2:] == ["–"] * 5
    page = render(picture(panel(), blank))
    assert page.count("<figure>") == 2
    assert "nan" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


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
