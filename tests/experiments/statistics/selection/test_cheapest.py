"""The cheapest that meets its targets, on samples that are known."""

import numpy as np
import pytest

from sim.experiments.statistics.selection.allocation import contest, needed
from sim.experiments.statistics.selection.bounds import distance
from sim.experiments.statistics.selection.cheapest import (
    Aim,
    chance_reached,
    dearer_at_most,
    moments,
    seen_at_look,
    standing,
)
from sim.experiments.statistics.selection.feasibility import NO, UNDECIDED, YES
from tests.experiments.statistics.selection.normal import Floats

pytestmark = pytest.mark.unit

AIM = Aim(3, np.array([1.0]), 1.0)


def sample(cost: float, margin: float, n: int = 10, noise: float = 0.0) -> Floats:
    """Replications that alternate about these means."""
    swing = noise * np.where(np.arange(n) % 2, 1.0, -1.0)
    return np.column_stack([cost + swing, margin + swing])


def test_the_error_is_shared_by_every_bound_on_which_a_bad_choice_could_rest() -> None:
    assert AIM.error(0.95) == pytest.approx(0.05 / 5)
    assert Aim(1, np.array([1.0]), 1.0).error(0.95) == pytest.approx(0.05)
    assert Aim(1, np.empty(0), 1.0).error(0.95) == pytest.approx(0.05)


def test_the_cheapest_that_meets_its_targets_is_chosen() -> None:
    found = standing([sample(1, -5), sample(2, 5), sample(4, 5)], AIM, 0.95)
    assert found.feasible.tolist() == [NO, YES, YES]
    assert (found.best, found.decided) == (1, True)


def test_a_cheaper_one_that_is_not_decided_keeps_it_open() -> None:
    found = standing([sample(1, 0.5, noise=2.0), sample(2, 5), sample(4, 5)], AIM, 0.95)
    assert found.feasible.tolist() == [UNDECIDED, YES, YES]
    assert (found.best, found.rivals.tolist()) == (1, [0])


def test_one_that_is_cheaper_by_less_than_matters_does_not() -> None:
    found = standing([sample(1.5, 0.5, noise=2.0), sample(2, 5), sample(4, 5)], AIM, 0.95)
    assert found.feasible.tolist() == [UNDECIDED, YES, YES]
    assert (found.best, found.decided) == (1, False)
    found = standing([sample(1.5, 0.5, noise=2.0), sample(2, 5, noise=2.0), sample(4, 5)], AIM, 0.95)
    assert (found.best, found.decided) == (1, True)


def test_when_none_meets_the_targets_that_is_decided_too() -> None:
    found = standing([sample(1, -5), sample(2, -4), sample(3, -3)], AIM, 0.95)
    assert (found.best, found.decided) == (None, True)


def test_luck_in_common_makes_a_difference_sharp() -> None:
    luck = np.random.default_rng(1).standard_normal(10) * 100
    a, b = (np.column_stack([luck + shift, luck]) for shift in (0.0, 3.0))
    assert dearer_at_most([a, b], 0, np.array([1]), 0.01) == pytest.approx([-3])


def test_only_replications_of_both_up_to_a_look_are_compared() -> None:
    rng = np.random.default_rng(2)
    a, b = rng.standard_normal((22, 2)), rng.standard_normal((40, 2))
    difference = a[:15, 0] - b[:15, 0]
    bound = difference.mean() + distance(difference.std(ddof=1), 15, 0.01)
    assert dearer_at_most([a, b], 0, np.array([1]), 0.01) == pytest.approx([bound])
    assert [seen_at_look(n) for n in (0, 5, 10, 22, 23)] == [0, 5, 10, 15, 23]
    assert moments([a, b]).n.tolist() == [15, 35]


def test_the_chance_reached_is_the_largest_with_which_it_is_decided() -> None:
    samples = [sample(1, -0.9, 23, 1.0), sample(2, 5, 23, 1.0), sample(4, 5, 23, 1.0)]
    reached = chance_reached(samples, AIM)
    assert 0.5 < reached < 1
    assert standing(samples, AIM, reached).decided
    assert not standing(samples, AIM, reached + 1e-3).decided
    assert chance_reached([each[:9] for each in samples], AIM) == 0


def test_replications_go_where_the_choice_is_close() -> None:
    rng = np.random.default_rng(3)
    noise = rng.standard_normal((3, 23, 2))
    means = np.array([[1.0, -0.8], [2.0, 3.0], [9.0, 3.0]])
    open_ = contest(list(means[:, None, :] + noise), AIM, 0.999999)
    assert open_ is not None
    assert open_.members[open_.leader] == 1
    assert 2 not in open_.members
    assert set(open_.wanted(10**6).values()) == {35}
    assert np.all(open_.takes >= 10)


def test_nothing_is_wanted_once_the_choice_is_made() -> None:
    assert contest([sample(1, -5), sample(2, 5), sample(4, 5)], AIM, 0.95) is None


def test_replications_that_chose_the_points_do_not_decide() -> None:
    samples = [sample(1, -5, 14), sample(2, 5, 14), sample(4, 5, 14)]
    assert contest(samples, AIM, 0.95) is None
    open_ = contest(samples, AIM, 0.95, skipped=5)
    assert open_ is not None
    assert set(open_.wanted(10**6).values()) == {10}


def test_what_is_clear_is_seen_at_the_first_look() -> None:
    assert needed(1000.0, 1e-6) == 10
    assert needed(0.5, 0.01) > needed(1.0, 0.01) > 10
