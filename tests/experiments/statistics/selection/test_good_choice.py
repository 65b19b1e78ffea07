"""The promise of the search, on slippage configurations: all as close as the tolerances and the worth allow."""

from collections.abc import Callable

import numpy as np
import pytest

from sim.experiments.statistics.selection.cheapest import Aim, Standing
from tests.experiments.statistics.selection.normal import Floats, fewest_right, race, rows, systems

pytestmark = pytest.mark.statistical

TRIES = 1_000
CHANCE = 0.80
"""Low, so that a promise that is broken shows."""
AIM = Aim(5, np.array([1.0, 1.0]), 1.0)
BEST = (0, 1, 1)
"""Cost and margins of a system that just meets both targets by their tolerance."""
JUST_DEARER = (1, 1, 1)
JUST_MISSES = (-1, -1, 1)


def right(means: Floats, common: float, is_right: Callable[[Standing], bool], seed: int, skipped: int = 0) -> int:
    rng = np.random.default_rng(seed)
    return sum(
        is_right(race(systems(rng, means, 2.0, common)[:, :2_000], AIM, CHANCE, skipped=skipped)[0])
        for _ in range(TRIES)
    )


@pytest.mark.parametrize("common", [0.0, 0.7])
def test_the_best_is_chosen_as_often_as_promised(common: float) -> None:
    means = rows(BEST, JUST_DEARER, JUST_DEARER, JUST_MISSES, (-1, 1, -1))
    assert right(means, common, lambda found: found.best == 0, seed=1) >= fewest_right(TRIES, CHANCE)


def test_a_good_one_is_chosen_when_many_are_within_what_matters() -> None:
    """A chain of systems each dearer by a little less than matters: only the first three are good."""
    means = rows((0, 1, 1), (0.5, 1, 1), (0.9, 1, 1), (1.8, 1, 1), (2.7, 1, 1))
    good = right(means, 0.5, lambda found: found.best in {0, 1, 2}, seed=2)
    assert good >= fewest_right(TRIES, CHANCE)


def test_none_is_chosen_as_often_as_promised_when_all_miss() -> None:
    means = rows(*[(cost, -1, 1) for cost in range(5)])
    assert right(means, 0.5, lambda found: found.best is None, seed=3) >= fewest_right(TRIES, CHANCE)


def test_between_the_zones_any_answer_ends_it() -> None:
    """On the target itself there is no wrong answer, but the system that clearly meets them is good."""
    means = rows((0, 0, 0), (0, 0, 0), (0.5, 3, 3), (3, 3, 3), (3, 3, 3))
    good = right(means, 0.5, lambda found: found.best in {0, 1, 2}, seed=4)
    assert good >= fewest_right(TRIES, CHANCE)


def test_the_first_replications_may_choose_the_systems() -> None:
    """Of twenty systems the five that look best over their first replications race, over later ones."""
    rng, aim = np.random.default_rng(5), Aim(5, np.array([1.0]), 1.0)
    means = rows(*[(0, -1)] * 20)
    wrong = 0
    for _ in range(TRIES):
        drawn = systems(rng, means, 2.0, 0.3)[:, :2_000]
        flattered = np.argsort(-drawn[:, :5, 1].mean(axis=1))[:5]
        wrong += race(drawn[flattered], aim, CHANCE, skipped=5)[0].best is not None
    assert TRIES - wrong >= fewest_right(TRIES, CHANCE)
