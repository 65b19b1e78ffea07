"""Rinott's constant and what follows from it."""

import numpy as np
import pytest
from scipy.special import ndtri

from sim.experiments.statistics.selection.rinott import rinott_counts, rinott_h
from tests.experiments.statistics.selection.normal import fewest_right


@pytest.mark.unit
@pytest.mark.parametrize(
    ("chance", "first", "systems", "h"),
    [
        (0.90, 5, 2, 2.291), (0.90, 20, 10, 3.437), (0.95, 5, 10, 5.797), (0.95, 10, 2, 2.614), (0.95, 10, 8, 4.106),
        (0.95, 20, 10, 3.875), (0.95, 50, 2, 2.373), (0.975, 10, 8, 4.635),
    ],
)  # fmt: skip
def test_the_constant_is_the_published_one(chance: float, first: int, systems: int, h: float) -> None:
    """Banks, Carson, Nelson and Nicol, Discrete-Event System Simulation, 5th edition, table A.12."""
    assert rinott_h(systems, first, chance) == pytest.approx(h, abs=0.002)


@pytest.mark.unit
def test_with_known_variances_it_is_a_quantile_of_the_normal() -> None:
    assert rinott_h(5, 200_000, 0.95) == pytest.approx(np.sqrt(2) * ndtri(0.95 ** (1 / 4)), abs=0.0005)


@pytest.mark.unit
def test_more_variance_takes_more_replications() -> None:
    h = rinott_h(3, 10, 0.95)
    assert rinott_counts(np.array([0.01, 4.0, 9.0]), 10, 0.5, 0.95).tolist() == [
        10, int(np.ceil(h**2 * 16)), int(np.ceil(h**2 * 36)),
    ]  # fmt: skip
    assert rinott_counts(np.array([4.0]), 10, 0.5, 0.95).tolist() == [10]


@pytest.mark.statistical
def test_the_best_is_chosen_as_often_as_promised() -> None:
    """Slippage: five systems, one better by just what matters; two thousand times."""
    rng, tries, chance, worth, first = np.random.default_rng(2), 2_000, 0.90, 1.0, 10
    means, sds = np.array([0, 1, 1, 1, 1.0]), np.array([2, 1, 2, 3, 2.0])
    begun = means + sds * rng.standard_normal((tries, first, 5))
    right = 0
    for each in begun:
        n = rinott_counts(each.var(axis=0, ddof=1), first, worth, chance)
        more = n - first
        rest = means * more + sds * np.sqrt(more) * rng.standard_normal(5)
        right += int(np.argmin((each.sum(axis=0) + rest) / n) == 0)
    assert fewest_right(tries, chance) <= right < 0.97 * tries
