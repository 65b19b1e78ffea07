"""The animated page as text: whole, alone, the same each time, and safe from what a scenario says."""

import base64
import hashlib
import html
import re
from pathlib import Path
from typing import Any

import pytest

from reports.motion import Floor, render, write_page
from reports.motion.page import days
from sim.errors import ResultsError

pytestmark = pytest.mark.unit

HOSTILE = "</script><script>alert(1)</script> \"quoted\" 'single' & 🙂 \u2028"
DAY_S, WEEK_S = 86400, 604800


def floor(text: str = "Night unit", seconds: int = WEEK_S, clock_s: int = 0, weekday: int = 0) -> Floor:
    """One bed, one nurse and one person who is admitted after an hour."""
    plan: dict[str, Any] = {
        "seconds": seconds,
        "start": {"clock_s": clock_s, "weekday": weekday, "date": "", "measured_s": 0},
        "groups": [{"label": text, "beds": 1, "room": 0}],
        "protocols": [text],
        "fixed": [False],
        "classes": [text],
        "roles": [text],
        "ratio": [0, 12],
        "late_s": 1800,
        "people": [[12, 0, 0]],
        "kinds": ["listed", "called", "admitted"],
        "events": [[0, 0, 0, 0], [60, 1, 0, 0], [3600, 2, 0, 0]],
    }
    return Floor(text, [text], plan, ["When", text], [[text, text]], [(text, text)])


def test_the_same_floor_gives_the_same_bytes() -> None:
    assert render(floor()) == render(floor())


def test_the_page_needs_nothing_else() -> None:
    page = render(floor())
    assert not re.findall(r"(?:src|href)=", page)
    assert not re.findall(r"url\(|@import", page)


def test_the_policy_names_every_script_and_nothing_else() -> None:
    page = render(floor())
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    named = re.search(r"script-src ([^;]*);", html.unescape(page))
    assert named is not None
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert named[1].split() == [f"'sha256-{digest}'" for digest in digests]


def test_text_of_a_scenario_stays_text() -> None:
    page = render(floor(HOSTILE))
    assert "<script>alert" not in page
    assert page.count("<script") == render(floor()).count("<script")
    assert page.count("</script") == render(floor()).count("</script")


def test_days_stand_where_they_begin() -> None:
    assert days(floor(seconds=2 * DAY_S)) == [(0.0, "Mon"), (50.0, "Tue")]
    assert days(floor(seconds=DAY_S, clock_s=DAY_S // 2, weekday=6)) == [(50.0, "Mon")]


def test_of_many_days_mondays_are_named() -> None:
    named = days(floor(seconds=21 * DAY_S, weekday=5))
    assert len(named) == 21
    assert [place for place, (_, name) in enumerate(named) if name] == [2, 9, 16]


def test_a_page_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"unit\.html: the page cannot be written here"):
        write_page(floor(), tmp_path / "gone" / "unit.html")
    write_page(floor(), tmp_path / "unit.html")
    assert [path.name for path in tmp_path.iterdir()] == ["unit.html"]
