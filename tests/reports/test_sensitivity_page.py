"""The page of a study of sensitivity: what matters most, as bars and in words; text that stays text."""

import re
from math import nan
from pathlib import Path

import pytest

from reports.sensitivity import render
from reports.sensitivity.ranking import ranked, refused
from reports.sensitivity.words import answer, change_said, watch
from sim.errors import ResultsError
from sim.experiments.sensitivity.reader import is_sensitivity, read_sensitivity
from tests.reports.sample_sensitivity import MEASURES, ROWS, row, saved

pytestmark = pytest.mark.unit
MANY = 20
HOSTILE = "<script>alert('x')</script>"


def test_each_estimate_stands_once_with_what_it_moves_most() -> None:
    found = ranked(ROWS, MANY)
    assert [(each.rank, each.most.path, each.most.measure) for each in found] == [
        (1, "demand", "wait_mean_h"), (2, "stay", "occupancy_pct"),
    ]  # fmt: skip
    assert [each.path for each in refused(ROWS)] == ["beds"]
    assert [each.is_clear for each in found] == [True, False]
    once = row("demand", "wait_mean_h", 60.0, at_low_half_width=nan, at_high_half_width=nan)
    assert not ranked([once], 1)[0].is_clear


def test_the_answer_says_what_to_do_then_what_is_clear_and_what_is_assumed() -> None:
    measures = {each["name"]: each for each in MEASURES}
    to_do, first, assumed = answer(ranked(ROWS, MANY), measures)
    assert to_do == ("Check “name of demand” against your own unit first: of two estimates, it moves the answer most.")
    assert first == (
        "“name of demand” moves the mean wait for a bed most: −2.0 h (−2.5 to −1.5) when it is 3 and +4 h (−1 to 9) "
        "when it is 5; it is 4 in the scenario."
    )
    assert assumed.startswith("Of the first 2, one estimate is assumed, not published: “name of demand”.")
    long = row("demand", "wait_mean_h", 60.0, low="{triangular: {low: 240 min}}")
    assert "when it is at its low end" in answer(ranked([long], MANY), measures)[1]
    assert answer([], {}) == ["No estimate could be varied."]
    assert change_said(nan, nan) == "–"


def test_changes_that_happen_to_be_alike_have_no_interval() -> None:
    assert change_said(13.0, 0.0, "people a year") == "+13.0 people a year"
    assert change_said(0.0, 0.0) == "0"


def test_what_chance_could_explain_is_not_called_a_thing_to_do() -> None:
    doubtful = [row("demand", "wait_mean_h", 60.0, at_low_half_width=9.0)]
    to_do, first, *_ = answer(ranked(doubtful, MANY), {each["name"]: each for each in MEASURES})
    assert to_do.startswith("Nothing here is sure enough to act on")
    assert "most (chance could explain it): " in first


def test_what_to_watch_counts_what_chance_could_explain() -> None:
    said = " ".join(watch(saved().facts, ranked(ROWS, MANY), 1))
    assert "Chance could explain what 1 of the 2 estimates seem to move most" in said
    assert "One estimate could not be varied; the table says why." in said
    assert "no intervals" in next(watch(saved(replications=1).facts, ranked(ROWS, 1), 0))


def test_what_one_of_hundreds_shows_by_chance_is_not_called_clear() -> None:
    """Each interval of 300 excludes zero with a chance of 1 in 20 when nothing matters."""
    at_edge = {"at_low": -2.0, "at_low_half_width": 1.8, "at_high": 0.1, "at_high_half_width": 2.0}
    many = [row(f"estimate-{place}", "wait_mean_h", 10.0, **at_edge) for place in range(300)]
    assert not any(each.is_clear for each in ranked(many, MANY))
    assert "More replications" in next(watch(saved(replications=MANY).facts, ranked(many, MANY), 0))
    strong = [row("demand", "wait_mean_h", 60.0, at_low_half_width=0.2), *many]
    assert [each.most.path for each in ranked(strong, MANY) if each.is_clear] == ["demand"]
    assert "chance could explain it" in render(saved(many, MANY))


def test_two_changes_that_happen_to_be_alike_are_not_clear() -> None:
    alike = [row("demand", "wait_mean_h", 60.0, at_low_half_width=0.0, at_high_half_width=0.0)]
    assert (ranked(alike, 2)[0].is_clear, ranked(alike, 3)[0].is_clear) == (False, True)


def test_the_page_has_a_tornado_for_each_measure_and_every_estimate() -> None:
    shown = render(saved())
    assert shown == render(saved())
    assert shown.count('class="plot"') == 2
    assert "too few" in shown
    assert "nan" not in re.sub(r"<script.*?</script>", "", shown, flags=re.DOTALL)
    hostile = render(saved(name=HOSTILE))
    assert "<script>alert" not in hostile
    assert hostile.count("<script") == shown.count("<script")
    assert 'class="plot"' not in render(saved([]))


def test_a_folder_is_told_and_a_changed_table_refused(scenarios: Path, tmp_path: Path) -> None:
    shipped = scenarios / "sensitivity"
    assert is_sensitivity(shipped)
    assert read_sensitivity(shipped).facts["kind"] == "sensitivity"
    assert not is_sensitivity(tmp_path)
    for path in shipped.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "baseline.csv").write_text("changed", encoding="utf-8")
    with pytest.raises(ResultsError, match="has been changed or damaged since it was saved"):
        read_sensitivity(tmp_path)
    (tmp_path / "baseline.json").unlink()
    with pytest.raises(ResultsError, match="holds 0 studies of sensitivity"):
        read_sensitivity(tmp_path)
