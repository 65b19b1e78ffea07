"""Elementary effects: walks as they should be, known answers, and the same as SALib."""

import numpy as np
import pytest
from SALib.analyze import morris as salib_morris

from sim.experiments.indices.points import morris_points
from sim.experiments.statistics.morris import INDICES, elementary_effects, morris

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("levels", "step"), [(2, 1.0), (4, 2 / 3), (5, 0.5), (6, 0.6)])
def test_a_walk_moves_each_axis_once_by_half_of_the_levels(levels: int, step: float) -> None:
    walks = morris_points(3, 40, levels, seed=7).reshape(40, 4, 3)
    moves = np.diff(walks, axis=1)
    assert np.allclose(np.abs(moves).sum(axis=2), step)
    assert np.allclose(np.abs(moves).sum(axis=1), step)
    assert set(np.unique(np.round(walks * (levels - 1), 9))) == set(range(levels))


def test_the_seed_decides_the_walks() -> None:
    assert np.array_equal(morris_points(3, 4, 4, 7), morris_points(3, 4, 4, 7))
    assert not np.array_equal(morris_points(3, 4, 4, 7), morris_points(3, 4, 4, 8))


def test_of_a_plane_every_effect_is_its_slope() -> None:
    at = morris_points(3, 10, 4, seed=1)
    found = morris(elementary_effects(at, at @ [2.0, -3.0, 0.0] + 5))
    for name, expected in {"mu_star": [2, 3, 0], "mu": [2, -3, 0], "sigma": [0, 0, 0]}.items():
        assert np.allclose(found[name].value, expected)
        assert np.allclose(found[name].low, expected)
        assert np.allclose(found[name].high, expected)


def test_what_bends_or_works_together_has_a_sigma() -> None:
    at = morris_points(3, 200, 4, seed=1)
    found = morris(elementary_effects(at, at[:, 0] * at[:, 1] + at[:, 2]))
    sigma = found["sigma"]
    assert np.allclose(sigma.value[:2], [np.sqrt(5) / 6, np.sqrt(5) / 6], atol=0.08)
    assert (sigma.low[:2] < sigma.value[:2]).all()
    assert (sigma.value[:2] < sigma.high[:2]).all()
    assert sigma.value[2] == pytest.approx(0, abs=1e-12)


def test_salib_finds_the_same() -> None:
    at = morris_points(4, 30, 4, seed=3)
    values = np.sin(5 * at[:, 0]) + at[:, 1] * at[:, 2] ** 2
    problem = {"num_vars": 4, "names": list("abcd"), "bounds": [[0, 1]] * 4}
    theirs = salib_morris.analyze(problem, at, values, num_levels=4)
    ours = morris(elementary_effects(at, values))
    for name in INDICES:
        assert np.allclose(ours[name].value, np.asarray(theirs[name], dtype=float))


def test_the_interval_of_the_mean_is_about_that_of_the_textbook() -> None:
    effects = np.random.default_rng(1).normal(10, 2, (50, 1))
    found = morris(effects)["mu"]
    half = 1.96 * effects.std() / np.sqrt(50)
    assert (found.high - found.low) / 2 == pytest.approx(half, rel=0.1)


def test_a_walk_with_a_hole_is_left_out_and_one_alone_has_no_interval() -> None:
    effects = np.array([[1.0, 2.0], [np.nan, 5.0]])
    found = morris(effects)
    assert found["mu_star"].value.tolist() == [1, 2]
    assert np.isnan([*found["mu_star"].low, *found["sigma"].value]).all()
    assert np.isnan(morris(effects[1:])["mu_star"].value).all()


@pytest.mark.parametrize(("walks", "known"), [(2, False), (9, False), (10, True)])
def test_few_walks_have_indices_and_no_intervals(walks: int, known: bool) -> None:
    effects = np.random.default_rng(1).normal(10, 2, (walks, 2))
    for found in morris(effects).values():
        assert np.isfinite(found.value).all()
        assert (np.isfinite([*found.low, *found.high]) == known).all()
