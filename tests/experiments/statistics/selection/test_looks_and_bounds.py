"""Bounds that are looked at again and again hold as they promise."""

import numpy as np
import pytest
from scipy.stats import t

from sim.experiments.statistics.selection.bounds import distance, multiple
from sim.experiments.statistics.selection.looks import LOOKS, error_at, looks_within, next_look


@pytest.mark.unit
def test_looks_grow_by_half() -> None:
    assert LOOKS[:6].tolist() == [10, 15, 23, 35, 53, 80]
    assert looks_within([0, 9, 10, 14, 15, 80, 81]).tolist() == [-1, -1, 0, 0, 1, 5, 5]
    assert [next_look(n) for n in (0, 9, 10, 14, 15)] == [10, 10, 15, 15, 23]


@pytest.mark.unit
def test_all_looks_together_spend_the_error() -> None:
    spent = error_at(np.arange(-1, 10**5), 0.05)
    assert spent[:3].tolist() == [0, 0.025, 0.05 / 6]
    assert spent.sum() == pytest.approx(0.05, rel=1e-4)
    assert spent.sum() < 0.05


@pytest.mark.unit
def test_a_bound_is_that_of_student() -> None:
    assert distance(3.0, 10, 0.1) == pytest.approx(t.isf(0.05, 9) * 3 / np.sqrt(10))
    assert distance(3.0, 15, 0.1) == pytest.approx(t.isf(0.1 / 6, 14) * 3 / np.sqrt(15))
    assert distance([2.0, 0.0], 9, 0.1).tolist() == [np.inf, np.inf]
    assert distance([0.0, 0.0], [10, 23], 0.1).tolist() == [0, 0]
    assert multiple(10, 0.1) == pytest.approx(t.isf(0.05, 9))


@pytest.mark.statistical
def test_however_often_one_looks_a_bound_fails_no_more_often_than_it_may() -> None:
    """Four thousand series with ten looks each; the share that fails at any look stays below the error."""
    rng, tries, error = np.random.default_rng(1), 4_000, 0.10
    series = rng.standard_normal((tries, LOOKS[9]))
    failed = np.full(tries, False)
    for n in LOOKS[:10]:
        seen = series[:, :n]
        failed |= seen.mean(axis=1) - distance(seen.std(axis=1, ddof=1), n, error) > 0
    slack = 4 * np.sqrt(error * (1 - error) / tries)
    assert 0.5 * error < failed.mean() < error + slack
