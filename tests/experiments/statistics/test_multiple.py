"""Bonferroni and Holm, on fixed data with answers worked out by hand."""

from math import isnan, nan

import numpy as np
import pytest

from sim.experiments.statistics.multiple import each_confidence, holm, two_sided_chance

pytestmark = pytest.mark.unit


def test_bonferroni_shares_the_error_out() -> None:
    assert each_confidence(0.95, 5) == pytest.approx(0.99)
    assert each_confidence(0.95, 1) == 0.95
    assert each_confidence(0.95, 0) == 0.95


@pytest.mark.parametrize(
    ("chances", "clear"),
    [
        # Against 0.05 / 4 = 0.0125, 0.0167, 0.025, 0.05: 0.01 and 0.015 pass, 0.03 fails, and so does all after it.
        ([0.01, 0.04, 0.03, 0.015], [True, False, False, True]),
        # Bonferroni alone would call the first clear only.
        ([0.0125, 0.0166, 0.0249, 0.0499], [True, True, True, True]),
        ([0.013, 0.001, 0.9, 0.9], [True, True, False, False]),
        ([0.02, 0.02, 0.02], [False, False, False]),
        ([0.049], [True]),
        ([0.051], [False]),
        ([], []),
        ([nan, 0.02], [False, True]),  # one that cannot be told counts in the family, and 0.02 is below 0.025
        ([nan, 0.03], [False, False]),
    ],
)
def test_holm(chances: list[float], clear: list[bool]) -> None:
    assert holm(chances, 0.95) == clear


def test_chance_of_a_paired_difference() -> None:
    # 1, 2, 3, 4, 5: mean 3, standard error sqrt(2.5 / 5), t = 4.2426 with 4 degrees of freedom; p = 0.0132 (tables).
    assert two_sided_chance(np.array([1.0, 2, 3, nan, 4, 5])) == pytest.approx(0.01324, abs=2e-5)


def test_chance_where_nothing_varies() -> None:
    assert two_sided_chance(np.array([2.0, 2.0, 2.0])) == 0
    assert isnan(two_sided_chance(np.array([2.0, 2.0])))
    assert two_sided_chance(np.array([0.0, 0.0])) == 1
    assert isnan(two_sided_chance(np.array([2.0])))
