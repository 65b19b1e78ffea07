"""Means over replications, for all measures at once."""

from math import nan

import numpy as np
import pytest

from sim.experiments.intervals import t_interval
from sim.experiments.sweep.summaries import beside, means

pytestmark = pytest.mark.unit


def test_they_are_those_of_each_measure_alone() -> None:
    values = np.array([[1, 5, nan, nan, 0], [2, 5, 3, nan, 0], [4.5, 5, 4, nan, 0], [3, 5, nan, 7, 0]])
    for column, *found in zip(values.T, *means(values), strict=True):
        alone = t_interval(column)
        assert found == pytest.approx([alone.mean, alone.low, alone.high, alone.n], nan_ok=True, rel=1e-12)


def test_one_replication_has_no_interval() -> None:
    mean, low, high, n = means(np.array([[2.0, nan]]))
    assert (mean[0], n[0], n[1]) == (2, 1, 0)
    assert np.isnan([mean[1], *low, *high]).all()


def test_a_measure_that_some_replications_lack_is_nan_there() -> None:
    names, values = beside([{"a": 1.0}, {"b": 2.0, "a": 3.0}])
    assert names == ["a", "b"]
    assert np.array_equal(values, [[1, nan], [3, 2]], equal_nan=True)


def test_nothing_at_all() -> None:
    names, values = beside([])
    assert (names, values.shape) == ([], (0, 0))
