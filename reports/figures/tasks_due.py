"""Care that came late or never, by kind of task."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports.figures.dots import dots
from reports.frames import SHARE_PCT, complete, mean_interval

FATES = ("late", "missed")
"""What is shown; all else was on time."""
IN_WORDS = {"response": "response to a complication", "history and physical": "prescriber's examination"}
"""The words of the log, said for people outside it."""
RARE_PCT = 0.5
"""What stays below this everywhere is left to the table."""


def late_and_missed(tasks_due: pd.DataFrame) -> pd.DataFrame:
    """Percentage of tasks due that came late, or never, with its 95 % interval, by scenario and task.

    Columns scenario, task, fate, category ("check, late"), mean, low, high, n; the task with the most of both first.
    """
    if tasks_due.empty:
        return pd.DataFrame(columns=["scenario", "task", "fate", "category", "mean", "low", "high", "n"])
    named = tasks_due.assign(task=tasks_due["task"].replace(IN_WORDS))
    named = named.assign(category=named["task"] + ", " + named["fate"])
    due = named.groupby(["scenario", "replication", "task"])["count"].sum().rename("due")
    table = complete(named, "category", "count")
    table[["task", "fate"]] = table["category"].str.rsplit(", ", n=1, expand=True)
    table = table.join(due, on=["scenario", "replication", "task"])
    table["pct"] = 100 * table["count"] / table["due"].where(table["due"] > 0)
    means = mean_interval(table, ["scenario", "task", "fate", "category"], "pct", SHARE_PCT)
    means = means[means["fate"].isin(FATES)]
    worst = means.groupby(["task", "scenario"])["mean"].sum().groupby("task").max()
    order = means.assign(worst=-means["task"].map(worst)).sort_values(["worst", "task", "fate"], kind="stable")
    return order.drop(columns="worst").reset_index(drop=True)


def late_or_missed_care(table: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of each kind of task that came late or never, with 95 % intervals.

    `table` is that of `late_and_missed`: scenario, task, fate, category, mean, low, high (%), n.

    >>> from reports.figures.tasks_due import late_and_missed
    >>> study = reports.example()
    >>> frame = late_and_missed(study.frame("tasks_due"))
    >>> fig = figures.late_or_missed_care(frame, study.names)
    >>> fig.layout.xaxis.title.text
    'Share of tasks due (%)'
    """
    often = table.groupby("category")["mean"].transform("max") >= RARE_PCT
    return dots(table[often], names, "Share of tasks due (%)", " %")
