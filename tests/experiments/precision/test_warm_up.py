"""Advice on the warm-up from daily series."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.cli.warm_up_study import advice as said
from sim.experiments.intervals import t_interval
from sim.experiments.precision.warm_up import mean_series, warm_ups
from sim.experiments.precision.warm_up_study import WarmUpStudy
from sim.experiments.study_entries import WarmUpEntry
from sim.experiments.tables import FROM_START
from tests.experiments.ward import plain

pytestmark = pytest.mark.unit


def table(days: int, **series: np.ndarray) -> pd.DataFrame:
    """Two replications whose mean is the series, a little apart."""
    zero = np.zeros(days)
    parts = [
        pd.DataFrame({name: series.get(name, zero) * factor for name in FROM_START}).assign(
            scenario="plain", replication=replication, day=range(days)
        )
        for replication, factor in enumerate((0.999, 1.001))
    ]
    return pd.concat(parts)


def advice(folder: Path, frame: pd.DataFrame, *changes: str) -> WarmUpEntry:
    (entry,) = warm_ups(frame, {"plain": plain(folder, *changes).scenario})
    return entry


def filling(days: int, until: int) -> np.ndarray:
    """Half full until a day, then full."""
    return np.where(np.arange(days) < until, 5.0, 10.0)


def test_the_longest_over_the_series_in_whole_weeks(tmp_path: Path) -> None:
    frame = table(100, occupied=filling(100, 20), waiting=filling(100, 30))
    entry = advice(tmp_path, frame, "run.warm_up=4 weeks")
    assert [(each.series, each.days) for each in entry.series] == [("occupied", 20), ("waiting", 30)]
    assert (entry.advised_weeks, entry.chosen_days, entry.settled, entry.too_short) == (5, 28, True, True)
    assert not advice(tmp_path, frame, "run.warm_up=5 weeks").too_short


def test_what_changes_no_mean_beyond_chance_is_no_reason_to_warn(tmp_path: Path) -> None:
    frame = table(400, occupied=np.where(np.arange(400) < 20, 9.99, 10.0))
    entry = advice(tmp_path, frame, "run.warm_up=1 week")
    assert (entry.advised_weeks, entry.longer_advised, entry.too_short) == (3, True, False)


def test_three_per_cent_of_next_to_nothing_are_no_reason_to_warn(tmp_path: Path) -> None:
    shape = np.where(np.arange(400) < 20, 0.0, 1.0) * np.where(np.arange(400) % 2, 1.2, 0.8)
    rare, often = (
        table(400, waiting=shape * mean).assign(
            waiting=lambda frame: frame["waiting"] * (1 + 0.1 * frame["replication"])
        )
        for mean in (0.1, 10.0)
    )
    entries = [advice(tmp_path, frame, "run.warm_up=0 h") for frame in (rare, often)]
    assert [entry.series[0].days for entry in entries] == [20, 20]
    assert [entry.too_short for entry in entries] == [False, True]


def test_what_chance_moves_is_no_reason_to_warn(tmp_path: Path) -> None:
    """In one replication the first days are low, in the other high; in the mean of both they look low."""
    low, high = (
        np.where(np.arange(400) < 20, first, 1.0) * np.where(np.arange(400) % 2, 1.2, 0.8) for first in (0.0, 1.6)
    )
    frame = table(400, waiting=10.0 * low)
    frame.loc[frame["replication"] == 1, "waiting"] = 10.0 * high
    entry = advice(tmp_path, frame, "run.warm_up=0 h")
    assert (entry.series[0].days, entry.too_short) == (20, False)


def test_the_mean_is_over_replications_and_what_stays_zero_is_left_out() -> None:
    assert {
        name: values.tolist() for name, values in mean_series(table(2, waiting=np.array([1.0, 4])), "plain").items()
    } == {"waiting": [1, 4]}


def test_a_series_that_keeps_climbing_has_not_settled(tmp_path: Path) -> None:
    entry = advice(tmp_path, table(100, waiting=np.arange(100.0)))
    assert (entry.settled, entry.advised_weeks, entry.too_short) == (False, 8, True)


GROWING = (0.1, 0.2, 0.1, 0.3, 0.2, 0.4, 0.3, 1.5, 0.8, 3.0)
"""A waiting list, over tenths of a run: its quiet start lowers the score of MSER-5, which leaves out nothing."""
WANDERING = (1.5, 0.4, 2.9, 1.1, 0.1, 3.1, 0.4, 1.6, 1.3, 1.4)


def list_of(levels: tuple[float, ...], replications: int) -> pd.DataFrame:
    """Each replication with its own luck around the level of each tenth."""
    random, days = np.random.default_rng(3), 24 * len(levels)
    parts = [
        pd.DataFrame(dict.fromkeys(FROM_START, np.zeros(days))).assign(
            waiting=np.repeat(levels, 24) * random.gamma(9, 1 / 9, days), scenario="plain", replication=replication,
            day=range(days),
        )
        for replication in range(replications)
    ]  # fmt: skip
    return pd.concat(parts)


@pytest.mark.parametrize("replications", [1, 3])
def test_a_list_that_still_grows_is_told_though_nothing_of_it_would_be_left_out(
    tmp_path: Path, replications: int
) -> None:
    entry = advice(tmp_path, list_of(GROWING, replications))
    (waiting,) = entry.series
    assert (waiting.days, waiting.at_limit, waiting.still, entry.settled) == (0, False, "climbing", False)
    first = said(entry)[0]
    assert first.startswith("This run is too short to judge. “Waiting list” was still climbing when the run ended")


def test_a_series_that_only_wanders_is_settled(tmp_path: Path) -> None:
    entry = advice(tmp_path, list_of(WANDERING, 3))
    assert ([each.still for each in entry.series], entry.settled) == ([""], True)
    assert said(entry)[0].startswith("A warm-up of 0 weeks is advised")


def test_a_trend_too_small_to_matter_is_none(tmp_path: Path) -> None:
    entry = advice(tmp_path, table(400, waiting=10 + np.arange(400) / 4000))
    assert not any(each.still for each in entry.series)


def test_a_short_run_says_nothing(tmp_path: Path) -> None:
    entry = advice(tmp_path, table(49, occupied=filling(49, 20)))
    assert (entry.advised_weeks, entry.too_short) == (None, False)


def test_a_run_from_a_census_is_terminating(tmp_path: Path) -> None:
    frame = table(100, occupied=filling(100, 20))
    entry = advice(tmp_path, frame, "census.in_bed=[{people: 2, stay_so_far: 1 day}]")
    assert (entry.terminating, entry.series, entry.advised_weeks, entry.too_short) == (True, [], None, False)


def study(folder: Path, frame: pd.DataFrame) -> WarmUpStudy:
    loaded = plain(folder)
    frame = frame.assign(scenario=loaded.identity)
    (entry,) = warm_ups(frame, {loaded.identity: loaded.scenario})
    return WarmUpStudy(loaded, entry, frame, mean_series(frame, loaded.identity))


def test_the_moving_average_has_the_interval_of_the_replications(tmp_path: Path) -> None:
    frame = table(100, occupied=filling(100, 20))
    smoothed = study(tmp_path, frame).smoothed()["occupied"]
    assert smoothed.mean.shape == (90,)
    # Two replications, at 9.99 and 10.01.
    at_last = t_interval([9.99, 10.01])
    assert (smoothed.low[-1], smoothed.mean[-1], smoothed.high[-1]) == pytest.approx((at_last.low, 10, at_last.high))
    alone = study(tmp_path, frame[frame["replication"] == 0]).smoothed()["occupied"]
    assert np.isnan([alone.low, alone.high]).all()
    assert not np.isnan(alone.mean).any()


def test_no_interval_goes_below_none_and_a_run_shorter_than_the_window_has_no_average(tmp_path: Path) -> None:
    wide = pd.concat([
        each.assign(waiting=each["waiting"] * factor)
        for (_, each), factor in zip(table(60, waiting=np.ones(60)).groupby("replication"), (0.1, 3.0), strict=True)
    ])  # fmt: skip
    assert study(tmp_path, wide).smoothed()["waiting"].low.tolist() == [0.0] * 50
    assert study(tmp_path, table(9, occupied=filling(9, 2))).smoothed()["occupied"].mean.size == 0


def test_the_days_that_there_are_and_that_it_takes_are_told(tmp_path: Path) -> None:
    entry = advice(tmp_path, table(49, occupied=filling(49, 20)))
    assert (entry.days, entry.least_days) == (49, 50)
