"""Shares of a budget, by hand."""

import numpy as np
import pytest

from sim.experiments.statistics.selection.ocba import ocba_shares, paired_shares

pytestmark = pytest.mark.unit


def test_shares_are_those_of_the_book() -> None:
    """Chen and Lee: N2 / N3 = (σ2/δ2)² / (σ3/δ3)² = 4, and the best has √(4² + 1²) of the last one's."""
    shares = ocba_shares(np.array([1.0, 2.0, 3.0]), np.array([1.0, 1.0, 1.0]))
    assert shares.sum() == pytest.approx(1)
    assert (shares / shares[2]).tolist() == pytest.approx([np.sqrt(17), 4, 1])


def test_noise_earns_a_share() -> None:
    """σ 1, 2, 3 at distances 1 and 3: ratios 4 and 1; the best √((4/2)² + (1/3)²)."""
    shares = ocba_shares(np.array([0.0, 1.0, 3.0]), np.array([1.0, 2.0, 3.0]))
    assert (shares / shares[2]).tolist() == pytest.approx([np.sqrt(4 + 1 / 9), 4, 1])


def test_with_luck_in_common_the_leader_needs_no_more_than_the_one_nearest_in_cost() -> None:
    signal, all_by_cost = np.array([10.0, 0.5, 1.0]), np.array([False, True, True])
    shares = paired_shares(0, signal, all_by_cost)
    assert shares.sum() == pytest.approx(1)
    assert (shares / shares[2]).tolist() == pytest.approx([4, 4, 1])


def test_a_system_that_misses_a_target_does_not_burden_the_leader() -> None:
    shares = paired_shares(0, np.array([10.0, 0.5, 1.0]), np.array([False, False, True]))
    assert (shares / shares[2]).tolist() == pytest.approx([1, 4, 1])


def test_a_leader_near_a_target_earns_a_share_of_its_own() -> None:
    shares = paired_shares(0, np.array([0.25, 1.0]), np.array([False, True]))
    assert (shares / shares[1]).tolist() == pytest.approx([16, 1])
