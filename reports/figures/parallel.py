"""Points of many axes and measures as lines from scale to scale: what the good ones have in common."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.labels import short_text

HEIGHT_PX = 430
ROOM = 0.08
LABEL_LENGTH = 22
MOST_LINES = 400
MOST_TICKS = 8
WRAP = 12
OTHERS = "#9aa5b0"


def parallel_axes(table: pd.DataFrame, titles: Mapping[str, str], groups: Mapping[str, str]) -> go.Figure | None:
    """A line for each row over the columns in `titles` (numbers, or text in order of first appearance).

    Each column has a scale of its own from its smallest value at the bottom to its largest on top. `table` has the
    column `group`: rows of the groups in `groups` (key to name) are drawn in a colour and dash each over all others,
    which are grey; of these only the first few hundred are drawn. Plotly's own kind takes no text safely, no keyboard
    and no dashes, so these are plain lines.

    >>> import pandas as pd
    >>> rows = [(20, 1, 31.0, ""), (22, 2, 18.0, ""), (24, 2, 9.0, "front"), (26, 3, 5.0, "front"), (22, 3, 16.0, "")]
    >>> frame = pd.DataFrame(rows, columns=["beds", "nurses", "wait", "group"])
    >>> titles = {"beds": "Beds", "nurses": "Nurses by night", "wait": "Wait (h)"}
    >>> fig = figures.parallel_axes(frame, titles, {"front": "Best compromises"})
    >>> [trace.name for trace in fig.data]
    ['All others', 'Best compromises']
    """
    if len(titles) < 2 or len(table) < 2:
        return None
    scaled = pd.DataFrame({key: _scaled(table[key]) for key in titles})
    fig = theme.figure(HEIGHT_PX, hovermode="closest")
    rest = scaled[~table["group"].isin(list(groups))].head(MOST_LINES)
    if len(rest):
        _lines(fig, rest, "All others", OTHERS, "solid", 1.0)
    for place, (key, name) in enumerate(groups.items(), start=1):
        own = scaled[table["group"] == key]
        if len(own):
            _lines(fig, own, name, theme.style(place).colour, theme.style(place - 1).dash, 2.4)
    for place, key in enumerate(titles):
        _scale(fig, place, table[key])
    fig.update_xaxes(tickvals=list(range(len(titles))), ticktext=[_wrapped(title) for title in titles.values()],
                     range=[-0.35, len(titles) - 0.65], showgrid=False, tickangle=0)  # fmt: skip
    fig.update_yaxes(visible=False, range=[-ROOM, 1 + ROOM], fixedrange=True)
    return fig


def _scaled(values: "pd.Series[Any]") -> "pd.Series[float]":
    numbers = values if values.dtype.kind in "fi" else values.map({text: at for at, text in enumerate(values.unique())})
    span = numbers.max() - numbers.min()
    return (numbers - numbers.min()) / span if span else numbers * 0 + 0.5


def _lines(fig: go.Figure, rows: pd.DataFrame, name: str, colour: str, dash: str, width: float) -> None:
    """One trace for all lines, with a gap between two of them."""
    gaps = np.full((len(rows), 1), np.nan)
    across = np.hstack([np.tile(np.arange(rows.shape[1], dtype=float), (len(rows), 1)), gaps]).ravel()
    fig.add_scatter(
        x=across, y=np.hstack([rows.to_numpy(dtype=float), gaps]).ravel(), mode="lines", name=theme.plain(name),
        line={"color": colour, "dash": dash, "width": width}, opacity=0.55 if width == 1.0 else 1.0, hoverinfo="skip",
    )  # fmt: skip


def _scale(fig: go.Figure, place: int, values: "pd.Series[Any]") -> None:
    """The upright of a column, with its values where they are few or words, else with both ends."""
    fig.add_shape(type="line", x0=place, x1=place, y0=0, y1=1, layer="below",
                  line={"color": theme.NEUTRAL, "width": 1})  # fmt: skip
    known = values.dropna()
    if known.empty:
        return
    marks = known.drop_duplicates()
    in_words = marks.dtype.kind not in "fi"
    if len(marks) > MOST_TICKS or not (in_words or (marks % 1 == 0).all()):
        marks = marks.iloc[[0, -1] if in_words else [int(marks.argmin()), int(marks.argmax())]]
    for value, at in zip(marks, _scaled(values)[marks.index], strict=True):
        # Beyond both ends, where no line runs over them.
        beyond = {0.0: {"yanchor": "top", "xanchor": "center"}, 1.0: {"yanchor": "bottom", "xanchor": "center"}}
        where = beyond.get(float(at), {"xanchor": "left", "xshift": 4})
        fig.add_annotation(x=place, y=at, text=_text(value), showarrow=False, font={"size": 11},
                           bgcolor="rgba(127,127,127,0.12)", **where)  # fmt: skip


def _text(value: Any) -> str:
    return theme.plain(value, LABEL_LENGTH) if isinstance(value, str) else short_text(value)


def _wrapped(title: str) -> str:
    """On lines of a few words."""
    lines: Sequence[str] = [""]
    for word in theme.plain(title, 60).split(" "):
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) <= WRAP else [*lines, word]
    return "<br>".join(line for line in lines if line)
