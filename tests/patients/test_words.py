"""Words that are true of people, and choices among what people are eligible for."""

import numpy as np
import pytest

from sim.errors import ModelError
from sim.patients.who import Who, choose, placed

pytestmark = pytest.mark.unit


@pytest.fixture
def who() -> Who:
    """Four people: a woman who injects, a woman who does not, a man who does, a man who does not."""
    people = Who(4)
    people.tell("female", np.array([True, True, False, False]))
    people.tell("injects", np.array([True, False, True, False]))
    people.tell_choice(["self", "court"], np.array([0, 1, 1, 0]))
    return people


@pytest.mark.parametrize(
    ("only_for", "not_for", "admitted"),
    [
        ((), (), [True, True, True, True]),
        (("female", "injects"), (), [True, True, True, False]),
        ((), ("injects", "court"), [False, False, False, True]),
        (("female",), ("injects",), [False, True, False, False]),
        (("court",), ("court",), [False, False, False, False]),
    ],
)
def test_any_of_the_first_words_and_none_of_the_second(who, only_for, not_for, admitted):
    assert who.admitted(only_for, not_for).tolist() == admitted


def test_all_of_no_words_is_true_of_everybody(who):
    assert who.all_of(()).tolist() == [True] * 4
    assert who.all_of(("female", "injects")).tolist() == [True, False, False, False]


def test_the_first_word_that_is_true_of_a_person_gives_their_share(who):
    assert who.share(50, {"female": 10, "injects": 20}).tolist() == [0.1, 0.1, 0.2, 0.5]
    assert who.share(50, {"injects": 20, "female": 10}).tolist() == [0.2, 0.1, 0.2, 0.5]


def test_a_choice_is_by_weight_among_those_that_have_one():
    weights = np.array([[1.0, 1.0, 2.0], [0.0, 1.0, 3.0], [5.0, 0.0, 0.0], [1.0, 0.0, 1.0]])
    for rank, chosen in ((0.0, [0, 1, 0, 0]), (0.25, [1, 2, 0, 0]), (0.5, [2, 2, 0, 2]), (0.9999, [2, 2, 0, 2])):
        assert choose(np.full(4, rank), weights).tolist() == chosen


def test_whoever_has_no_choice_is_told_with_the_part_of_the_scenario():
    chosen = choose(np.array([0.5, 0.5]), np.array([[1.0, 1.0], [0.0, 0.0]]))
    assert chosen.tolist() == [1, -1]
    with pytest.raises(ModelError, match=r"^protocols: somebody fits none of them"):
        placed(chosen, "protocols")
    assert placed(chosen[:1], "protocols").tolist() == [1]
