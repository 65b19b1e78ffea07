"""When in the week people leave early."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from scipy.special import betainc

from reports import theme
from reports.figures.over_time import groups_of, panels_of
from reports.figures.staff_load import WEEKDAYS
from reports.frames import AMOUNT, mean_interval

UNLIKELY = 0.05
EVERY_H = 6
"""Hours put together: single hours of the week see a handful of people a year."""


def hours_of_leaving(counts: pd.DataFrame, days: int) -> pd.DataFrame:
    """Self-discharges a year in each quarter of a day of the week with the 95 % interval, by scenario.

    Columns scenario, part (0 is Monday from 0:00 to 6:00), mean, low, high, n, seen (people in all replications).
    """
    own = counts[counts["topic"] == "self_discharge_hour_of_week"]
    own = own.assign(part=own["category"].astype(int) // EVERY_H)
    runs = own.groupby(["scenario", "replication", "part"], sort=False)["count"].sum().reset_index()
    table = mean_interval(runs.assign(people=runs["count"] * 365 / days), ["scenario", "part"], "people", AMOUNT)
    seen = runs.groupby(["scenario", "part"])["count"].sum().rename("seen")
    return table.join(seen, on=["scenario", "part"]).sort_values("part", kind="stable")


def stands_out(own: pd.DataFrame) -> pd.DataFrame:
    """Rows of `hours_of_leaving` of one scenario with more people than chance would give any part of a week.

    If all parts were alike, one of them or more would have as many in no more than 5 % of such studies: the binomial
    tail of its people among all who were seen (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.24),
    times the number of parts (Bonferroni). The fullest part is first.
    """
    parts, people = len(own), own["seen"].clip(lower=1)
    tail = betainc(people, own["seen"].sum() - people + 1, 1 / max(parts, 1))
    return own[parts * tail < UNLIKELY].sort_values("seen", ascending=False, kind="stable")


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
    together, a_day = groups_of(names), 24 // EVERY_H
    fig = panels_of(together, names)
    for row, group in enumerate(together, start=1):
        for scenario in group:
            own, look = table[table["scenario"] == scenario], theme.style(list(names).index(scenario))
            x = own["part"].map(part_name)
            ends = own["low"], own["mean"], own["high"]
            theme.band(fig, x, *ends, names[scenario], look, "%{y:.1f} a year", row)
    # Counted in parts: a day's name stands at its noon, between its second part and its third.
    noons = [a_day * day + (a_day - 1) / 2 for day in range(7)]
    fig.update_xaxes(tickvals=noons, ticktext=[day[:3] for day in WEEKDAYS], type="category", showgrid=False)
    fig.layout.shapes = _midnights(a_day, len(together))
    fig.update_yaxes(title_text="People a year", rangemode="tozero")
    return fig


def _midnights(a_day: int, panels: int) -> list[dict[str, object]]:
    """A line between two days in every panel; all at once, for Plotly copies those there for each one added."""
    line = {"color": theme.NEUTRAL, "width": 1, "dash": "dot"}
    return [
        {
            "type": "line", "x0": midnight - 0.5, "x1": midnight - 0.5, "y0": 0, "y1": 1, "line": line,
            "xref": f"x{panel}", "yref": f"y{panel} domain",
        }
        for panel in ["", *range(2, panels + 1)]
        for midnight in range(a_day, len(WEEKDAYS) * a_day, a_day)
    ]  # fmt: skip
