"""What a forecast says a choice still takes is what it takes."""

import numpy as np
import pytest

from sim.experiments.statistics.selection.allocation import contest
from sim.experiments.statistics.selection.cheapest import Aim
from sim.experiments.statistics.selection.forecast import Forecast, forecast
from tests.experiments.statistics.selection.normal import rows, systems

AIM = Aim(5, np.array([1.0, 1.0]), 1.0)
MEANS = rows((0, 1.5, 2), (1.5, 1.5, 3), (0.6, 2, 2), (-1, -1.2, 1), (-1, 1, -2))
BEGUN = 15


@pytest.mark.unit
def test_nothing_is_left_of_a_choice_that_is_made() -> None:
    samples = [np.full((10, 2), (cost, 5.0)) for cost in (1.0, 4.0)]
    assert forecast(samples, Aim(2, np.array([1.0]), 1.0), 0.95) == Forecast(0, 0)


@pytest.mark.unit
def test_the_same_samples_give_the_same_forecast() -> None:
    samples = list(systems(np.random.default_rng(1), MEANS, 3.0, 0.5)[:, :BEGUN])
    first = forecast(samples, AIM, 0.95)
    assert first == forecast(samples, AIM, 0.95)
    assert 0 < first.likely < first.nearly_always
    assert first.in_sight


@pytest.mark.unit
def test_a_tie_that_was_seen_for_long_is_out_of_sight() -> None:
    luck = np.random.default_rng(2).standard_normal((4_000, 2))
    samples = [np.concatenate([luck, -luck]), np.concatenate([-luck, luck])]
    found = forecast(samples, Aim(2, np.array([1e-6]), 1e-6), 0.95)
    assert not found.in_sight


@pytest.mark.statistical
def test_as_many_are_enough_as_often_as_said() -> None:
    """Of thirty courses about half end within what is likely, and nearly all within what nearly always is enough."""
    likely = nearly_always = 0
    for seed in range(30):
        drawn = systems(np.random.default_rng(seed), MEANS, 3.0, 0.5)
        said = forecast(list(drawn[:, :BEGUN]), AIM, 0.95)
        took = replications(drawn) - BEGUN * len(drawn)
        likely += took <= said.likely
        nearly_always += took <= said.nearly_always
    assert 9 <= likely <= 23
    assert nearly_always >= 23


def replications(drawn: np.ndarray) -> int:
    n = [BEGUN] * len(drawn)
    while (open_ := contest([each[:k] for each, k in zip(drawn, n, strict=True)], AIM, 0.95)) is not None:
        for system, wanted in open_.wanted(max(20, sum(n) // 10)).items():
            n[system] = wanted
    return sum(n)
