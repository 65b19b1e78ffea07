"""The procedure of Kim and Nelson."""

import numpy as np
import pytest

from sim.experiments.statistics.selection.kn import Standing, kn, kn_h2
from tests.experiments.statistics.selection.normal import MOST, fewest_right, systems


@pytest.mark.unit
def test_the_constant_by_hand() -> None:
    """Two systems and 95 %: η = ((2 x 0.05)^(-2/9) - 1) / 2 = 0.334055, h² = 18 η."""
    assert kn_h2(2, 10, 0.95) == pytest.approx(18 * (0.1 ** (-2 / 9) - 1) / 2)
    assert kn_h2(2, 10, 0.95) == pytest.approx(6.013, abs=0.001)
    assert kn_h2(5, 20, 0.95) == pytest.approx(19 * (0.025 ** (-2 / 19) - 1))


@pytest.mark.unit
def test_a_difference_that_never_varies_is_seen_at_once() -> None:
    luck = np.random.default_rng(1).standard_normal(10)
    assert kn([luck, luck + 0.1, luck + 5], 10, worth=1.0, chance=0.95) == Standing((0,), 10)


@pytest.mark.unit
def test_it_waits_until_the_sums_leave_the_triangle() -> None:
    """Differences of ±1 around -1: S² = 10/9, so the bound at r is (h² 10/9 - r) / (2 r), which -1 leaves at r = 7."""
    luck = np.tile([1.0, -1.0], 20)
    a, b = luck / 2 - 1, -luck / 2
    limit = kn_h2(2, 4, 0.95) * np.var((a - b)[:4], ddof=1)
    done = next(n for n in range(4, 40) if (b - a)[:n].mean() > max(0.0, (limit - n) / (2 * n)))
    assert done > 5
    assert kn([a[: done - 1], b[: done - 1]], 4, 1.0, 0.95) == Standing((0, 1), done - 1)
    assert kn([a, b], 4, 1.0, 0.95) == Standing((0,), done)


@pytest.mark.unit
def test_one_system_is_the_best() -> None:
    assert kn([np.zeros(10)], 10, 1.0, 0.95) == Standing((0,), 10)


@pytest.mark.unit
def test_ties_end() -> None:
    luck = np.random.default_rng(3).standard_normal((2, 400))
    same = [np.concatenate([each, -each]) for each in luck]
    assert len(kn(same, 10, 1.0, 0.95).left) == 1


@pytest.mark.statistical
@pytest.mark.parametrize("common", [0.0, 0.6])
def test_the_best_is_chosen_as_often_as_promised(common: float) -> None:
    """Slippage: five systems, one better by just what matters, with luck of their own and in common."""
    rng, tries, chance = np.random.default_rng(4), 1_000, 0.90
    means = np.array([[0.0], [1.0], [1.0], [1.0], [1.0]])
    found = []
    for _ in range(tries):
        drawn = systems(rng, means, 2.0, common)[:, : MOST // 10, 0]
        found.append(kn(list(drawn), 10, 1.0, chance))
    assert all(len(each.left) == 1 for each in found)
    assert sum(each.left == (0,) for each in found) >= fewest_right(tries, chance)
