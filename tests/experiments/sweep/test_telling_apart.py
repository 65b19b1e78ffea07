"""The measures that tell points apart best, of values whose order is known."""

import numpy as np
import pandas as pd
import pytest

from sim.experiments.sweep.telling_apart import most_different

pytestmark = pytest.mark.unit

POINTS, REPLICATIONS = 4, 5
LUCK = np.random.default_rng(3).standard_normal((POINTS, REPLICATIONS))
SHARED = 50 * np.random.default_rng(4).standard_normal(REPLICATIONS)
"""What a replication does to all points alike."""


def runs(**measures: np.ndarray) -> pd.DataFrame:
    rows = [
        (point, replication, name, value)
        for name, values in measures.items()
        for point, of_point in enumerate(values, 1)
        for replication, value in enumerate(of_point)
    ]
    return pd.DataFrame(rows, columns=["point", "replication", "measure", "value"])


def steps(size: float) -> np.ndarray:
    return size * np.arange(POINTS)[:, None]


def test_chance_counts_and_not_size() -> None:
    table = runs(far_but_noisy=steps(1) + 20 * LUCK, near_and_sure=steps(0.1) + 0.001 * LUCK, same=0 * LUCK + 7)
    assert most_different(table, ["far_but_noisy", "same", "near_and_sure"], 1) == ["near_and_sure"]
    assert most_different(table, ["far_but_noisy", "same", "near_and_sure"], 3) == ["far_but_noisy", "near_and_sure"]


def test_luck_that_all_points_share_is_no_chance_between_them() -> None:
    table = runs(shared=steps(1) + 0.1 * LUCK + SHARED, own=steps(1) + LUCK)
    assert most_different(table, ["own", "shared"], 1) == ["shared"]


def test_a_difference_without_chance_goes_first_and_an_unfinished_point_is_left_aside() -> None:
    table = runs(sure=steps(0.001) + 0 * LUCK, open=steps(100) + LUCK)
    assert most_different(table, ["open", "sure"], 1) == ["sure"]
    lacking = table.drop(table.index[(table["point"] == 4) & (table["replication"] == 0)])
    assert most_different(lacking, ["open", "sure"], 2) == ["open", "sure"]


def test_one_replication_goes_by_the_spread_beside_the_mean() -> None:
    table = runs(little=1000 + steps(1), much=1 + steps(1))
    assert most_different(table, ["little", "much"], 1) == ["much"]


def test_values_never_seen_and_a_single_point_tell_nothing() -> None:
    assert most_different(runs(never=np.full((POINTS, REPLICATIONS), np.nan)), ["never", "not there"], 5) == []
    assert most_different(runs(one=LUCK[:1]), ["one"], 5) == []
