"""The picture of one stay: what is drawn is what is in its frames, and the page needs nothing else."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from reports.trace import Picture, render, write_page
from reports.trace.figure import stay
from sim.errors import ResultsError

pytestmark = pytest.mark.unit
HOSTILE = "<script>alert('x')</script> & <b>bold</b>"


def picture(left: bool = True, done: list[tuple[Any, ...]] | None = None, text: str = "First dose by nurse") -> Picture:
    columns = ["lane", "how", "from_h", "when", "to_h", "said"]
    given = [
        ("Doses", "done", 2.0, "Mon day 1 14:00", 5.0, text),
        ("Checks", "done", 4.0, "Mon day 1 16:00", 4.0, "COWS check"),
        ("Checks", "missed", 12.0, "Tue day 2 00:00", 16.0, "COWS check"),
        ("Complications", "happened", 6.0, "Mon day 1 18:00", 9.0, "Seizure, found"),
    ]
    return Picture(
        title=text,
        sentences=["It added up to 0.30.", "Most of it on day 1.", "By felt withdrawal."],
        facts=[("Opioid", text)],
        looks=pd.DataFrame(
            {
                "time_h": [0.0, 5.0, 30.0],
                "when": ["Mon day 1 12:00", "Mon day 1 17:00", "Tue day 2 18:00"],
                "felt": [15.0, 6.0, 6.0],
                "leaving_per_day": [0.48, 0.2, 0.2],
                "added_up": [0.0, 0.1, 0.3],
            }
        ),
        course=pd.DataFrame({"time_h": [0.0, 30.0], "natural": [15.0, 30.0]}),
        bands=pd.DataFrame({"name": ["none", "mild", "severe"], "from_score": [0, 5, 37], "to_score": [5, 37, 48]}),
        done=pd.DataFrame(given if done is None else done, columns=columns),
        days=pd.DataFrame({"time_h": [12.0], "label": ["Tue day 2"]}),
        threshold=0.3,
        left=left,
        explained="What it is.",
    )


def traces(fig: go.Figure) -> dict[str, Any]:
    return {trace.name: trace for trace in fig.data}


def test_the_felt_score_holds_from_look_to_look_over_named_bands() -> None:
    fig = stay(picture())
    felt = traces(fig)["felt score"]
    assert (list(felt.x), list(felt.y), felt.line.shape) == ([0, 5, 30], [15, 6, 6], "hv")
    labels = [note.text for note in fig.layout.annotations]
    assert {"none", "mild"} <= set(labels)
    assert "severe" not in labels


def test_late_work_is_a_line_from_due_to_start_and_what_happened_another() -> None:
    drawn = traces(stay(picture()))
    late, hidden = drawn["late: from due to start"], drawn["until found, or over"]
    assert (list(late.x), list(late.y)) == (
        [2, 5, None, 12, 16, None],
        ["Doses"] * 2 + [None] + ["Checks"] * 2 + [None],
    )
    assert list(hidden.x) == [6, 9, None]
    assert list(drawn["done"].x) == [5, 4]
    assert list(drawn["missed or withheld"].x) == [16]
    assert list(drawn["happened"].x) == [6]


def test_the_wish_to_leave_meets_its_threshold_where_somebody_leaves() -> None:
    drawn = traces(stay(picture()))
    assert list(drawn["wish to leave"].y) == pytest.approx([0, 100 / 3, 100])
    assert list(drawn["wish to leave"].customdata) == pytest.approx([160, 200 / 3, 200 / 3])
    assert set(drawn["where this person leaves"].y) == {100}
    assert (list(drawn["left against advice"].x), list(drawn["left against advice"].y)) == ([30], pytest.approx([100]))
    assert "left against advice" not in traces(stay(picture(left=False)))


def test_a_stay_in_which_nothing_was_done_is_drawn_too() -> None:
    assert "felt score" in traces(stay(picture(done=[])))


def test_a_long_stay_has_no_more_days_than_can_be_read() -> None:
    shown = picture()
    days = pd.DataFrame({"time_h": [24.0 * day for day in range(45)], "label": [f"Mon day {day}" for day in range(45)]})
    fig = stay(Picture(**{**vars(shown), "days": days}))
    assert 5 <= len(fig.layout.xaxis3.tickvals) <= 10


def test_the_page_stands_alone_and_says_what_it_shows() -> None:
    page = render(picture())
    assert not re.findall(r"<(?:link|iframe|object|embed)\b|<script[^>]+src=|<img\b", page)
    assert "default-src &#39;none&#39;" in page
    assert page.count("plotly.js v") == 1
    assert "It added up to 0.30. Most of it on day 1.</p>" in page
    assert "<td>COWS check</td>" in page
    assert "At the bottom the wish to leave. What it is.</figcaption>" in page
    assert "<td>66.7</td><td>33.3</td>" in page
    assert page == render(picture())


def test_the_figure_in_the_page_cannot_be_sent_anywhere() -> None:
    found = re.search(r'id="setting">(.*?)</script>', render(picture()))
    assert found is not None
    assert json.loads(found[1])["config"]["showSendToCloud"] is False


def test_text_of_a_scenario_stays_text() -> None:
    page = render(picture(text=HOSTILE))
    assert "<script>alert" not in page
    assert page.count("<script") == render(picture()).count("<script")
    assert traces(stay(picture(text=HOSTILE)))["done"].text[0].startswith("&lt;script&gt;")


def test_a_page_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"story\.html: the figure cannot be written here"):
        write_page(picture(), tmp_path / "gone" / "story.html")
    write_page(picture(), tmp_path / "story.html")
    assert [path.name for path in tmp_path.iterdir()] == ["story.html"]
