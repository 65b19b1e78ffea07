"""When replications are enough, from values whose intervals are known."""

import numpy as np
import pytest

from sim.experiments.comparing import Comparing
from sim.experiments.intervals import paired_interval, t_interval
from sim.experiments.precision.sequential import Look, look
from sim.experiments.precision.wanted import Aim, Precision
from sim.measures import Measure

pytestmark = pytest.mark.unit

WAIT = Measure("wait", "Wait", "h", "", "per patient", "access", headline=True)
ABSOLUTE, RELATIVE = Aim("wait", 1.0, False), Aim("", 0.05, True)


def values(n: int, spread: float, mean: float = 100.0) -> np.ndarray:
    """As many values, `spread` below and above the mean by turns."""
    return mean + spread * np.where(np.arange(n) % 2, 1.0, -1.0)


def judged(aim: Aim, base: np.ndarray, *others: np.ndarray, how: Comparing | None = None, most: int = 200) -> Look:
    ids = ["base", "one", "two"][: 1 + len(others)]
    seen = {(name, "wait"): found for name, found in zip(ids, (base, *others), strict=True)}
    return look(Precision((aim,), most=most), [WAIT], seen, ids, how or Comparing(), base.size)


def test_the_number_reached_is_the_first_whose_interval_is_narrow() -> None:
    sample = values(60, spread=2.0)
    found = judged(ABSOLUTE, sample).reached
    assert found is not None
    ends = [t_interval(sample[:n]) for n in (found - 1, found)]
    assert [(each.high - each.low) / 2 <= 1.0 for each in ends] == [False, True]


def test_a_relative_one_is_of_the_mean() -> None:
    assert judged(RELATIVE, values(10, spread=2.0)).reached == 5
    assert judged(RELATIVE, values(10, spread=2.0, mean=10.0)).reached is None


def test_an_absolute_one_holds_for_differences_too_and_a_relative_one_does_not() -> None:
    # Each mean is known to 0.9 after ten; they go opposite ways, so the difference only to 1.7.
    base, other = values(10, spread=1.2), values(10, spread=-1.2)
    assert judged(ABSOLUTE, base).told().not_there == []
    wide = judged(ABSOLUTE, base, other).told().not_there
    assert [(each.scenario, each.base) for each in wide] == [("one", "base")]
    change = paired_interval(base, other).difference
    assert wide[0].half_width == pytest.approx((change.high - change.low) / 2)
    assert judged(RELATIVE, base, other).reached == 5


def test_differences_are_judged_by_the_intervals_that_are_shown() -> None:
    base, *others = values(10, 0.5), values(10, -0.5), values(10, -0.55)
    plain = judged(ABSOLUTE, base, *others, how=Comparing(correction="none")).watched
    wider = judged(ABSOLUTE, base, *others).watched
    every = judged(ABSOLUTE, base, *others, how=Comparing(all_pairs=True)).watched
    assert [bool(each.base) for each in plain] == [False] * 3 + [True] * 2
    assert plain[3].half[-1] < wider[3].half[-1] < every[3].half[-1]
    assert len(every) == 6


NEVER, ONCE = np.full(10, np.nan), np.where(np.arange(10) == 3, 2.0, np.nan)


def test_what_is_named_and_never_or_once_seen_is_not_reached() -> None:
    for few, times in ((NEVER, 0), (ONCE, 1)):
        found = judged(ABSOLUTE, values(10, 0.1), few)
        told = found.told()
        assert (found.reached, told.reached, told.not_there) == (None, None, [])
        assert [(each.scenario, each.base, each.replications, each.named) for each in told.unseen] == [
            ("one", "", times, True)
        ]
        assert found.until() == 20
        assert judged(Aim("wait", 0.05, True), few).reached is None


def test_two_that_are_never_seen_together_have_no_difference() -> None:
    odd = np.where(np.arange(10) % 2, 5.0, np.nan)
    even = np.where(np.arange(10) % 2, np.nan, 5.0)
    (gap,) = judged(ABSOLUTE, odd, even).told().unseen
    assert (gap.scenario, gap.base, gap.replications) == ("one", "base", 0)


def test_of_every_headline_measure_one_never_seen_does_not_hold_the_rest_up_and_is_told() -> None:
    found = judged(RELATIVE, values(10, 0.1), NEVER)
    assert found.reached == 5
    assert [(each.scenario, each.named) for each in found.told().unseen] == [("one", False)]


def test_five_per_cent_of_a_mean_near_zero_is_told_with_what_was_enough() -> None:
    small = judged(RELATIVE, values(10, spread=0.02, mean=0.3)).told()
    (near,) = small.near_zero
    assert small.reached == 5
    assert (near.measure, near.scenario, near.mean) == ("wait", "base", pytest.approx(0.3))
    assert (near.half_width < near.wanted, near.wanted) == (True, pytest.approx(0.05 / 1.05))
    assert near.wanted / near.mean > 0.15
    for other in (values(10, 0.02, mean=1.5), np.zeros(10)):
        assert judged(RELATIVE, other).told().near_zero == []
    assert judged(ABSOLUTE, values(10, 0.02, mean=0.3)).told().near_zero == []


def test_the_next_look_is_half_way_and_never_beyond_the_cap() -> None:
    wide = judged(ABSOLUTE, values(10, spread=2.0))
    half = float(wide.watched[0].half[-1])
    needed = int(np.ceil(10 * half**2)) + 5
    assert wide.until() == 10 + (needed - 10) // 2
    assert judged(ABSOLUTE, values(10, spread=30.0)).until() == 20
    assert judged(ABSOLUTE, values(10, spread=30.0), most=14).until() == 14


def test_what_is_narrow_for_the_first_time_waits_for_its_look_ahead() -> None:
    sample = np.concatenate([values(6, 5.0), np.full(60, 100.0)])
    first = next(n for n in range(7, 66) if t_interval(sample[:n]).high - 100 <= 1.0)
    assert judged(ABSOLUTE, sample[: first + 1]).until() == first + 5
    assert judged(ABSOLUTE, sample[: first + 5]).reached == first


def test_at_the_cap_it_says_what_is_not_there_and_what_it_takes() -> None:
    told = judged(ABSOLUTE, values(20, spread=5.0), most=20).told()
    (wide,) = told.not_there
    assert (told.reached, wide.measure, wide.scenario, wide.base, wide.wanted) == (None, "wait", "base", "", 1.0)
    assert wide.about_replications == int(np.ceil(20 * wide.half_width**2)) + max(5, int(20 * wide.half_width**2) // 20)
