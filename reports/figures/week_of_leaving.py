"""When in the week people leave early."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.over_time import groups_of, panels_of
from reports.figures.staff_load import WEEKDAYS
from reports.frames import mean_interval

EVERY_H = 6
"""Hours put together: single hours of the week see a handful of people a year."""


def hours_of_leaving(counts: pd.DataFrame, days: int) -> pd.DataFrame:
    """Self-discharges a year in each quarter of a day of the week with the 95 % interval, by scenario.

    Columns scenario, part (0 is Monday from 0:00 to 6:00), mean, low, high, n.
    """
    own = counts[counts["topic"] == "self_discharge_hour_of_week"]
    own = own.assign(part=own["category"].astype(int) // EVERY_H)
    runs = own.groupby(["scenario", "replication", "part"], sort=False)["count"].sum().reset_index()
    table = mean_interval(runs.assign(people=runs["count"] * 365 / days), ["scenario", "part"], "people")
    return table.sort_values("part", kind="stable")


def part_name(part: int) -> str:
    """`Monday 6:00 to 12:00`."""
    first = part * EVERY_H % 24
    return f"{WEEKDAYS[part * EVERY_H // 24]} {first}:00 to {first + EVERY_H}:00"


def leaving_by_week(table: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """People a year who leave early, by part of the week, with 95 % intervals; many scenarios each beside the base.

    `table` is that of `hours_of_leaving`: scenario, part (of six hours, 0 is Monday from 0:00), mean, low, high, n.

    >>> from reports.figures.week_of_leaving import hours_of_leaving
    >>> study = reports.example()
    >>> frame = hours_of_leaving(study.frame("counts"), study.days)
    >>> fig = figures.leaving_by_week(frame, study.names)
    >>> fig.layout.yaxis.title.text
    'People a year'
    """
    if not table["mean"].fillna(0).any():
        return None
    together = groups_of(names)
    fig = panels_of(together, names)
    for row, group in enumerate(together, start=1):
        for scenario in group:
            own, look = table[table["scenario"] == scenario], theme.style(list(names).index(scenario))
            x = own["part"].map(part_name)
            ends = own["low"].clip(lower=0), own["mean"], own["high"]
            theme.band(fig, x, *ends, names[scenario], look, "%{y:.1f} a year", row)
    noons = [part_name(4 * day + 2) for day in range(7)]
    fig.update_xaxes(tickvals=noons, ticktext=[day[:3] for day in WEEKDAYS], type="category")
    fig.update_yaxes(title_text="People a year", rangemode="tozero")
    return fig
