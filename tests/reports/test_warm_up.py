"""The page on a warm-up: whole, the same at every writing, and deaf to what a scenario is called."""

from dataclasses import replace
from pathlib import Path

import pytest

from reports.warm_up import Curve, Curves, render, write_page
from reports.warm_up.figure import welch
from reports.warm_up.page import weekly
from sim.errors import ResultsError
from tests.reports.test_page import HOSTILE, Reader

pytestmark = pytest.mark.unit

RISING = tuple(min(day, 20) / 2 for day in range(60))
LOW, HIGH = [value - 1 for value in RISING[:50]], [value + 1 for value in RISING[:50]]
UNKNOWN = [float("nan")] * 50
CURVES = Curves(
    "Warm-up of a unit",
    ["A warm-up of 3 weeks is advised.", "Look at the figure."],
    [
        Curve("Beds occupied", "beds", RISING, RISING[:50], LOW, HIGH, 20, "MSER-5 leaves out: 20 days."),
        Curve("Waiting list", "people", RISING, RISING[:50], UNKNOWN, UNKNOWN, None, "MSER-5 leaves out: cannot say."),
    ],
    chosen_days=14.0,
    window_days=21,
    command="detox-sim warm-up baseline",
)


def test_the_same_curves_give_the_same_bytes(tmp_path: Path) -> None:
    write_page(CURVES, tmp_path / "warm-up.html")
    assert (tmp_path / "warm-up.html").read_bytes() == render(CURVES).encode()


def test_it_says_what_to_do_and_what_each_series_says() -> None:
    text = " ".join(" ".join(Reader(render(CURVES)).text).split())
    assert "A warm-up of 3 weeks is advised. Look at the figure." in text
    assert "MSER-5 leaves out: cannot say." in text
    assert "detox-sim warm-up baseline" in text


def test_each_series_has_its_mean_its_average_and_its_cuts() -> None:
    fig = welch(CURVES)
    assert [(trace.name.split()[0], len(trace.y)) for trace in fig.data] == [
        ("Daily", 60), ("low", 50), ("high", 50), ("Moving", 50), ("Daily", 60), ("Moving", 50),
    ]  # fmt: skip
    cuts = [(shape.yref, shape.x0) for shape in fig.layout.shapes]
    assert cuts == [("y domain", 14), ("y domain", 20), ("y2 domain", 14)]


def test_the_table_has_the_interval_once_a_week_and_none_for_one_replication() -> None:
    rows = weekly(CURVES).rows
    assert rows[1] == ["8", "3.50 (2.50 to 4.50)", "3.50"]
    assert len(rows) == 8


def test_the_name_of_a_scenario_stays_text() -> None:
    harmless, hostile = Reader(render(CURVES)), Reader(render(replace(CURVES, title=HOSTILE)))
    assert (hostile.scripts, hostile.ids) == (harmless.scripts, harmless.ids)


def test_a_scenario_without_series_still_has_a_page() -> None:
    page = render(replace(CURVES, curves=[]))
    assert "A warm-up of 3 weeks" in page
    assert "<figure>" not in page


def test_a_page_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"page\.html: the page cannot be written here"):
        write_page(CURVES, tmp_path / "gone" / "page.html")
