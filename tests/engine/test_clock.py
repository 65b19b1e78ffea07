"""The clock's order of things at one instant, and its absolute times."""

import pytest

from sim.unit.clock import Clock, Order

pytestmark = pytest.mark.unit


def test_one_instant_is_ordered_by_kind_and_then_by_person():
    clock, seen = Clock(), []
    for order in reversed(Order):
        for who in (4_000_000, 7, 3):
            clock.at(5.0, order, who, seen.append, (order, who))
    clock.run(until=6)
    assert seen == [(order, who) for order in Order for who in (3, 7, 4_000_000)]


def test_a_process_that_is_answered_goes_on_before_anything_else_of_the_instant():
    clock, seen = Clock(), []
    answer = clock.event()

    def waits():
        yield answer
        seen.append("process")

    clock.process(waits())
    clock.at(1.0, Order.FINISHED, 0, answer.succeed)
    clock.at(1.0, Order.FINISHED, 1, seen.append, "next")
    clock.run(until=2)
    assert seen == ["process", "next"]


def test_times_are_kept_to_the_last_bit():
    clock, seen = Clock(), []
    times = [0.1 * n for n in range(1, 50)] + [1e6 + 1 / 3]
    for time_h in times:
        clock.at(time_h, Order.DUE, 0, lambda: seen.append(clock.now))
    clock.run(until=2e6)
    assert seen == times


def test_what_falls_on_the_horizon_does_not_happen():
    clock, seen = Clock(), []
    clock.at(3.0, Order.FINISHED, 0, seen.append, "too late")
    clock.run(until=3.0)
    assert seen == []


@pytest.mark.parametrize("time_h", [-1.0, float("nan")])
def test_a_time_that_is_past_or_no_number_is_refused(time_h):
    with pytest.raises(ValueError, match="is not a time"):
        Clock().at(time_h, Order.DUE, 0, print)
