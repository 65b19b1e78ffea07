"""Jobs go out in worthwhile batches, and one that takes workers with it is run alone and given up in the end."""

import pytest

from sim.experiments.driving.waiting import MOST_LOSSES, Waiting

pytestmark = pytest.mark.unit


def test_the_first_message_carries_one_job() -> None:
    assert Waiting(100).batch(places=4, worth_s=0.1) == [0]


@pytest.mark.parametrize(("each_s", "expected"), [(0.02, 5), (0.03, 4), (0.5, 1), (1e-6, 25)])
def test_a_message_carries_what_makes_it_worth_while_and_never_more_than_its_part(each_s: float, expected: int) -> None:
    waiting = Waiting(101)
    waiting.took(len(waiting.batch(4, 0.1)), each_s)
    assert len(waiting.batch(4, 0.1)) == expected


def test_batches_follow_the_latest_durations() -> None:
    waiting = Waiting(1000)
    waiting.took(1, 0.001)
    for _ in range(20):
        waiting.took(10, 1.0)
    assert len(waiting.batch(2, 0.35)) == 4


def test_every_job_goes_out_once() -> None:
    waiting, seen = Waiting(50), list[int]()
    while waiting:
        some = waiting.batch(3, 0.1)
        waiting.took(len(some), 0.05 * len(some))
        seen += some
    assert seen == list(range(50))
    assert waiting.batch(3, 0.1) == waiting.suspect() == []


def test_nothing_goes_out_when_there_is_no_place() -> None:
    assert Waiting(5).batch(0, 0.1) == []


def test_what_was_put_back_goes_out_next_and_in_order() -> None:
    waiting = Waiting(6)
    waiting.took(1, 0.05)
    first, second = waiting.batch(3, 0.1), waiting.batch(3, 0.1)
    waiting.put_back([*first, *second])
    assert [*waiting.batch(1, 0.3)] == [0, 1, 2, 3, 4, 5]


def test_suspects_wait_for_the_others_and_run_alone() -> None:
    waiting = Waiting(5)
    waiting.took(1, 0.001)
    assert waiting.lost(waiting.batch(1, 0.003)) == []
    assert waiting.suspect() == []
    assert waiting.batch(1, 1) == [3, 4]
    assert [waiting.suspect() for _ in range(4)] == [[0], [1], [2], []]


def test_a_job_has_three_chances() -> None:
    waiting = Waiting(2)
    waiting.took(1, 0.001)
    assert waiting.lost(waiting.batch(1, 1)) == []
    for _ in range(MOST_LOSSES - 2):
        assert waiting.lost(waiting.suspect()) == []
    assert waiting.lost(waiting.suspect()) == [0]
    assert waiting.suspect() == [1]
    assert not waiting


def test_only_a_suspect_ran_alone_until_it_is_put_back() -> None:
    waiting = Waiting(2)
    both = waiting.batch(1, 1.0) + waiting.batch(1, 1.0)
    assert not waiting.ran_alone(both[:1])
    assert waiting.lost(both) == []
    first = waiting.suspect()
    assert waiting.ran_alone(first)
    assert not waiting.ran_alone(both)
    waiting.put_back(first)
    assert not waiting.ran_alone(first)
