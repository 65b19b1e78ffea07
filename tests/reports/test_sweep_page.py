"""The page of a sweep as a document: sections as the design supports them, text that stays text, the same bytes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reports.sweep import page, render, write_report
from reports.sweep.effects import effects
from reports.sweep.space import Space
from sim.errors import ResultsError
from sim.experiments.indices.reader import Row
from sim.experiments.sweep.reader import SavedSweep
from tests.reports.sample_sweep import drawn, indices, one_at_a_time, sweep

pytestmark = pytest.mark.unit
HOSTILE = "<script>alert('x')</script> & \"quoted\" <b>bold</b>"
LONG = "n" * 200


def slugs(saved: SavedSweep, *rows: Row) -> list[str]:
    space = Space(saved)
    return [gallery.slug for gallery in page.galleries(space, effects(space), rows)]


@pytest.mark.parametrize(
    ("saved", "wanted"),
    [
        (sweep(), ["map", "trade-off", "axis-0", "axis-1", "scales"]),
        (sweep({"beds": (20.0, 24.0, 28.0, 32.0)}), ["trade-off", "axis-0", "scales"]),
        (one_at_a_time(), ["tornado", "axis-0", "axis-1", "axis-2"]),
        (drawn(), ["trade-off", "axis-0", "axis-1", "scales"]),
        (drawn(kind="morris"), []),
        (sweep({"beds": (20.0,)}), []),
    ],
)
def test_a_design_has_the_figures_that_it_supports(saved: SavedSweep, wanted: list[str]) -> None:
    assert slugs(saved) == wanted


@pytest.mark.parametrize("method", ["morris", "sobol", "pawn"])
def test_indices_come_first_and_say_what_chance_makes(method: str) -> None:
    saved, rows = drawn(kind="morris"), indices(method)
    assert slugs(saved, *rows) == ["indices"]
    text = re.sub(r"\s+", " ", render(saved, rows).replace("\u00a0", " "))
    assert "“beds” matters most to the mean wait for a bed" in text
    assert "Of the differences between points, chance makes 15 % in the mean wait for a bed" in text
    assert "More replications of each point would sharpen these." in text


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_few_points_have_indices_without_intervals_and_the_page_says_why(method: str) -> None:
    few = [replace(row, low=float("nan"), high=float("nan"), n=4) for row in indices(method)]
    text = re.sub(r"<script.*?</script>", "", render(drawn(kind="morris"), few), flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " "))
    assert "There are no intervals: fewer than ten" in text
    assert "with the 95 % interval" not in text
    assert "nan" not in text


def test_of_points_run_once_no_interval_is_denied_that_is_shown() -> None:
    text = render(sweep(replications=1), indices("morris")).replace("\u00a0", " ")
    assert "there are no intervals, and any difference" not in text
    assert "Each point was run once: the mean of a point has no interval" in text


def test_the_first_figure_is_of_the_measure_that_moves_most() -> None:
    space = Space(sweep())
    (first, *_), *_ = (gallery.panels for gallery in page.galleries(space, effects(space), []))
    assert first.title == "Wait to admission, mean: pale is better"
    assert sum("contour" in str(trace.type) for trace in first.figure.data) == 1


def test_the_page_stands_alone_and_is_the_same_each_time() -> None:
    saved = sweep({"beds": (20.0, 24.0, 28.0)}, targets=[("wait_mean_h", False, 13.0)])
    shown = render(saved)
    assert shown == render(saved)
    assert not re.findall(r"<(?:link|iframe|object|embed)\b|<script[^>]+src=|<img\b", shown)
    assert "default-src &#39;none&#39;" in shown
    assert "nan" not in re.sub(r"<script.*?</script>", "", shown, flags=re.DOTALL).lower().replace("finance", "")
    assert len(re.findall(r'class="plot"', shown)) == shown.count('data">{"data"')


def test_text_of_the_file_stays_text() -> None:
    saved = one_at_a_time(("as it is", HOSTILE))
    facts = saved.facts.model_copy(update={"name": HOSTILE, "question": LONG, "command": ["detox-sim", HOSTILE]})
    shown = render(replace(saved, facts=facts))
    assert "<script>alert" not in shown
    own = 3
    assert shown.count("<script") == shown.count('data">{"data"') + own
    assert LONG in shown


def test_nothing_is_drawn_of_nothing() -> None:
    every = range(1, 10)
    shown = render(sweep(failed=list(every)))
    assert "There are too few finished points to compare." in shown
    assert "a person was lost" in shown
    assert '<div class="plot"' not in shown


def test_a_folder_that_holds_no_sweep_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="it is not the folder of a sweep"):
        write_report(tmp_path)


def test_an_axis_on_a_logarithmic_scale_is_drawn_on_one() -> None:
    saved = sweep({"beds": (5.0, 10.0, 20.0)})
    (axis,) = saved.facts.axes
    facts = saved.facts.model_copy(update={"axes": [axis.model_copy(update={"scale": "log"})]})
    growing = sweep({"beds": (2.0, 4.0, 8.0, 16.0)})
    for each, kind in ((replace(saved, facts=facts), "log"), (growing, "log"), (saved, None)):
        space = Space(each)
        (along,) = (made for made in page.galleries(space, effects(space), []) if made.slug == "axis-0")
        assert {panel.figure.layout.xaxis.type for panel in along.panels} == {kind}
