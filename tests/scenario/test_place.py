"""Places, and values fit to be repeated."""

import pytest

from sim.scenario.tree.place import Fault, Place, Refused, short, shown

pytestmark = pytest.mark.unit


def test_a_fault_is_one_sentence_with_its_place() -> None:
    assert str(Fault(Place("a.yaml", 3), "unit.beds", "is 0")) == "a.yaml:3: unit.beds: is 0"
    assert str(Fault(Place("--set x=1"), "", "is wrong")) == "--set x=1: is wrong"


def test_faults_come_once_by_file_and_line() -> None:
    faults = [Fault(Place("b", 1), "", "z"), Fault(Place("a", 10), "", "y"), Fault(Place("a", 9), "", "x")]
    assert Refused([*faults, *faults]).faults == ["a:9: x", "a:10: y", "b:1: z"]


@pytest.mark.parametrize(
    ("length", "kept"), [(39, "x" * 39), (40, "x" * 40), (41, "x" * 39 + "…"), (9999, "x" * 39 + "…")]
)
def test_a_long_text_is_cut(length: int, kept: str) -> None:
    assert short("x" * length) == kept


def test_what_a_terminal_would_act_upon_is_escaped() -> None:
    assert short("a\x1b[31m\nb") == "a\\x1b[31m\\x0ab"


def test_a_long_path_is_cut() -> None:
    assert len(str(Fault(Place("a", 1), ".".join(["y" * 90] * 50), "is wrong"))) < 200


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "nothing"), (True, "true"), (False, "false"), ("a", "'a'"), ({"a": 1}, "a map"), ({}, "an empty map"),
        ((1,), "a list"), ((), "an empty list"), (1, "1"), (1.5, "1.5"),
    ],
)  # fmt: skip
def test_values_as_their_author_wrote_them(value: object, said: str) -> None:
    assert shown(value) == said
