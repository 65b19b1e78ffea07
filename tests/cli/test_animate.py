"""`animate` writes one page of one replication, of the stretch that is asked for."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from sim.cli.animate_floor import spoken
from sim.cli.animate_window import window
from sim.scenario.run import Run
from tests.cli.program import PLAIN, TINY, Terminal

pytestmark = pytest.mark.functional
WEEK_H = 168.0


def run(**changes: Any) -> Run:
    """Ten measured weeks after two of warm-up, from a Monday on."""
    said = {"length": "10 weeks", "warm_up": "2 weeks", "replications": 1, "seed": 1}
    return Run.model_validate(said | changes)


@pytest.mark.parametrize(
    ("starts", "from_h"),
    [
        ("week 1", 2 * WEEK_H),
        ("week 3", 4 * WEEK_H),
        ("week 3 mon", 4 * WEEK_H),
        ("Week 3 TUE 06:30", 4 * WEEK_H + 30.5),
        ("30 h", 2 * WEEK_H + 30),
        ("1 day 6 h", 2 * WEEK_H + 30),
    ],
)
def test_where_it_begins(starts: str, from_h: float) -> None:
    shown = window(run(), starts, 7)
    assert (shown.from_h, shown.to_h) == (from_h, from_h + WEEK_H)


def test_weekdays_are_those_of_the_calendar() -> None:
    thursday = run(start_date="2026-01-01")
    assert window(thursday, "week 1 mon 00:00", 1).from_h == 2 * WEEK_H + 4 * 24
    shown = window(thursday, "week 1 thu 06:00", 1)
    assert shown.say(shown.from_h) == "Thu 2026-01-15 06:00"


def test_it_ends_with_the_run() -> None:
    assert window(run(), "week 10 sun", 7).to_h == 12 * WEEK_H
    assert window(run(), "week 2", None).to_h == 12 * WEEK_H


@pytest.mark.parametrize(
    ("starts", "complaint"),
    [
        ("monday", "'monday': accepted are 'week 30'"),
        ("week 0", "'week 0': accepted are"),
        ("week 2 mon 25:00", "accepted are"),
        ("30", "accepted are"),
        ("week 11", "week 11 is not in the measured time, which lasts 10 weeks"),
    ],
)
def test_what_is_no_time_is_a_sentence(starts: str, complaint: str) -> None:
    with pytest.raises(typer.BadParameter, match=re.escape(complaint)):
        window(run(), starts, 7)


@pytest.mark.parametrize(
    ("length_h", "said"),
    [
        (24.0, ("one day", "this day")),
        (168.0, ("one week", "this week")),
        (120.0, ("5 days", "these 5 days")),
        (336.0, ("14 days", "these 14 days")),
        (36.0, ("36 h", "these 36 h")),
    ],
)
def test_lengths_in_words(length_h: float, said: tuple[str, str]) -> None:
    assert spoken(length_h) == said


def test_the_page_is_written_and_summed_up(terminal: Terminal) -> None:
    ending = terminal("animate", "baseline", "--days", "2", *TINY)
    assert ending.code == 0, ending.err
    told = " ".join(ending.out.split())
    assert re.search(
        r"In these 2 days \d+ people were admitted; \d+ completed their stay, \d+ left against advice", told
    )
    assert re.search(r"Between \d+ and \d+ of 24 beds had somebody in them", told)
    assert ending.out.rstrip().endswith("Motion: motion-baseline.html")
    page = Path("motion-baseline.html").read_text(encoding="utf-8")
    assert "<h1>Baseline unit: 2 days in motion</h1>" in page
    assert "detox-sim animate baseline --replication 0 --from" in page
    assert page.count("<tr>") == 2 * 24 + 1 + 1
    assert [path.name for path in Path().iterdir()] == ["motion-baseline.html"]


def test_the_same_command_gives_the_same_bytes(terminal: Terminal) -> None:
    words = ("animate", "baseline", "--days", "2", "--from", "week 1 wed", *TINY)
    pages = []
    for _ in range(2):
        assert terminal(*words, "--out", "unit.html").code == 0
        pages.append(Path("unit.html").read_bytes())
    assert pages[0] == pages[1]
    assert terminal(*words, "--replication", "1", "--out", "unit.html").code == 0
    assert Path("unit.html").read_bytes() != pages[0]


def test_a_unit_without_staff_scores_or_priorities_is_shown_too(terminal: Terminal) -> None:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    assert terminal("animate", "plain.yaml").code == 0
    page = Path("motion-plain.html").read_text(encoding="utf-8")
    assert "Plain &lt;unit&gt; | *one*: one week in motion" in page
    assert "A stay of fixed length, without a score" in page
    assert 'id="staff"' not in page


def test_beds_without_limit_are_those_that_are_used(terminal: Terminal) -> None:
    Path("plain.yaml").write_text(PLAIN.replace("beds: 8", "beds: unlimited"), encoding="utf-8")
    ending = terminal("animate", "plain.yaml")
    assert ending.code == 0, ending.err
    assert re.search(r"Between \d+ and \d+ beds had somebody", " ".join(ending.out.split()))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--out", "unit.png"], "a name that ends in .html is accepted"),
        (["--from", "week 2"], "week 2 is not in the measured time, which lasts 1 week"),
        (["--days", "0"], "be greater than or equal to 1"),
        (["--days", "32"], "be less than or equal to 31"),
    ],
)
def test_what_cannot_be_shown_is_a_sentence_and_no_file(terminal: Terminal, words: list[str], complaint: str) -> None:
    ending = terminal("animate", "baseline", *TINY, *words)
    assert ending.code == 2
    assert complaint in " ".join(ending.err.replace("│", " ").split())
    assert list(Path().iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_a_sentence(terminal: Terminal) -> None:
    ending = terminal("animate", "baseline", "--out", "gone/unit.html", *TINY)
    assert ending.code == 3
    assert "gone/unit.html: the page cannot be written here" in ending.err.replace("\\", "/")
