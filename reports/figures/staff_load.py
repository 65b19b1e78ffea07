"""How busy each role is at each hour of the week."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.frames import AMOUNT, mean_interval

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ROW_PX = 26
COLOUR_BAR = {
    "title": {"text": "Busy, % of the staff on shift", "side": "top", "font": {"size": 13}}, "ticksuffix": " %",
    "orientation": "h", "thickness": 10, "len": 0.6, "outlinewidth": 0,
    "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom",
}  # fmt: skip


def clock(hour_of_week: int) -> str:
    """`Monday 14:00`, from 0 (Monday 00:00) to 167."""
    return f"{WEEKDAYS[hour_of_week // 24]} {hour_of_week % 24:02d}:00"


def load(hourly: pd.DataFrame) -> pd.DataFrame:
    """Mean `on_shift` and `busy` (people) over replications, and `load_pct`, by scenario, role and hour of week.

    `low` and `high` are the 95 % interval of `busy`. `load_pct` is busy over on shift; nan where nobody is on shift or
    staff are unlimited.
    """
    keys = ["scenario", "role", "hour_of_week"]
    table = hourly.groupby(keys, sort=False)[["on_shift"]].mean().reset_index()
    table = table.merge(mean_interval(hourly, keys, "busy", AMOUNT).rename(columns={"mean": "busy"}), on=keys)
    staffed = table["on_shift"].where(np.isfinite(table["on_shift"]) & (table["on_shift"] > 0))
    return table.assign(load_pct=100 * table["busy"] / staffed)


def load_of_week(table: pd.DataFrame) -> "pd.Series[float]":
    """Busy over on shift (%) of the whole week by role, from rows of `load` of one scenario."""
    sums = table.groupby("role", sort=False)[["busy", "on_shift"]].sum()
    return 100 * sums["busy"] / sums["on_shift"].where(np.isfinite(sums["on_shift"]) & (sums["on_shift"] > 0))


def load_of_staff(hourly: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of the staff on shift who are busy: roles and scenarios down, the 168 hours of the week across.

    `hourly` has the columns of hourly.csv: scenario, replication, hour_of_week (0 is Monday 0:00), role, on_shift and
    busy (mean people).

    >>> study = reports.example()
    >>> frame = study.frame("hourly")
    >>> fig = figures.load_of_staff(frame, study.names)
    >>> len(fig.data[0].z[0])
    168
    """
    table = load(hourly) if len(hourly) else None
    if table is None or table["load_pct"].isna().all():
        return None
    rows = [(role, scenario) for role in table["role"].unique() for scenario in names]
    headcounts = np.stack([_by_hour(table, column, rows) for column in ("busy", "on_shift")], axis=-1)
    fig = theme.figure(110 + ROW_PX * len(rows))
    fig.add_heatmap(
        z=_by_hour(table, "load_pct", rows), x=[clock(hour) for hour in range(168)], y=[" ".join(row) for row in rows],
        customdata=headcounts, colorscale=theme.LOAD_SCALE, zmin=0, zmax=100, ygap=2,
        hovertemplate="%{x}: %{z:.0f} % busy<br>%{customdata[0]:.1f} of %{customdata[1]:.1f} on shift<extra></extra>",
        colorbar=COLOUR_BAR,
    )  # fmt: skip
    noons = [clock(24 * day + 12) for day in range(7)]
    fig.update_xaxes(tickvals=noons, ticktext=[day[:3] for day in WEEKDAYS], showgrid=False, ticks="")
    labels = [_label(*row, names) for row in rows]
    fig.update_yaxes(
        tickvals=[" ".join(row) for row in rows], ticktext=labels, autorange="reversed", showgrid=False, ticks=""
    )
    for midnight in range(24, 168, 24):
        fig.add_vline(x=midnight - 0.5, line={"width": 1, "color": "rgba(128,128,128,0.9)"})
    return fig


def _label(role: str, scenario: str, names: Mapping[str, str]) -> str:
    """The role stands beside the first of its rows only."""
    named = f"<b>{theme.plain(role[:1].upper() + role[1:], length=14)}</b>"
    if len(names) == 1:
        return named
    scenario_name = theme.plain(names[scenario], length=28)
    return f"{named} · {scenario_name}" if scenario == next(iter(names)) else scenario_name


def _by_hour(table: pd.DataFrame, column: str, rows: list[tuple[str, str]]) -> np.ndarray:
    """Shape (rows, 168); nan where the window never showed that hour."""
    wide = table.pivot(index=["role", "scenario"], columns="hour_of_week", values=column)
    return wide.reindex(index=pd.MultiIndex.from_tuples(rows), columns=pd.RangeIndex(168)).to_numpy()
