"""How many replications with luck of their own give an interval as narrow as that of pairs."""

import pytest
from scipy.stats import t

from sim.experiments.statistics.own_luck import replications_with_own_luck

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("n", "expected"), [(3, 20), (5, 76), (10, 227), (20, 528)])
def test_where_pairing_takes_29_of_30_parts_of_the_variance(n: int, expected: int) -> None:
    assert replications_with_own_luck((15.0, 15.0), 1.0, n, 0.95) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("confidence", [0.95, 0.99])
def test_it_is_the_first_number_that_is_narrow_enough(confidence: float) -> None:
    def half(m: float) -> float:
        freedom = 25 / 17 * (m - 1)
        return float(t.ppf((1 + confidence) / 2, freedom)) * (5 / m) ** 0.5

    wanted = float(t.ppf((1 + confidence) / 2, 4)) * (0.5 / 5) ** 0.5
    found = replications_with_own_luck((1.0, 4.0), 0.5, 5, confidence)
    assert half(found) <= wanted < half(found - 1)


def test_pairs_that_go_against_each_other_cost_replications() -> None:
    assert 2 <= replications_with_own_luck((1.0, 1.0), 4.0, 40, 0.95) < 40
