"""Arithmetic over replications for the figures: means with t intervals, and weeks out of days."""

import math
from typing import TypeAlias

import numpy as np
import pandas as pd
from scipy.special import stdtrit

LONG_WINDOW_DAYS = 120
"""Beyond this a line of single days is a thicket, and weekly means are drawn."""


Reach: TypeAlias = tuple[float, float]
"""The least and the most that a quantity can be."""
SHARE_PCT: Reach = (0.0, 100.0)
AMOUNT: Reach = (0.0, math.inf)
"""What is counted or measured: people, hours, points of a score."""
CHANGE: Reach = (-math.inf, math.inf)


def mean_interval(frame: pd.DataFrame, by: list[str], value: str, reach: Reach) -> pd.DataFrame:
    """Mean of `value` and its 95 % t interval over replications (Law, Simulation Modeling and Analysis, 9.4).

    Returns columns `by`, mean, low, high, n in order of first appearance; no end of an interval lies beyond the
    `reach` of the quantity. With fewer than two values low and high are nan: one replication says nothing about luck.
    """
    groups = frame.groupby(by, sort=False, observed=True)[value]
    table = groups.agg(mean="mean", sd="std", n="count").reset_index()
    half = stdtrit(table["n"].clip(lower=2) - 1, 0.975) * table["sd"] / np.sqrt(table["n"].clip(lower=1))
    low, high = ((table["mean"] + side * half).clip(*reach) for side in (-1, 1))
    return table.assign(low=low, high=high).drop(columns="sd")


def spread(frame: pd.DataFrame, by: list[str], value: str) -> pd.DataFrame:
    """Mean of `value` and the 10 and 90 % quantiles of its replications: columns `by`, mean, low, high, n."""
    groups = frame.groupby(by, sort=False, observed=True)[value]
    table = groups.agg(mean="mean", n="count").reset_index()
    edges = groups.quantile(np.array([0.1, 0.9])).unstack().to_numpy()
    single = table["n"] < 2
    return table.assign(low=np.where(single, np.nan, edges[:, 0]), high=np.where(single, np.nan, edges[:, 1]))


def over_time(daily: pd.DataFrame, column: str) -> pd.DataFrame:
    """`column` by scenario, replication and day; a long window is averaged to whole weeks, dated by their first day."""
    days = int(daily["day"].max()) + 1
    kept = daily[["scenario", "replication", "day", column]]
    if days <= LONG_WINDOW_DAYS:
        return kept
    whole = kept[kept["day"] < days // 7 * 7]
    return (
        whole.assign(day=whole["day"] // 7 * 7)
        .groupby(["scenario", "replication", "day"], sort=False)[column]
        .mean()
        .reset_index()
    )


def complete(frame: pd.DataFrame, column: str, value: str) -> pd.DataFrame:
    """`frame` with a zero for each category of `column` that a replication of a scenario never saw."""
    runs = ["scenario", "replication"]
    wide = frame.pivot_table(index=runs, columns=column, values=value, aggfunc="sum", fill_value=0, sort=False)
    return wide.reset_index().melt(runs, var_name=column, value_name=value)


def shares(counts: pd.DataFrame, topic: str) -> pd.DataFrame:
    """Each category of `topic` as a percentage of its own run: columns scenario, replication, category, share_pct."""
    table = complete(counts[counts["topic"] == topic], "category", "count")
    total = table.groupby(["scenario", "replication"])["count"].transform("sum")
    return table.assign(share_pct=100 * table["count"] / total.where(total > 0)).drop(columns="count")


def share_intervals(counts: pd.DataFrame, topic: str) -> pd.DataFrame:
    """Mean share (%) of each category of `topic` with its 95 % interval, by scenario."""
    return mean_interval(shares(counts, topic), ["scenario", "category"], "share_pct", SHARE_PCT)
