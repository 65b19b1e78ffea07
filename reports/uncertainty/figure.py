"""Two figures: how much of the variance the parameters make, and which of them a measure goes with."""

from collections.abc import Sequence
from math import isfinite

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.uncertainty.picture import Panel

ROW_PX, FRAME_PX = 34, 110
NAME_LENGTH = 44
STRIPES = {"fillmode": "overlay", "fgcolor": "#ffffff", "fgopacity": 0.6, "size": 7}
UNKNOWN, CHANCE = theme.COLOURS[1], theme.COLOURS[0]


def split(panels: Sequence[Panel]) -> go.Figure:
    """For each measure a bar of 100 %: the share of the parameters, and that of chance."""
    fig = theme.figure(FRAME_PX + ROW_PX * len(panels), barmode="stack", hovermode="closest")
    labels = [theme.plain(panel.label) for panel in panels]
    shares = [float(panel.known["parameters_share_pct"]) for panel in panels]
    for name, colour, pattern, lengths in (
        ("we do not know the parameters", UNKNOWN, "/", shares),
        ("chance", CHANCE, "", [100 - share for share in shares]),
    ):
        fig.add_bar(
            x=lengths, y=labels, name=name, orientation="h", showlegend=True,
            marker={"color": colour, "pattern": STRIPES | {"shape": pattern}},
            hovertemplate=f"%{{y}}: %{{x:.0f}} % {name}<extra></extra>",
        )  # fmt: skip
    fig.update_xaxes(range=[0, 100], ticksuffix=" %", title_text="Share of the variance")
    fig.update_yaxes(type="category", categoryorder="array", categoryarray=labels, autorange="reversed")
    return fig


def importance(bars: pd.DataFrame) -> go.Figure:
    """A bar with its interval for each parameter, the most important first, between the lines of chance."""
    # A blank more for each namesake keeps the bars of two parameters apart.
    names = [theme.plain(name, NAME_LENGTH) + "\u200b" * place for place, name in enumerate(bars["name"])]
    chance = float(bars["chance"].iloc[0]) if len(bars) else float("nan")
    clear = bars["correlation"].abs() > chance
    fig = theme.figure(FRAME_PX + ROW_PX * len(bars), hovermode="closest", showlegend=False)
    fig.add_bar(
        x=bars["correlation"], y=names, orientation="h", cliponaxis=False,
        marker={"color": [UNKNOWN if each else theme.NEUTRAL for each in clear]},
        error_x=theme.whiskers(bars["correlation"], bars["low"], bars["high"]),
        customdata=bars[["low", "high"]],
        text=[theme.plain(path, 80) for path in bars["parameter"]], textposition="none",
        hovertemplate="%{text}<br>%{x:.2f} (95 % interval %{customdata[0]:.2f} to %{customdata[1]:.2f})<extra></extra>",
    )  # fmt: skip
    if isfinite(chance):
        for end in (-chance, chance):
            fig.add_vline(x=end, line={"color": theme.COLOURS[2], "dash": "dash", "width": 1.6})
    fig.update_xaxes(range=[-1.02, 1.02], title_text="Rank correlation", zeroline=True)
    fig.update_yaxes(type="category", categoryorder="array", categoryarray=names, autorange="reversed")
    return fig
