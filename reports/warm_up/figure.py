"""Welch's figure: a panel for each daily series, with the warm-up as it is and as MSER-5 would have it."""

from math import isfinite

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme
from reports.warm_up.curves import Curve, Curves

PANEL_PX = 190
GAP_PX = 46
DAILY, SMOOTHED, ADVISED = "#b3bcc4", "#0072b2", "#d55e00"
BAND = theme.style(1).fill(0.22)


def welch(curves: Curves) -> go.Figure:
    """Daily means in grey, the moving average with its interval in blue, for at least one curve.

    Dotted: the warm-up that was chosen. Dashed: the cut of MSER-5.
    """
    rows = len(curves.curves)
    plotted = rows * PANEL_PX + (rows - 1) * GAP_PX
    titles = [f"<b>{theme.plain(curve.title)}</b> ({theme.plain(curve.unit)})" for curve in curves.curves]
    fig = make_subplots(
        rows=rows, cols=1, subplot_titles=titles, vertical_spacing=GAP_PX / plotted if rows > 1 else 0.0,
        shared_xaxes=True,
    )  # fmt: skip
    fig.update_layout(template=theme.LIGHT, height=plotted + 110, hovermode="x unified")
    fig.update_annotations(x=0, xanchor="left", font_size=13)
    for row, curve in enumerate(curves.curves, start=1):
        _draw(fig, curve, curves, row)
    fig.update_yaxes(rangemode="tozero")
    fig.update_xaxes(title_text="Days since the start of the run", row=rows, col=1)
    return fig


def _draw(fig: go.Figure, curve: Curve, curves: Curves, row: int) -> None:
    place = {"row": row, "col": 1}
    named = {"mode": "lines", "showlegend": row == 1, "hovertemplate": f"%{{y:.2f}} {theme.plain(curve.unit)}"}
    days = list(range(1, len(curve.means) + 1))
    fig.add_scatter(x=days, y=list(curve.means), name="Daily mean", line={"color": DAILY, "width": 1},
                    legendgroup="daily", **named, **place)  # fmt: skip
    _add_band(fig, curve, days[: len(curve.smoothed)], place)
    fig.add_scatter(x=days[: len(curve.smoothed)], y=list(curve.smoothed),
                    name=f"Moving average over {curves.window_days} days", line={"color": SMOOTHED, "width": 2.4},
                    legendgroup="smoothed", **named, **place)  # fmt: skip
    fig.add_vline(x=curves.chosen_days, line={"color": theme.NEUTRAL, "dash": "dot", "width": 2}, **place)
    if curve.cut_days is not None:
        fig.add_vline(x=curve.cut_days, line={"color": ADVISED, "dash": "dash", "width": 2}, **place)


def _add_band(fig: go.Figure, curve: Curve, days: list[int], place: dict[str, int]) -> None:
    """Where the moving average would lie with other luck; nothing for a single replication."""
    if any(isfinite(end) for end in curve.low):
        hidden = {"line": {"width": 0}, "hoverinfo": "skip", "showlegend": False}
        edge = {"mode": "lines", "legendgroup": "smoothed", **hidden}
        fig.add_scatter(x=days, y=list(curve.low), name="low", **edge, **place)
        fig.add_scatter(x=days, y=list(curve.high), name="high", fill="tonexty", fillcolor=BAND, **edge, **place)
