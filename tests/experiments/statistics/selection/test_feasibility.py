"""Who meets the targets, by hand-made margins."""

import numpy as np
import pytest
from scipy.stats import t

from sim.experiments.statistics.selection.feasibility import NO, UNDECIDED, YES, chance_of_meeting, feasibility
from tests.experiments.statistics.selection.normal import rows

pytestmark = pytest.mark.unit
ONE = np.array([1.0])


def test_margins_far_from_their_targets_decide() -> None:
    found = feasibility(rows([5], [-5], [0.2], [-0.2]), np.full((4, 1), 2.0), np.full(4, 10), ONE, 0.01)
    assert found.tolist() == [YES, NO, UNDECIDED, UNDECIDED]


def test_within_the_tolerance_the_mean_decides_as_soon_as_the_bound_is_nearer_than_that() -> None:
    found = feasibility(rows([0.1], [-0.1]), np.ones((2, 1)), np.full(2, 80), ONE, 0.01)
    assert found.tolist() == [YES, NO]


def test_one_missed_target_is_enough_and_one_met_is_not() -> None:
    margins, sds = rows([5, -5], [5, 0], [5, 5], [0, -5]), np.ones((4, 2))
    assert feasibility(margins, sds, np.full(4, 10), rows([1, 1])[0], 0.01).tolist() == [NO, UNDECIDED, YES, NO]


def test_before_the_first_look_nothing_is_decided() -> None:
    assert feasibility(rows([9], [-9]), np.zeros((2, 1)), np.full(2, 9), ONE, 0.5).tolist() == [UNDECIDED] * 2


def test_without_targets_all_are_feasible() -> None:
    assert feasibility(np.empty((2, 0)), np.empty((2, 0)), np.array([5, 10]), np.empty(0), 0.05).tolist() == [YES, YES]


def test_the_chance_of_meeting_is_that_of_student() -> None:
    chance = chance_of_meeting(rows([0.5], [0], [-0.5]), np.full((3, 1), 2.0), np.full(3, 16))
    assert chance.tolist() == pytest.approx([t.cdf(1, 15), 0.5, t.sf(1, 15)])


def test_two_targets_are_joined_without_independence() -> None:
    both = chance_of_meeting(rows([0.5, 0.5], [0, 0]), np.full((2, 2), 2.0), np.full(2, 16))
    assert both.tolist() == pytest.approx([1 - 2 * t.sf(1, 15), 0])


def test_what_never_varies_is_certain() -> None:
    chance = chance_of_meeting(rows([0.5], [0], [-0.5]), np.zeros((3, 1)), np.full(3, 5))
    assert chance.tolist() == [1, 1, 0]
    assert chance_of_meeting(np.empty((1, 0)), np.empty((1, 0)), np.array([5])).tolist() == [1]
