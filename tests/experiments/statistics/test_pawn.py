"""PAWN: distances as SALib finds them, groups that hold together, and what chance alone makes."""

import numpy as np
import pytest
from SALib.analyze import pawn as salib_pawn
from scipy.stats import ks_2samp

from sim.experiments.statistics.pawn import groups_of, pawn

pytestmark = pytest.mark.unit


def test_salib_finds_nearly_the_same() -> None:
    at = np.random.default_rng(1).random((1000, 3))
    values = at[:, 0] ** 2 + 0.3 * at[:, 1]
    problem = {"num_vars": 3, "names": list("abc"), "bounds": [[0, 1]] * 3}
    theirs = salib_pawn.analyze(problem, at, values, S=10)
    for axis in range(3):
        ours = pawn(at[:, axis], values)
        # SALib drops the last point of the last group.
        assert ours["pawn_median"].value == pytest.approx(theirs["median"][axis], abs=0.005)
        assert ours["pawn_max"].value == pytest.approx(theirs["maximum"][axis], abs=0.005)


def test_named_levels_are_groups_and_ties_are_one_step() -> None:
    levels = np.repeat([0.0, 1.0, 2.0], 20)
    values = np.round(np.random.default_rng(2).random(60) + levels, 1)
    distances = [ks_2samp(values[levels == each], values).statistic for each in (0, 1, 2)]
    found = pawn(levels, values)
    assert found["pawn_median"].value == pytest.approx(np.median(distances))
    assert found["pawn_max"].value == pytest.approx(max(distances))


def test_groups_are_alike_in_size_and_never_too_small() -> None:
    at = np.random.default_rng(3).random(64)
    assert np.bincount(groups_of(at)).tolist() == pytest.approx([64 / 6] * 6, abs=1)
    assert np.bincount(groups_of(at[:40])).tolist() == [10] * 4
    assert groups_of(np.array([1.0, 2.0, 1.0])).tolist() == [0, 1, 0]


def test_an_axis_without_effect_is_within_chance_and_one_with_effect_is_not() -> None:
    at = np.random.default_rng(4).random((200, 2))
    found = [pawn(at[:, axis], np.exp(3 * at[:, 0]))["pawn_median"] for axis in (0, 1)]
    assert found[0].low > found[0].chance
    assert found[1].value < found[1].chance * 1.1
    assert 0 <= found[1].low <= found[1].value <= found[1].high


def test_too_little_to_go_by_is_nothing() -> None:
    assert np.isnan(pawn(np.arange(6.0), np.arange(6.0))["pawn_median"].value)
    assert np.isnan(pawn(np.ones(40), np.arange(40.0))["pawn_max"].chance)
