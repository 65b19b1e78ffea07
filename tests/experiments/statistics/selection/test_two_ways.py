"""Where one system is clearly the best, different procedures choose the same one."""

import numpy as np
import pytest

from sim.experiments.statistics.selection.cheapest import Aim
from sim.experiments.statistics.selection.kn import kn
from tests.experiments.statistics.selection.normal import race, systems

pytestmark = pytest.mark.back


@pytest.mark.parametrize("seed", range(5))
def test_repeated_bounds_and_kim_and_nelson_agree(seed: int) -> None:
    means = np.array([[4.0], [0.0], [2.0], [6.0]])
    drawn = systems(np.random.default_rng(seed), means, 2.0, 0.5)
    found, _ = race(drawn, Aim(4, np.empty(0), 1.0), 0.95)
    assert (found.best,) == kn(list(drawn[:, :, 0]), 10, 1.0, 0.95).left == (1,)
