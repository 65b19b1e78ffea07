"""Levels over the measured window: the mean of the replications as a line, most of them as a band."""

import math
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme
from reports.frames import over_time, spread

HEIGHT_PX = 380
PANEL_PX = 190
GAP_PX = 44
MOST_TOGETHER = 3
"""Scenarios whose bands can share one panel; of more, each alternative is drawn against the base by itself."""


def occupancy(daily: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Beds occupied by day, with a band that holds 8 in 10 replications, and the number of beds for reference.

    `daily` has the columns of daily.csv: scenario, replication, day, occupied and beds (mean numbers of that day).

    >>> study = reports.example()
    >>> frame = study.frame("daily")
    >>> fig = figures.occupancy(frame, study.names)
    >>> [line.text for line in fig.layout.annotations]
    ['24 beds', '40 beds']
    """
    fig = level_over_time(daily, "occupied", "Beds occupied", "beds", names)
    if fig is not None:
        fig.update_yaxes(rangemode="normal")
        for row, group in enumerate(groups_of(names), start=1):
            for beds in sorted(daily[daily["scenario"].isin(group)]["beds"].unique()):
                if math.isfinite(beds):
                    _bed_line(fig, row, beds, int(daily["day"].max()))
    return fig


def level_over_time(
    daily: pd.DataFrame, column: str, title: str, unit: str, names: Mapping[str, str]
) -> go.Figure | None:
    """A level by day, with a band that holds 8 in 10 replications; None when it is zero throughout.

    `daily` has the columns of daily.csv: scenario, replication, day, and `column`, a mean level of that day in `unit`.

    >>> study = reports.example()
    >>> frame = study.frame("daily")
    >>> fig = figures.level_over_time(frame, "waiting", "Waiting list", "people", study.names)
    >>> fig.layout.yaxis.title.text
    'Waiting list (people)'
    """
    if daily.empty or not daily[column].any():
        return None
    table = spread(over_time(daily, column), ["scenario", "day"], column)
    fig = panels_of(groups_of(names), names)
    for row, group in enumerate(groups_of(names), start=1):
        for scenario in group:
            own, look = table[table["scenario"] == scenario], theme.style(list(names).index(scenario))
            ends = own["low"], own["mean"], own["high"]
            theme.band(fig, own["day"], *ends, names[scenario], look, f"%{{y:.1f}} {unit}", row)
    fig.update_xaxes(title_text="Days since measuring began", row=len(groups_of(names)), col=1)
    fig.update_xaxes(rangemode="tozero")
    fig.update_yaxes(title_text=title if unit in title.lower() else f"{title} ({unit})", rangemode="tozero")
    return fig


def groups_of(names: Mapping[str, str]) -> list[list[str]]:
    """The scenarios of each panel."""
    base, *alternatives = names
    return [list(names)] if len(names) <= MOST_TOGETHER else [[base, other] for other in alternatives]


def panels_of(groups: list[list[str]], names: Mapping[str, str]) -> go.Figure:
    if len(groups) == 1:
        fig = make_subplots(rows=1, cols=1)
        fig.update_layout(template=theme.LIGHT, height=HEIGHT_PX, hovermode="x unified")
        return fig
    plotted = len(groups) * PANEL_PX + (len(groups) - 1) * GAP_PX
    titles = [f"<b>{theme.plain(names[other])}</b>" for _, other in groups]
    fig = make_subplots(rows=len(groups), cols=1, subplot_titles=titles, vertical_spacing=GAP_PX / plotted,
                        shared_xaxes=True, shared_yaxes="all")  # fmt: skip
    fig.update_layout(template=theme.LIGHT, height=plotted + 90, hovermode="x unified", showlegend=False)
    fig.update_annotations(x=0, xanchor="left", font_size=13)
    return fig


def _bed_line(fig: go.Figure, row: int, beds: float, last_day: int) -> None:
    """A thin dotted line at a number of beds, labelled at its end."""
    label = f"{beds:.0f} beds"
    line = {"color": theme.NEUTRAL, "dash": "dot", "width": 1.5}
    fig.add_scatter(x=[0, last_day], y=[beds, beds], name=label, mode="lines", line=line, hoverinfo="skip",
                    showlegend=False, row=row, col=1)  # fmt: skip
    fig.add_annotation(x=last_day, xanchor="right", y=beds, yanchor="bottom", text=label, showarrow=False,
                       font={"size": 12}, row=row, col=1)  # fmt: skip
