"""Numbers, spreads and times in words."""

import pytest

from sim.describe.markdown import table
from sim.describe.words import (
    counted,
    escaped,
    hours_spread,
    lasting,
    listing,
    named_days,
    number_spread,
    on_days,
)
from sim.scenario.values.distributions import Distribution
from sim.scenario.values.families import FAMILIES
from sim.scenario.values.spreads import duration_distribution, number_distribution

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("90 min", "always 1.5 h"),
        ({"exponential": {"mean": "3 days"}}, "exponential with mean 3 days"),
        ({"uniform": {"low": "1 h", "high": "2 h"}}, "uniform between 1 h and 2 h"),
        ({"lognormal": {"mean": "10 min", "sd": "4 min"}}, "lognormal with mean 10 min and standard deviation 4 min"),
        ({"weibull": {"mean": "2 h", "shape": 1.5}}, "Weibull with mean 2 h and shape 1.5"),
        ({"empirical": ["1 h", "3 h"]}, "one of 2 observed values, each as likely, mean 2 h"),
    ],
)
def test_a_spread_of_hours(written: object, words: str) -> None:
    assert hours_spread(duration_distribution(written)) == words


def test_a_spread_of_points() -> None:
    written = {"normal": {"centre": 22, "width": 7, "low": 4, "high": 45}}
    assert number_spread(number_distribution(written)) == "normal around 22 with width 7, kept between 4 and 45"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_words(family: str) -> None:
    numbers = {"mean": 4, "sd": 2, "shape": 2, "low": 1, "mode": 2, "high": 9, "centre": 4, "width": 2}
    spread: Distribution = number_distribution({family: {word: numbers[word] for word in FAMILIES[family].words}})
    assert number_spread(spread)


def test_long_times_are_days_and_weeks() -> None:
    assert [lasting(0.75), lasting(51), lasting(72), lasting(132)] == ["45 min", "51 h", "3 days", "5.5 days"]
    assert [lasting(168), lasting(336)] == ["1 week", "2 weeks"]


def test_counts_lists_and_days() -> None:
    assert [counted(1, "bed"), counted(2, "bed"), counted(float("inf"), "bed")] == ["1 bed", "2 beds", "unlimited beds"]
    assert [listing([]), listing(["a"]), listing(["a", "b", "c"])] == ["", "a", "a, b and c"]
    assert [named_days(range(7)), named_days(range(5))] == ["every day", "Mon to Fri"]
    assert [on_days(range(7)), on_days((0, 2))] == ["every day", "on Mon and Wed"]
    assert [named_days((0, 2)), named_days((5, 6))] == ["Mon and Wed", "Sat and Sun"]


def test_an_authors_text_is_one_line_without_markup() -> None:
    assert escaped("a\nb | <c> `d` *e*") == r"a b \| \<c\> \`d\` \*e\*"
    assert table(("A", "B"), [("1", "2")]) == "| A | B |\n| --- | --- |\n| 1 | 2 |"
