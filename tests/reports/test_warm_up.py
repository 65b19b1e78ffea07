"""The page on a warm-up: whole, the same at every writing, and deaf to what a scenario is called."""

from dataclasses import replace
from pathlib import Path

import pytest

from reports.warm_up import Curve, Curves, render, write_page
from reports.warm_up.figure import welch
from tests.reports.test_page import HOSTILE, Reader

pytestmark = pytest.mark.unit

RISING = tuple(min(day, 20) / 2 for day in range(60))
CURVES = Curves(
    "Warm-up of a unit",
    ["A warm-up of 3 weeks is advised.", "Look at the figure."],
    [
        Curve("Beds occupied", "beds", RISING, RISING[:50], 20, "MSER-5 leaves out: 20 days."),
        Curve("Waiting list", "people", RISING, RISING[:50], None, "MSER-5 leaves out: cannot say."),
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
    assert [len(trace.y) for trace in fig.data] == [60, 50, 60, 50]
    cuts = [(shape.yref, shape.x0) for shape in fig.layout.shapes]
    assert cuts == [("y domain", 14), ("y domain", 20), ("y2 domain", 14)]


def test_the_name_of_a_scenario_stays_text() -> None:
    harmless, hostile = Reader(render(CURVES)), Reader(render(replace(CURVES, title=HOSTILE)))
    assert (hostile.scripts, hostile.ids) == (harmless.scripts, harmless.ids)


def test_a_scenario_without_series_still_has_a_page() -> None:
    assert "A warm-up of 3 weeks" in render(replace(CURVES, curves=[]))
