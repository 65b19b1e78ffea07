"""Budgets as people write them, and a clock that knows what fits."""

import pytest

from sim.experiments.find.budget import Budget, Clock, budget_of, duration, read_budget

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("said", "budget"),
    [
        ("10min", Budget(seconds=600)), ("10 min", Budget(seconds=600)), ("1 h 30 min", Budget(seconds=5_400)),
        ("45s", Budget(seconds=45)), ("2 h", Budget(seconds=7_200)),
        ("700 replications", Budget(replications=700)), ("1 replication", Budget(replications=1)),
    ],
)  # fmt: skip
def test_a_budget_is_a_time_or_a_number(said: str, budget: Budget) -> None:
    assert read_budget(said) == budget


@pytest.mark.parametrize("said", ["", "10", "soon", "1 year", "0 min", "0 replications", "-5 min"])
def test_anything_else_is_refused_with_what_is_accepted(said: str) -> None:
    with pytest.raises(ValueError, match="accepted"):
        read_budget(said)


def test_a_clock_counts_what_ran_and_not_what_was_stored() -> None:
    clock = Clock(100.0)
    clock._began_s -= 50
    clock.begin()
    clock._call_s -= 20
    clock.tell(6, 10)
    clock.tell(10, 10)
    clock.end(10)
    assert clock.replication_s == pytest.approx(5, rel=0.01)
    assert clock.holds(9)
    assert not clock.holds(11)
    assert clock.affordable() == 9


def test_what_was_stored_alone_leaves_the_time_that_is_known() -> None:
    clock = Clock(100.0, replication_s=2.0)
    clock.begin()
    clock.tell(10, 10)
    clock.end(10)
    assert clock.replication_s == 2.0


@pytest.mark.parametrize(("seconds", "said"), [(1, "1min"), (61, "2min"), (7_200, "120min"), (7_201, "3h")])
def test_a_time_that_is_asked_for_can_be_given(seconds: float, said: str) -> None:
    assert budget_of(seconds) == said
    assert (read_budget(said).seconds or 0) >= seconds


def test_a_clock_without_a_limit_holds_everything() -> None:
    assert Clock(None).holds(10**9)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.012, "12 ms"), (1.6, "1.6 s"), (60, "60 s"), (600, "10 min"), (9_000, "2.5 h")]
)
def test_times_are_said_in_the_unit_a_reader_would_choose(seconds: float, said: str) -> None:
    assert duration(seconds) == said
