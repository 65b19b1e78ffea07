"""Conditions: what they mean, and that nothing else is ever evaluated."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiments.sweep.expressions import Kind, condition

pytestmark = pytest.mark.unit

KINDS: dict[str, Kind] = {"beds": "number", "night nurses": "number", "roster": "word"}
VALUES = {"beds": 30.0, "night nurses": 2.0, "roster": "as it is"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("beds >= 2 * night_nurses", True),
        ("beds < 2 * night_nurses", False),
        ("10 <= beds <= 20 + 10", True),
        ("beds / night_nurses == 15", True),
        ("-beds + 31 > 0 and not roster == 'more'", True),
        ('beds > 100 or roster != "as it is"', False),
        ("min(beds, 7, night_nurses) == 2", True),
        ("max(beds, 7) - 1 > 29", False),
        ("roster == 'as it is'", True),
        ("(beds > 1) and (beds > 2 or beds > 3)", True),
    ],
)
def test_a_condition_holds_or_not(text: str, holds: bool) -> None:
    assert condition(text, KINDS).holds(VALUES) is holds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("bedz > 1", "names bedz, which is no axis; did you mean beds?"),
        ("beds + 1", "is not a comparison; one such as 'beds >= 2 * nights' is accepted"),
        ("beds", "is not a comparison"),
        ("roster", "is not a comparison"),
        ("beds > 'a'", "compares things of different kinds"),
        ("(beds > 1) == (beds > 2)", "compares things of different kinds"),
        ("roster < 'b'", "puts words in an order"),
        ("roster + 1 > 2", "holds 'roster' where a number is accepted"),
        ("beds and beds > 1", "holds 'beds' where a condition is accepted"),
        ("not beds", "holds 'beds' where a condition is accepted"),
        ("beds >", "is not understood"),
        ("beds = 3", "is not understood"),
        ("", "is not understood"),
        ("beds ** 9 > 1", "holds 'beds ** 9', which is not accepted"),
        ("beds % 2 == 0", "holds 'beds % 2', which is not accepted"),
        ("True", "holds 'True', which is not accepted"),
        ("beds in (1, 2)", "holds 'beds in (1, 2)', which is not accepted"),
        ("abs(beds) > 1", "holds 'abs(beds)', which is not accepted"),
        ("min(beds) > 1", "holds 'min(beds)', which is not accepted"),
        ("min(beds, 2, key=max) > 1", "holds 'min(beds, 2, key=max)', which is not accepted"),
        ("min(*beds) > 1", "holds 'min(*beds)', which is not accepted"),
        ("beds.real > 1", "holds 'beds.real', which is not accepted"),
        ("[b for b in beds]", "which is not accepted"),
        ("(lambda: 1)() > 0", "which is not accepted"),
        ("__import__('os').system('true') == 0", "which is not accepted"),
        ("f'{beds}' == 'a'", "which is not accepted"),
        ("beds > " + "9" * 400, "holds a number that is too big"),
        ("beds > 1 or " * 60 + "beds > 1", "has 728 characters; at most 500 are accepted"),
        ("1+" * 120 + "1 > beds", "has more than 200 parts"),
        ("(" * 240 + "beds" + ")" * 240, "is not understood"),
    ],
)
def test_anything_else_is_a_sentence(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        condition(text, KINDS)


@pytest.mark.parametrize("text", ["beds <= 8 * night nurses", "beds <= nurses"])
def test_how_a_name_with_a_blank_is_written_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"; 'night nurses' is written night_nurses$"):
        condition(text, {"beds": "number", "night nurses": "number"})
    assert condition("beds <= 8 * night_nurses", {"beds": "number", "night nurses": "number"}).holds(
        {"beds": 8, "night nurses": 1}
    )


def test_a_division_by_nothing_is_told_to_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        condition("beds / (night_nurses - 2) > 1", KINDS).holds(VALUES)


@given(st.text(alphabet="beds nor()<>=+-*/.,'[]{}:_@1290\\\n", max_size=60))
def test_no_text_does_anything_but_hold_or_be_refused(text: str) -> None:
    try:
        found = condition(text, KINDS)
    except ValueError:
        return
    try:
        assert found.holds(VALUES) in (True, False)
    except ZeroDivisionError:
        assert "/" in text
