"""How every figure looks: one template in two schemes, one style for each scenario, plain text."""

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import ArrayLike

from reports.words import short

Values: TypeAlias = "pd.Series[Any]"

CONFIG: dict[str, Any] = {
    "showSendToCloud": False,
    "displaylogo": False,
    "responsive": True,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
}
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif'
LINE_PX = 17
NAME_LENGTH = 40
"""Characters of a scenario's name that fit a legend on a telephone."""

# Slate for the base, then Okabe and Ito's colours, those readable on both white and near-black first.
COLOURS = ("#6f7b88", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d3b")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "x", "star")
NEUTRAL = "#8a949e"
"""Lines that belong to no scenario."""
LOAD_SCALE = ((0.0, "#fdf0c9"), (0.35, "#f7c55c"), (0.6, "#e6862a"), (0.8, "#b84a0e"), (1.0, "#6b1d04"))
"""From pale to dark in one run of lightness, which every kind of colour vision and grey print keep in order."""


@dataclass(frozen=True)
class Style:
    """What marks one scenario in every figure; colour never stands alone."""

    colour: str
    dash: str
    symbol: str

    def fill(self, opacity: float = 0.16) -> str:
        red, green, blue = (int(self.colour[i : i + 2], 16) for i in (1, 3, 5))
        return f"rgba({red},{green},{blue},{opacity})"


def style(place: int) -> Style:
    """Style of the scenario in this place; the base has place 0."""
    return Style(COLOURS[place % len(COLOURS)], DASHES[place % len(DASHES)], SYMBOLS[place % len(SYMBOLS)])


def plain(text: str, length: int = NAME_LENGTH) -> str:
    """`text` cut to `length` and safe for Plotly, which reads tags such as <b> and <a> in any label."""
    return html.escape(short(text, length), quote=False)


def on_lines(text: str, width: int, length: int = NAME_LENGTH) -> str:
    """The same on lines of at most `width` characters, for labels beside or below an axis."""
    return "<br>".join(html.escape(line, quote=False) for line in textwrap.wrap(short(text, length), width))


def row_px(labels: Sequence[str], least: int) -> int:
    """Height of a row beside which the longest of the labels of `on_lines` has room."""
    return max(least, LINE_PX * (1 + max((label.count("<br>") for label in labels), default=0)) + 4)


def _template(ink: str, quiet: str, grid: str, paper: str) -> go.layout.Template:
    axis = {
        "automargin": True,
        "gridcolor": grid,
        "linecolor": quiet,
        "tickcolor": quiet,
        "zeroline": False,
        "zerolinecolor": quiet,
        "title": {"font": {"size": 13}, "standoff": 12},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "xaxis": axis,
            "yaxis": {**axis, "ticklabelstandoff": 6},
            "margin": {"l": 8, "r": 16, "t": 28, "b": 8},
            "hoverlabel": {"bgcolor": paper, "bordercolor": quiet, "font": {"color": ink, "family": FONT}},
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 1.02,
                "yanchor": "bottom",
                "traceorder": "normal",
                "title": {"font": {"size": 13}},
            },
            "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": quiet, "activecolor": ink},
            "colorway": list(COLOURS),
        }
    )


LIGHT = _template(ink="#1c2329", quiet="#66717c", grid="#e3e7ea", paper="#ffffff")
DARK = _template(ink="#e7eaed", quiet="#9aa5b0", grid="#343c44", paper="#1b2127")


def figure(height_px: int, **layout: Any) -> go.Figure:
    """An empty figure in the house style."""
    return go.Figure(layout={"template": LIGHT, "height": height_px, **layout})


def band(
    fig: go.Figure, x: Values, low: Values, mid: Values, high: Values, name: str, look: Style, hover: str, row: int
) -> None:
    """Draw `mid` as a line and low to high as a band in a row of panels; `name` is made plain here."""
    shown = plain(name)
    place = {"row": row, "col": 1, "legendgroup": shown}
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", "showlegend": False, **place}
    fig.add_scatter(x=x, y=low, name=f"{shown}, low", **edge)
    fig.add_scatter(x=x, y=high, name=f"{shown}, high", fill="tonexty", fillcolor=look.fill(), **edge)
    line = {"color": look.colour, "dash": look.dash, "width": 2.2}
    fig.add_scatter(x=x, y=mid, name=shown, mode="lines", line=line, hovertemplate=hover, showlegend=True, **place)


def from_zero(*values: Values) -> list[float]:
    """Ends of an axis from zero to the largest of `values`, with room for the markers at both."""
    top = float(np.nanmax(np.concatenate(values)))
    return [-0.025 * top, 1.05 * top] if top > 0 else [-0.025, 1.0]


def whiskers(mean: ArrayLike, low: ArrayLike, high: ArrayLike) -> dict[str, Any]:
    """Error bar from `low` to `high`; nothing is drawn where they are nan."""
    middle = np.atleast_1d(mean)
    above, below = np.atleast_1d(high) - middle, middle - np.atleast_1d(low)
    return {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "thickness": 1.6, "width": 4}
