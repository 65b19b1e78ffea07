"""Numbers in words: decimals follow the interval, units agree, nothing seen is said as such."""

import math

import pytest

from reports import words

pytestmark = pytest.mark.unit

NAN = math.nan


@pytest.mark.parametrize(
    ("low", "high", "places"),
    [
        (27, 35, 0),
        (30.3, 32.5, 1),
        (18.2, 19.4, 1),
        (-0.13, 0.05, 2),
        (1190, 1280, 0),
        (0.0001, 0.0003, 3),
        (-0.795, -0.044, 2),
        (-0.006, 0.43, 2),
        (0.0, 0.8, 1),
    ],
)
def test_the_interval_decides_the_decimals(low: float, high: float, places: int) -> None:
    assert words.decimals(low, high) == places


@pytest.mark.parametrize(("value", "places"), [(31.234, 1), (412.3, 0), (1.234, 2), (0.0, 0), (NAN, 0)])
def test_without_an_interval_three_digits_are_kept(value: float, places: int) -> None:
    assert words.decimals(NAN, NAN, value) == places


def test_an_interval_that_excludes_zero_is_not_rounded_onto_it() -> None:
    places = words.decimals(0.1, 2.3)
    assert words.interval(0.1, 2.3, places) == "0.1 to 2.3"


@pytest.mark.parametrize(
    ("value", "text"), [(-18.6, "−18.6"), (3.14, "+3.1"), (0.01, "0.0"), (-0.01, "0.0"), (NAN, "not seen")]
)
def test_differences_carry_their_sign(value: float, text: str) -> None:
    assert words.signed(value, 1) == text


def test_estimates_say_their_interval_once_there_is_one() -> None:
    assert words.estimate(31.2, 27, 35, "h") == "31\u00a0h (95\u00a0% interval 27 to 35)"
    assert words.estimate(31.23, NAN, NAN, "h") == "31.2\u00a0h"
    assert words.estimate(NAN, NAN, NAN, "h") == "not seen"


def test_what_is_counted_is_fewer_and_what_is_measured_is_less() -> None:
    assert [words.fewer(unit) for unit in ("people a year", "bed-days a year", "h", "%")] == [
        "fewer", "fewer", "less", "less",
    ]  # fmt: skip
    assert words.difference_unit("%") == "points"


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_english(parts: list[str], text: str) -> None:
    assert words.listing(parts) == text


def test_counts_agree_with_their_noun() -> None:
    assert [words.count_word(count, "replication") for count in (1, 5, 20)] == [
        "one replication", "five replications", "20 replications",
    ]  # fmt: skip


def test_numbers_stay_on_the_line_of_their_unit() -> None:
    assert words.glued("82 % of 12 h, 3 hours") == "82\u00a0% of 12\u00a0h, 3 hours"


def test_a_long_name_is_cut_inside_a_sentence() -> None:
    assert words.quoted("x " * 100) == f"“{'x ' * 29}x…”"
