"""Lanes of what was done for a person and what happened to them: from when it was due to when it came."""

from dataclasses import dataclass
from itertools import chain

import pandas as pd
import plotly.graph_objects as go

from reports import theme

LATE_COLOUR = theme.COLOURS[2]
LEAST_LINE_H = 1 / 60
"""What is shorter is drawn as a marker alone."""


@dataclass(frozen=True)
class Look:
    """Marker of one way in which something came about, and its words in the legend."""

    name: str
    symbol: str
    colour: str
    at: str = "to_h"
    """Column of the marker's time."""


LOOKS = {
    "done": Look("done", "circle", theme.COLOURS[1]),
    "missed": Look("missed or withheld", "x-thin-open", LATE_COLOUR),
    "stopped": Look("stopped before its end", "circle-open", theme.COLOURS[1]),
    "happened": Look("happened", "diamond", theme.COLOURS[4], at="from_h"),
}


def add_lanes(fig: go.Figure, done: pd.DataFrame, row: int) -> None:
    """Draw `done` (see `Picture`) into a row of panels: one lane each, times on the horizontal axis."""
    _add_lines(fig, done[done["how"] != "happened"], "late: from due to start", LATE_COLOUR, row)
    _add_lines(fig, done[done["how"] == "happened"], "until found, or over", LOOKS["happened"].colour, row)
    for how, look in LOOKS.items():
        some = done[done["how"] == how]
        if not some.empty:
            _add_markers(fig, some, look, row)
    lanes = list(dict.fromkeys(done["lane"]))
    fig.update_yaxes(
        type="category", categoryorder="array", categoryarray=lanes, range=[len(lanes) - 0.5, -0.5],
        tickvals=lanes, ticktext=[theme.plain(lane) for lane in lanes], row=row, col=1,
    )  # fmt: skip


def _add_lines(fig: go.Figure, some: pd.DataFrame, name: str, colour: str, row: int) -> None:
    """A line from the first to the second time of each row, all of them one trace."""
    late = some[some["to_h"] - some["from_h"] >= LEAST_LINE_H]
    if late.empty:
        return
    times = chain.from_iterable((start, end, None) for start, end in zip(late["from_h"], late["to_h"], strict=True))
    lanes = chain.from_iterable((lane, lane, None) for lane in late["lane"])
    fig.add_scatter(
        x=list(times), y=list(lanes), mode="lines", name=name, hoverinfo="skip", line={"color": colour, "width": 5},
        opacity=0.75, row=row, col=1,
    )  # fmt: skip


def _add_markers(fig: go.Figure, some: pd.DataFrame, look: Look, row: int) -> None:
    fig.add_scatter(
        x=some[look.at], y=some["lane"], mode="markers", name=look.name, cliponaxis=False,
        text=[theme.plain(said, length=200) for said in some["said"]], hovertemplate="%{text}<extra></extra>",
        marker={"symbol": look.symbol, "size": 9, "color": look.colour, "line": {"width": 2, "color": look.colour}},
        row=row, col=1,
    )  # fmt: skip
