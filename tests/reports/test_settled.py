"""What is said of the warm-up: which key to make longer, to how much, and why."""

from typing import Any

import pytest

from reports.settled import not_settled, on_the_command_line, settled

pytestmark = pytest.mark.unit


def entry(**changes: Any) -> dict[str, Any]:
    plain = {
        "scenario": "now", "terminating": False, "chosen_days": 14.0, "advised_weeks": 3, "settled": True,
        "days": 100, "least_days": 50, "series": [series("occupied", 20), series("waiting", 5, short=False)],
    }  # fmt: skip
    return plain | changes


def series(name: str, days: int | None, short: bool = True, limit: bool = False) -> dict[str, Any]:
    return {"series": name, "days": days, "too_short": short, "at_limit": limit}


def said(*entries: dict[str, Any]) -> list[str]:
    scenarios = [{"id": "now", "name": "Our unit"}, {"id": "more", "name": "Two more beds"}][: len(entries)]
    return list(settled({"warm_up": list(entries), "scenarios": scenarios}))


TOO_SHORT = (
    "Warning: the warm-up of 2 weeks is too short{}. The simulated unit starts empty and takes 20 days to settle (beds "
    "occupied); numbers that include those days are off by more than their intervals, or than 3 %. Run it again with a "
    "warm-up of 3 weeks (run.warm_up)."
)


def test_one_that_is_too_short_says_what_to_set_and_why() -> None:
    assert said(entry()) == [TOO_SHORT.format("")]


def test_of_several_scenarios_the_longest_counts() -> None:
    assert said(entry(advised_weeks=2), entry(scenario="more")) == [TOO_SHORT.format(" for Two more beds")]


def test_a_run_that_never_settled_should_be_longer_too() -> None:
    never = entry(settled=False, advised_weeks=8, series=[series("waiting", 50, limit=True)])
    (told,) = said(never)
    assert "a warm-up of 8 weeks (run.warm_up). “Waiting list” had not settled" in told
    # Twice the 100 days, of which 8 weeks are warm-up.
    assert "run it over 21 weeks (run.length)" in told
    assert on_the_command_line(never).endswith('line: --set "run.warm_up=8 weeks" --set "run.length=21 weeks"')


def test_a_run_too_short_to_judge_is_a_warning_with_the_length_that_is_needed() -> None:
    (told,) = said(entry(days=28, chosen_days=7.0, advised_weeks=None, series=[series("occupied", None, short=False)]))
    assert told.startswith("Warning: nobody can tell whether a warm-up of 1 week is enough.")
    assert "takes 50 days from the start, and this run has 28: run it again over 7 weeks or more (run.length)" in told


@pytest.mark.parametrize("weeks", [2, 5])
def test_one_that_is_long_enough_is_no_news(weeks: int) -> None:
    assert said(entry(advised_weeks=weeks, series=[series("occupied", 20, short=False)])) == []


def test_results_of_a_run_in_which_nothing_happens_or_that_say_nothing_of_it_have_no_warning() -> None:
    assert said(entry(days=28, advised_weeks=None, series=[])) == []
    assert list(settled({"scenarios": []})) == []


def test_a_terminating_run_says_so() -> None:
    assert said(entry(terminating=True, chosen_days=0.0, advised_weeks=None, series=[])) == [
        "The run starts from a census, with people in its beds, so it needs no warm-up."
    ]


def test_a_series_that_still_climbs_makes_a_run_too_short_to_judge() -> None:
    rows = [series("occupied", 20), {**series("waiting", 0, short=False), "still": "climbing"}]
    told = not_settled(entry(settled=False, series=rows))
    assert told.startswith(
        "“Waiting list” was still climbing when the run ended, by more than chance would have it: run"
    )
    assert on_the_command_line(entry(settled=False, series=rows)).endswith('--set "run.length=26 weeks"')
