"""Advice on the warm-up from daily series."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.experiments.precision.warm_up import mean_series, warm_ups
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


def test_the_mean_is_over_replications_and_what_stays_zero_is_left_out() -> None:
    assert {
        name: values.tolist() for name, values in mean_series(table(2, waiting=np.array([1.0, 4])), "plain").items()
    } == {"waiting": [1, 4]}


def test_a_series_that_keeps_climbing_has_not_settled(tmp_path: Path) -> None:
    entry = advice(tmp_path, table(100, waiting=np.arange(100.0)))
    assert (entry.settled, entry.advised_weeks, entry.too_short) == (False, 8, True)


def test_a_short_run_says_nothing(tmp_path: Path) -> None:
    entry = advice(tmp_path, table(49, occupied=filling(49, 20)))
    assert (entry.advised_weeks, entry.too_short) == (None, False)


def test_a_run_from_a_census_is_terminating(tmp_path: Path) -> None:
    frame = table(100, occupied=filling(100, 20))
    entry = advice(tmp_path, frame, "census.in_bed=[{people: 2, stay_so_far: 1 day}]")
    assert (entry.terminating, entry.series, entry.advised_weeks, entry.too_short) == (True, [], None, False)
