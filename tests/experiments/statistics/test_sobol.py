"""Shares of the variance: functions with known answers, and the same as SALib and scipy."""

import numpy as np
import pytest
from SALib.analyze import sobol as salib_sobol
from scipy.stats import sobol_indices

from sim.experiments.indices.points import saltelli_points
from sim.experiments.statistics.resampling import Floats
from sim.experiments.statistics.sobol import sobol

pytestmark = pytest.mark.unit
N = 4096


def ishigami(at: Floats) -> Floats:
    x = (2 * at - 1) * np.pi
    return np.asarray(np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0]))


def ishigami_indices() -> tuple[list[float], list[float]]:
    a, b = 7, 0.1
    alone = [0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8, 0.0]
    together = b**2 * np.pi**8 * 8 / 225
    total = sum(alone) + together
    return [each / total for each in alone], [(alone[0] + together) / total, alone[1] / total, together / total]


def g_function(at: Floats, a: Floats) -> Floats:
    return np.asarray(np.prod((np.abs(4 * at - 2) + a) / (1 + a), axis=1))


def g_indices(a: Floats) -> tuple[Floats, Floats]:
    alone = 1 / (3 * (1 + a) ** 2)
    total = np.prod(1 + alone) - 1
    return alone / total, alone * np.prod(1 + alone) / (1 + alone) / total


def test_rows_are_a_then_a_with_one_axis_from_b_then_b() -> None:
    at = saltelli_points(3, 8, seed=5).reshape(8, 5, 3)
    a, b = at[:, 0], at[:, -1]
    assert not np.isclose(a, b).any()
    for axis in range(3):
        others = [each for each in range(3) if each != axis]
        assert np.array_equal(at[:, axis + 1, axis], b[:, axis])
        assert np.array_equal(at[:, axis + 1][:, others], a[:, others])
    assert 0 <= at.min() < at.max() < 1


def test_ishigami() -> None:
    found = sobol(ishigami(saltelli_points(3, N, seed=1)).reshape(N, 5))
    first, total = ishigami_indices()
    assert found["S1"].value == pytest.approx(first, abs=0.02)
    assert found["ST"].value == pytest.approx(total, abs=0.02)
    for name, truth in (("S1", first), ("ST", total)):
        assert (found[name].low - 0.01 <= truth).all()
        assert (truth <= found[name].high + 0.01).all()


def test_g_function() -> None:
    a = np.array([0.0, 1.0, 4.5, 9.0])
    found = sobol(g_function(saltelli_points(4, N, seed=1), a).reshape(N, 6))
    first, total = g_indices(a)
    assert found["S1"].value == pytest.approx(first, abs=0.02)
    assert found["ST"].value == pytest.approx(total, abs=0.02)


def test_scipy_and_salib_find_the_same_from_the_same_values() -> None:
    values = ishigami(saltelli_points(3, 256, seed=2)).reshape(256, 5)
    ours = sobol(values)
    theirs = sobol_indices(
        func={"f_A": values[:, 0][None], "f_B": values[:, -1][None], "f_AB": values[:, 1:-1].T[:, None, :]}, n=256
    )
    assert ours["S1"].value == pytest.approx(theirs.first_order.ravel())
    assert ours["ST"].value == pytest.approx(theirs.total_order.ravel())
    problem = {"num_vars": 3, "names": list("abc"), "bounds": [[0, 1]] * 3}
    salib = salib_sobol.analyze(problem, values.ravel(), calc_second_order=False, seed=1)
    # SALib centres on the mean of all values and not of A and B alone, which moves the first order a little.
    assert ours["S1"].value == pytest.approx(salib["S1"], abs=0.01)
    assert ours["ST"].value == pytest.approx(salib["ST"])
    assert ours["ST"].high - ours["ST"].value == pytest.approx(salib["ST_conf"], rel=0.25)


def test_rows_with_holes_are_left_out_and_nothing_is_said_of_what_does_not_vary() -> None:
    values = ishigami(saltelli_points(3, 64, seed=2)).reshape(64, 5)
    holed = np.vstack([values, np.full(5, np.nan)])
    assert np.array_equal(sobol(holed)["ST"].value, sobol(values)["ST"].value)
    assert np.isnan(sobol(np.ones((8, 5)))["S1"].value).all()
    assert np.isnan(sobol(values[:1])["ST"].high).all()


@pytest.mark.parametrize(("rows", "known"), [(2, False), (8, False), (16, True)])
def test_few_rows_have_indices_and_no_intervals(rows: int, known: bool) -> None:
    for found in sobol(ishigami(saltelli_points(3, rows, seed=2)).reshape(rows, 5)).values():
        assert np.isfinite(found.value).all()
        assert (np.isfinite([*found.low, *found.high]) == known).all()
