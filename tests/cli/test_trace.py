"""`trace` tells one person's story in words that fit 80 columns."""

import re
from pathlib import Path

import pytest

from sim.cli.story.replayed import replay
from sim.scenario import load_scenario
from sim.vocabulary import Event
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


def test_the_wish_to_leave_is_told_after_the_story(terminal: Terminal) -> None:
    out = terminal("trace", "baseline", *TINY).out
    told = " ".join(out.partition("The wish to leave\n")[2].split())
    assert re.search(r"grew(, since the run began,)? to (under )?\d+ % of the limit|reached this person's limit", told)
    assert told.endswith("and leaves against advice when it is reached.")
    assert "by felt withdrawal:" in told


def test_what_adds_up_is_the_threshold_of_those_who_leave(scenarios: Path) -> None:
    scenario = load_scenario(scenarios / "baseline.yaml", ["run.length=2 weeks", "run.warm_up=0 h"]).scenario
    events = replay(scenario, 0).log.events
    left = events["patient"][events["event"] == Event.SELF_DISCHARGED].tolist()
    assert len(left) >= 2
    for number in left[:4]:
        wish = replay(scenario, 0, watched=number).wish(number)
        assert wish is not None
        assert wish.left
        assert wish.adding.total == pytest.approx(wish.adding.threshold)


def test_a_later_episode_has_a_story_and_names_the_others(terminal: Terminal) -> None:
    often = ("--set", "run.length=6 weeks", "--set", "run.warm_up=0 h", "--set", "afterwards.return_to_use.per_day=2")
    soon = ("--set", "afterwards.comes_back.share_pct=100", "--set", "afterwards.comes_back.after=1 day")
    listed = terminal("trace", "baseline", "--list", *often, *soon).out
    number = next(found for found in re.findall(r"^ *(\d+)  ", listed, re.MULTILINE) if int(found) > 10**10)
    out = " ".join(terminal("trace", "baseline", "--patient", number, *often, *soon).out.split())
    assert re.search(rf"Episode 2nd of \d+; --patient {int(number) - 10**10}\b", out)


def test_a_figure_is_written_beside_the_story(terminal: Terminal) -> None:
    ending = terminal("trace", "baseline", "--figure", "story.html", *TINY)
    assert ending.code == 0, ending.err
    assert ending.out.rstrip().endswith("Figure: story.html")
    page = Path("story.html").read_text(encoding="utf-8")
    assert "figure-stay-data" in page
    assert [path.name for path in Path().iterdir()] == ["story.html"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["plain.yaml", "--figure", "story.html"], "has a fixed stay"),
        (["baseline", "--figure", "story.png", *TINY], "a name that ends in .html is accepted"),
        (["baseline", "--figure", "story.html", "--list", *TINY], "does not go with --list"),
        (["baseline", "--figure", "story.html", "--patient", "3", *TINY], "nobody of number 3"),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence_and_no_file(terminal: Terminal, words: list[str], complaint: str) -> None:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    ending = terminal("trace", *words)
    assert ending.code == 2
    assert complaint in " ".join(ending.err.replace("│", " ").split())
    assert [path.name for path in Path().iterdir()] == ["plain.yaml"]


def test_somebody_who_never_came_in_cannot_be_drawn(terminal: Terminal) -> None:
    listed = terminal("trace", "baseline", "--list", *TINY).out
    number = next(line.split()[0] for line in listed.splitlines() if "lost at screening" in line)
    ending = terminal("trace", "baseline", "--patient", number, "--figure", "story.html", *TINY)
    assert ending.code == 2
    assert "was never in a bed (lost at screening)" in " ".join(ending.err.replace("│", " ").split())


def test_a_place_that_cannot_be_written_to_is_a_sentence(terminal: Terminal) -> None:
    ending = terminal("trace", "baseline", "--figure", "gone/story.html", *TINY)
    assert ending.code == 3
    assert "gone/story.html: the figure cannot be written here" in ending.err.replace("\\", "/")


@pytest.mark.parametrize("words", [[], ["--list"]])
def test_no_line_is_wider_than_the_terminal(terminal: Terminal, words: list[str]) -> None:
    lines = terminal("trace", "baseline", *TINY, *words).out.splitlines()
    assert max(map(len, lines)) <= 80
