"""Curves of the scenarios over one another, one panel below the next, each with its 95 % interval as a band."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme

PANEL_PX = 230
GAP_PX = 64
FRAME_PX = 110
LEGEND_PX = 30


@dataclass(frozen=True)
class Panel:
    """One panel: rows of columns scenario, x, mean, low and high, and what its axes say; texts are made plain here."""

    title: str
    rows: pd.DataFrame
    y_title: str
    hover: str
    """Plotly's template for a point of the line."""


def curves(panels: Sequence[Panel], names: Mapping[str, str], x_title: str, one_scale: bool) -> go.Figure | None:
    """A line with a band for each scenario in each panel that has rows; None when none has.

    With `one_scale` all panels reach equally far to the right.
    """
    shown = [panel for panel in panels if not panel.rows.empty]
    if not shown:
        return None
    fig = stacked([panel.title for panel in shown], x_title)
    for row, panel in enumerate(shown, start=1):
        for place, (scenario, name) in enumerate(names.items()):
            own = panel.rows[panel.rows["scenario"] == scenario]
            if len(own):
                _draw(fig, own, name, theme.style(place), panel.hover, row)
        fig.update_yaxes(title_text=theme.plain(panel.y_title), rangemode="tozero", row=row, col=1)
    if one_scale:
        fig.update_xaxes(matches="x", selector=lambda axis: axis.anchor != "y")
    one_legend(fig)
    return fig


def stacked(titles: Sequence[str], x_title: str) -> go.Figure:
    """Empty panels one below the other under a legend; `x_title` stands under the last."""
    plotted = len(titles) * PANEL_PX + (len(titles) - 1) * GAP_PX
    said = [f"<b>{theme.plain(title, length=70)}</b>" for title in titles]
    spacing = GAP_PX / plotted if len(titles) > 1 else 0.0
    fig = make_subplots(rows=len(titles), cols=1, subplot_titles=said, vertical_spacing=spacing)
    legend = {"y": 1 + LEGEND_PX / plotted}
    fig.update_layout(template=theme.LIGHT, height=plotted + FRAME_PX, hovermode="closest", legend=legend)
    fig.update_layout(margin={"t": FRAME_PX - 36})
    fig.update_annotations(x=0, xanchor="left", font_size=13)
    fig.update_xaxes(rangemode="tozero")
    fig.update_xaxes(title_text=x_title, row=len(titles), col=1)
    return fig


def one_legend(fig: go.Figure) -> None:
    """Each scenario stands in it once, however many panels show it."""
    told: set[str] = set()
    for trace in fig.data:
        if trace.showlegend:
            trace.showlegend = trace.name not in told
            told.add(trace.name)


def _draw(fig: go.Figure, own: pd.DataFrame, name: str, look: theme.Style, hover: str, row: int) -> None:
    shown = theme.plain(name)
    place = {"row": row, "col": 1, "legendgroup": shown}
    banded = own.dropna(subset=["low", "high"])
    if len(banded):
        outline = pd.concat([banded["low"], banded["high"][::-1]])
        fig.add_scatter(
            x=pd.concat([banded["x"], banded["x"][::-1]]), y=outline,
            name=f"{shown}, interval", fill="toself", fillcolor=look.fill(), line={"width": 0}, mode="lines",
            hoverinfo="skip", showlegend=False, **place,
        )  # fmt: skip
    fig.add_scatter(
        x=own["x"], y=own["mean"], name=shown, mode="lines", hovertemplate=hover, showlegend=True,
        line={"color": look.colour, "dash": look.dash, "width": 2.2}, **place,
    )  # fmt: skip
