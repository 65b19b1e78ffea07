"""`trace` tells one person's story in words that fit 80 columns."""

import re
from pathlib import Path

import pytest

from tests.cli.program import PLAIN, TINY, Terminal

pytestmark = pytest.mark.functional
LINE = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) day \d+ \d\d:\d\d  \S")


def test_without_a_number_somebody_is_picked(terminal: Terminal) -> None:
    ending = terminal("trace", "baseline", *TINY)
    assert ending.code == 0
    assert "--patient N" in ending.out
    assert re.search(r"^Person \d+, replication 0 of Baseline unit$", ending.out, re.MULTILINE)
    for word in ("Referred by", "Opioid", "Last use", "Peak score", "Ended"):
        assert word in ending.out


def test_the_story_has_parts_times_roles_and_lateness(terminal: Terminal) -> None:
    out = terminal("trace", "baseline", *TINY).out
    assert out.index("Before admission") < out.index("In the unit")
    told = [line for line in out.splitlines() if LINE.match(line)]
    assert re.search(r"Nursing assessment by nurse \(due \d\d:\d\d, (on time|\d+ min late)\): COWS \d+, \w+", out)
    assert len(told) > 5


def test_the_same_number_is_the_same_person_in_another_scenario(terminal: Terminal) -> None:
    number = terminal("trace", "baseline", "--list", *TINY).out.split()[0]
    heads = [
        terminal("trace", name, "--patient", number, *TINY).out.partition("Ended")[0].split("\n", 1)[1]
        for name in ("baseline", "two-more-beds")
    ]
    assert heads[0] == heads[1]


def test_a_number_that_nobody_has_names_the_nearest(terminal: Terminal) -> None:
    ending = terminal("trace", "baseline", "--patient", "17", *TINY)
    assert ending.code == 2
    assert "nobody of number 17" in ending.err
    assert re.search(r"nearest numbers are \d+ and\s", ending.err.replace("│", ""))


def test_the_list_gives_numbers_and_endings(terminal: Terminal) -> None:
    ending = terminal("trace", "baseline", "--list", *TINY)
    assert ending.code == 0
    assert len([line for line in ending.out.splitlines() if re.match(r" *\d+  \w", line)]) <= 41
    assert "people referred in replication 0" in ending.out


def test_a_fixed_stay_has_a_story_too(terminal: Terminal) -> None:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    ending = terminal("trace", "plain.yaml")
    assert ending.code == 0, ending.err
    assert "Discharged" in ending.out
    assert "Opioid" not in ending.out


@pytest.mark.parametrize("words", [[], ["--list"]])
def test_no_line_is_wider_than_the_terminal(terminal: Terminal, words: list[str]) -> None:
    lines = terminal("trace", "baseline", *TINY, *words).out.splitlines()
    assert max(map(len, lines)) <= 80
