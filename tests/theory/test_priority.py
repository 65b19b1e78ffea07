"""Cobham's waits against hand calculation and Kleinrock's conservation law."""

import pytest

from tests.theory.erlang import mmc_mean_wait
from tests.theory.pollaczek import mg1_mean_wait
from tests.theory.priority import mg1_class_waits, mmc_class_waits

pytestmark = pytest.mark.unit


def test_two_classes_by_hand() -> None:
    """Loads 0.5 and 0.3 of unit exponential stays: residual work 0.8."""
    assert mg1_class_waits([0.5, 0.3], [1, 1], [1, 1]) == pytest.approx([0.8 / 0.5, 0.8 / (0.5 * 0.2)])


def test_one_class_is_the_plain_queue() -> None:
    assert mmc_class_waits([3.2], 1.0, 4) == pytest.approx([mmc_mean_wait(3.2, 1.0, 4)])
    assert mg1_class_waits([0.7], [1.0], [0.25]) == pytest.approx([mg1_mean_wait(0.7, 1.0, 0.25)])


def test_priority_only_moves_waits_between_classes() -> None:
    """Kleinrock 1965: the load-weighted mean wait is that of first come, first served."""
    rates = [0.8, 1.4, 1.0]
    waits = mmc_class_waits(rates, 1.0, 4)
    mean = sum(rate * wait for rate, wait in zip(rates, waits, strict=True)) / sum(rates)
    assert mean == pytest.approx(mmc_mean_wait(sum(rates), 1.0, 4))


def test_beds_or_one_fast_bed_agree_for_one_server() -> None:
    assert mmc_class_waits([0.2, 0.5], 1.0, 1) == pytest.approx(mg1_class_waits([0.2, 0.5], [1, 1], [1, 1]))
