"""The tables that answer a question: each scenario's means, and each scenario's differences from the base.

For the whole unit, and for each group of people alone.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiments.intervals import paired_interval, t_interval, verdict
from sim.experiments.tables import COLUMNS, GROUP, typed

What = tuple[str, ...]
"""A measure, or a split, group, label and measure; the measure comes last."""
Values = Mapping[tuple[str, What], NDArray[np.float64]]
"""(scenario, what) to one value per replication, in their order."""


def values_by_measure(runs: pd.DataFrame) -> Values:
    """The table `runs` with a row of replications for each measure of each scenario."""
    return _values_by(runs, ["measure"])


def values_by_group(groups: pd.DataFrame) -> Values:
    """The table `groups` with a row of replications for each measure of each group of each scenario."""
    return _values_by(groups, [*GROUP, "measure"])


def summary(values: Values) -> pd.DataFrame:
    """The table `summary`: mean and interval of each measure of each scenario."""
    return typed("summary", _means(values, ["measure"]))


def group_summary(values: Values, groups: pd.DataFrame) -> pd.DataFrame:
    """The table `group_summary`: as `summary`, for each group, with its mean number of people admitted."""
    keys = ["scenario", *GROUP, "measure"]
    people = groups.groupby(keys, sort=False)["people"].mean().reset_index()
    return typed("group_summary", _means(values, keys[1:]).merge(people, on=keys, how="left"))


def differences(values: Values, ids: Sequence[str], better: Mapping[str, str]) -> pd.DataFrame:
    """The table `differences` for the scenarios after the first of `ids`, which is the base.

    `better` maps each measure to "higher", "lower" or "". A measure that only
    one of the two scenarios has is left out.
    """
    return _paired("differences", values, ids, better)


def group_differences(values: Values, ids: Sequence[str], better: Mapping[str, str]) -> pd.DataFrame:
    """The table `group_differences`: as `differences`, for each group that both scenarios have."""
    return _paired("group_differences", values, ids, better)


def _values_by(table: pd.DataFrame, what: list[str]) -> Values:
    groups = table.groupby(["scenario", *what], sort=False)["value"]
    return {(str(scenario), tuple(map(str, rest))): group.to_numpy() for (scenario, *rest), group in groups}


def _means(values: Values, names: list[str]) -> pd.DataFrame:
    rows = [
        {"scenario": scenario} | dict(zip(names, what, strict=True)) | vars(t_interval(values[scenario, what]))
        for scenario, what in values
    ]
    return pd.DataFrame(rows, columns=["scenario", *names, "mean", "low", "high", "n"])


def _paired(name: str, values: Values, ids: Sequence[str], better: Mapping[str, str]) -> pd.DataFrame:
    base, others = ids[0], set(ids[1:])
    names = [column for column in COLUMNS[name] if column in (*GROUP, "measure")]
    rows = [
        {"scenario": scenario, "base": base}
        | dict(zip(names, what, strict=True))
        | _difference(values[base, what], values[scenario, what], better[what[-1]])
        for scenario, what in values
        if scenario in others and (base, what) in values
    ]
    return typed(name, pd.DataFrame(rows, columns=list(COLUMNS[name])))


def _difference(base: NDArray[np.float64], other: NDArray[np.float64], better: str) -> dict[str, object]:
    paired = paired_interval(base, other)
    change = paired.difference
    return {
        "difference": change.mean,
        "low": change.low,
        "high": change.high,
        "n": change.n,
        "correlation": paired.correlation,
        "verdict": verdict(paired, better),
    }
