"""Two figures: how much of the variance the parameters make, and which of them a measure goes with."""

from collections.abc import Sequence
from math import isfinite

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.uncertainty.picture import Panel

ROW_PX, FRAME_PX = 36, 110
LINE_LENGTH, NAME_LENGTH = 30, 100
STRIPES = {"fillmode": "overlay", "fgcolor": "#ffffff", "fgopacity": 0.6, "size": 7}
UNKNOWN, CHANCE = theme.COLOURS[1], theme.COLOURS[0]
INK = "#111111"


def split(panels: Sequence[Panel]) -> go.Figure:
    """For each measure a bar of 100 %: the share of the parameters with its interval, and that of chance."""
    labels = [theme.on_lines(panel.name, LINE_LENGTH) for panel in panels]
    fig = theme.figure(FRAME_PX + theme.row_px(labels, ROW_PX) * len(panels), barmode="stack", hovermode="closest")
    share, low, high = (
        np.array([float(panel.known[f"parameters_share{end}_pct"]) for panel in panels])
        for end in ("", "_low", "_high")
    )
    for name, colour, pattern, lengths in (
        ("we do not know the parameters", UNKNOWN, "/", share),
        ("chance", CHANCE, "", 100 - share),
    ):
        fig.add_bar(
            x=lengths, y=labels, name=name, orientation="h", showlegend=True,
            marker={"color": colour, "pattern": STRIPES | {"shape": pattern}},
            hovertemplate=f"%{{y}}: %{{x:.0f}} % {name}<extra></extra>",
        )  # fmt: skip
    # A trace of its own, or the second bar would cover the whiskers of the first.
    fig.add_scatter(
        x=share, y=labels, mode="markers", showlegend=False, hoverinfo="skip",
        marker={"color": INK, "symbol": "line-ns", "size": 1},
        error_x=theme.whiskers(share, low, high) | {"color": INK},
    )  # fmt: skip
    fig.update_layout(margin={"r": 28})
    fig.update_xaxes(range=[0, 100], dtick=20, tickangle=0, ticksuffix=" %", title_text="Share of the variance")
    fig.update_yaxes(type="category", categoryorder="array", categoryarray=labels, autorange="reversed",
                     ticklabelstandoff=6)  # fmt: skip
    return fig


def importance(bars: pd.DataFrame) -> go.Figure:
    """A marker with its interval for each parameter, the most important first, between the lines of chance."""
    # Blanks of no width, more for each, keep the rows of two namesakes apart.
    names = [
        theme.on_lines(name, LINE_LENGTH, NAME_LENGTH) + "\u200b" * place for place, name in enumerate(bars["name"])
    ]
    chance = float(bars["chance"].iloc[0])
    fig = theme.figure(FRAME_PX + theme.row_px(names, ROW_PX) * len(bars), hovermode="closest")
    clear = bars["correlation"].abs() > chance
    for chosen, name, colour, symbol in (
        (clear, "stands out from chance", UNKNOWN, "diamond"),
        (~clear, "no more than chance would show", theme.NEUTRAL, "circle"),
    ):
        if chosen.any():
            rows = bars.assign(shown=names)[chosen]
            fig.add_scatter(
                x=rows["correlation"], y=rows["shown"], name=name, mode="markers", cliponaxis=False, showlegend=True,
                marker={"color": colour, "symbol": symbol, "size": 11},
                error_x=theme.whiskers(rows["correlation"], rows["low"], rows["high"]),
                customdata=rows[["low", "high"]], text=[theme.plain(path, 80) for path in rows["parameter"]],
                hovertemplate="%{text}<br>%{x:.2f} (95 % interval %{customdata[0]:.2f} to %{customdata[1]:.2f})"
                "<extra></extra>",
            )  # fmt: skip
    if isfinite(chance):
        for end in (-chance, chance):
            fig.add_vline(x=end, line={"color": theme.COLOURS[2], "dash": "dash", "width": 1.6})
    fig.update_xaxes(range=[-1.02, 1.02], title_text="Rank correlation", zeroline=True)
    fig.update_yaxes(type="category", categoryorder="array", categoryarray=names, range=[len(names) - 0.5, -0.5],
                     ticklabelstandoff=6)  # fmt: skip
    return fig
