"""What keeps people from being admitted: hours in which the door is shut, and what held each person up."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports.figures.dots import dots
from reports.frames import AMOUNT, complete, mean_interval, share_intervals

DAYS_A_WEEK = 7
CAUSES = {
    "beds": "no clean bed free",
    "ratio": "too few staff on shift",
    "hours": "outside admission hours",
    "none": "nothing: came straight in",
}
"""The words of the log, said for people outside it."""


def hours_by_run(counts: pd.DataFrame, days: int) -> pd.DataFrame:
    """Blocked hours a week by cause: columns scenario, replication, category, count, hours."""
    table = complete(_in_words(counts, "blocked_hours"), "category", "count")
    return table.assign(hours=table["count"] * DAYS_A_WEEK / days)


def hours_a_week(counts: pd.DataFrame, days: int) -> pd.DataFrame:
    """Mean blocked hours a week by cause with their 95 % interval, by scenario."""
    return mean_interval(hours_by_run(counts, days), ["scenario", "category"], "hours", AMOUNT)


def admission_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Mean percentage of admissions by longest cause with its 95 % interval, by scenario."""
    return share_intervals(_in_words(counts, "blocked_admissions"), "blocked_admissions")


def blocked_hours(counts: pd.DataFrame, names: Mapping[str, str], days: int) -> go.Figure | None:
    """Hours a week in which somebody waits and nobody can be called, by cause, with 95 % intervals.

    `counts` has the columns of counts.csv: scenario, replication, topic, category, count; `days` is the length of the
    measured time.

    >>> study = reports.example()
    >>> frame = study.frame("counts")
    >>> fig = figures.blocked_hours(frame, study.names, study.days)
    >>> fig.layout.xaxis.title.text, fig.data[0].name
    ('Hours a week', 'Unit as it is')
    """
    return dots(hours_a_week(counts, days), names, "Hours a week", " h") if days else None


def blocked_admissions(counts: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of admissions by the cause that held them up longest, with 95 % intervals.

    `counts` has the columns of counts.csv: scenario, replication, topic, category, count.

    >>> study = reports.example()
    >>> frame = study.frame("counts")
    >>> fig = figures.blocked_admissions(frame, study.names)
    >>> fig.layout.xaxis.title.text
    'Share of people admitted (%)'
    """
    return dots(admission_shares(counts), names, "Share of people admitted (%)", " %")


def _in_words(counts: pd.DataFrame, topic: str) -> pd.DataFrame:
    own = counts[counts["topic"] == topic]
    return own.assign(category=own["category"].replace(CAUSES))
