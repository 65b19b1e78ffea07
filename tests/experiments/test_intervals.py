"""Intervals and verdicts, against answers worked out by hand."""

from math import isnan, nan, sqrt

import pytest

from sim.experiments.intervals import Interval, Paired, paired_interval, t_interval, verdict

pytestmark = pytest.mark.unit

T_975_4_DF = 2.776445105
"""Upper 2.5 % point of Student's t with 4 degrees of freedom, from a printed table."""

FIRST = (126.97, 124.31, 126.68, 122.66, 127.23)
SECOND = (118.21, 120.22, 122.68, 119.40, 118.54)
"""Cost of two inventory policies in five replications (Law, 5th edition, 10.2)."""


def test_interval_of_five_values() -> None:
    found = t_interval([1, 2, 3, 4, 5])
    half = T_975_4_DF * sqrt(2.5) / sqrt(5)
    assert (found.mean, found.n) == (3, 5)
    assert (found.low, found.high) == pytest.approx((3 - half, 3 + half), abs=1e-8)


def test_what_was_never_seen_is_left_out_and_not_counted() -> None:
    assert t_interval([1, nan, 2, 3, 4, 5]) == t_interval([1, 2, 3, 4, 5])


def test_one_value_has_no_interval() -> None:
    found = t_interval([7.5, nan])
    assert (found.mean, found.n) == (7.5, 1)
    assert isnan(found.low)
    assert isnan(found.high)


def test_no_value_has_no_mean() -> None:
    found = t_interval([nan, nan])
    assert found.n == 0
    assert isnan(found.mean)


def test_paired_difference_of_two_inventory_policies() -> None:
    found = paired_interval(SECOND, FIRST)
    half = T_975_4_DF * sqrt(29.7214 / 4 / 5)  # squares of 3.00, 1.67, 1.76, 2.50 and 2.93
    assert found.difference.n == 5
    assert found.difference.mean == pytest.approx(5.76)
    assert found.difference.high - found.difference.mean == pytest.approx(half, abs=1e-6)
    assert not found.identical


def test_a_pair_needs_both_values() -> None:
    found = paired_interval([1, nan, 3, 4], [2, 5, nan, 6])
    assert (found.difference.mean, found.difference.n) == (1.5, 2)


@pytest.mark.parametrize(("other", "expected"), [([3, 5, 7], 1), ([7, 5, 3], -1), ([1, 3, 1], 0)])
def test_correlation(other: list[float], expected: float) -> None:
    assert paired_interval([1, 2, 3], other).correlation == pytest.approx(expected)


def test_no_correlation_with_what_does_not_vary() -> None:
    assert isnan(paired_interval([1, 2, 3], [4, 4, 4]).correlation)


def test_a_wider_confidence_makes_a_wider_interval() -> None:
    # Upper 0.5 % point of Student's t with 4 degrees of freedom, from a printed table.
    found = t_interval([1, 2, 3, 4, 5], 0.99)
    assert found.high - 3 == pytest.approx(4.604094871 * sqrt(2.5) / sqrt(5), abs=1e-8)
    change = paired_interval([0, 0, 0, 0, 0], [1, 2, 3, 4, 5], 0.99).difference
    assert (change.low, change.high) == (found.low, found.high)


def test_what_common_luck_is_worth() -> None:
    # Variances 1 and 4, of the differences 1, 2, 3: 1. Half-widths: 4.303 sqrt(1 / 3) = 2.48 for the three pairs; for
    # five of each 2.46 sqrt(5 / 5), with 5.9 degrees of freedom, and for four 2.68 sqrt(5 / 4) = 3.0, with 4.4.
    assert paired_interval([1, 2, 3], [2, 4, 6]).independent_n == 5
    assert isnan(paired_interval([1, 2, 3], [2, 3, 4]).independent_n)


@pytest.mark.parametrize(
    ("low", "high", "better", "expected"),
    [
        (1, 3, "higher", "better"),
        (2, 3, "higher", "better, by enough"),
        (-3, -2.5, "higher", "worse, by enough"),
        (2, 4, "", "changed, by enough"),
        (-1, 3, "higher", "too close to call"),
        (-1, 1.5, "higher", "too small to matter"),
        (0.5, 1.5, "higher", "too small to matter"),
        (-2, 1, "higher", "too close to call"),
    ],
)
def test_verdict_given_what_matters(low: float, high: float, better: str, expected: str) -> None:
    assert verdict(Paired(Interval((low + high) / 2, low, high, 9), 0.5, identical=False), better, 2.0) == expected


@pytest.mark.parametrize(("clear", "expected"), [(True, "better"), (False, "too close to call")])
def test_another_test_may_decide(clear: bool, expected: str) -> None:
    paired = Paired(Interval(1, -0.1, 2.1, 9), 0.5, identical=False)
    assert verdict(paired, "higher", clear=clear) == expected


@pytest.mark.parametrize(
    ("low", "high", "better", "expected"),
    [
        (1, 3, "higher", "better"),
        (1, 3, "lower", "worse"),
        (-3, -1, "lower", "better"),
        (-3, -1, "higher", "worse"),
        (-3, -1, "", "changed"),
        (-1, 3, "higher", "too close to call"),
        (0, 2, "higher", "too close to call"),
        (-1, 3, "", "too close to call"),
    ],
)
def test_verdict(low: float, high: float, better: str, expected: str) -> None:
    assert verdict(Paired(Interval((low + high) / 2, low, high, 9), 0.5, identical=False), better) == expected


def test_equal_to_the_last_bit_is_no_change() -> None:
    assert verdict(paired_interval([1, 2, nan], [1, 2, nan]), "higher") == "no change"


def test_the_same_difference_every_time_is_certain() -> None:
    assert verdict(paired_interval([1, 2, 4], [3, 4, 6]), "lower") == "worse"


@pytest.mark.parametrize("clear", [None, True])
@pytest.mark.parametrize("matters", [0.0, 1.0, 3.0])
def test_two_differences_that_happen_to_be_alike_are_not_clear(clear: bool | None, matters: float) -> None:
    assert verdict(paired_interval([1, 2], [3, 4]), "lower", matters, clear) == "too close to call"


@pytest.mark.parametrize("other", [1, 2])
def test_one_replication_gives_no_verdict(other: float) -> None:
    assert verdict(paired_interval([1], [other]), "higher") == ""
