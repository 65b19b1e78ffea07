"""A measure over two axes at once: height lines over two axes of numbers, coloured cells where one is of words."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.labels import number_scale, short_number
from reports.words import decimals, estimate

HEIGHT_PX = 320
CELL_PX = 34
SCALE = theme.LOAD_SCALE
LABEL_LENGTH = 18
INK, PALE = "#1c2329", "#ffffff"
SIGNS = {
    "kept": {"symbol": "circle", "color": "#0072b2", "size": 11, "line": {"width": 1.6, "color": PALE}},
    "kept by the mean, not for sure": {
        "symbol": "diamond",
        "color": "#0072b2",
        "size": 11,
        "line": {"width": 1.6, "color": PALE},
    },
    "not kept by the mean, not ruled out": {
        "symbol": "diamond",
        "color": PALE,
        "size": 10,
        "line": {"width": 1.6, "color": INK},
    },
    "not kept": {"symbol": "x", "color": PALE, "size": 8, "line": {"width": 1.2, "color": INK}},
}
"""Verdict on a point and its targets, from the best to the worst, to a mark that is seen on both ends of the scale."""
PLAIN = {"symbol": "circle", "color": PALE, "size": 6, "line": {"width": 1.2, "color": INK}}
FEWEST_FOR_LINES = 3


def contour_map(
    table: pd.DataFrame, axes: Sequence[str], unit: str, logs: Sequence[bool] = (False, False)
) -> go.Figure | None:
    """Colour and height lines of a measure, with a mark at each point that was run and the border of the targets.

    `table` has the columns x and y (numbers or text, in order), mean, low, high, and, where there are targets, verdict
    (a word of `SIGNS`) and margin (0 on the border); `axes` are what x and y are called, `logs` whether their
    scales are logarithmic. Between the points the colour is interpolated; over words, or fewer than three numbers,
    there are cells and nothing in between.

    >>> import pandas as pd
    >>> rows = [(x, y, 60 - 2 * x + 60 / y) for x in (20.0, 22.0, 24.0, 26.0) for y in (1.0, 2.0, 3.0)]
    >>> frame = pd.DataFrame(rows, columns=["x", "y", "mean"])
    >>> frame = frame.assign(low=frame["mean"] - 2, high=frame["mean"] + 2)
    >>> fig = figures.contour_map(frame, ["Beds", "Nurses by night"], "Wait to admission (h)")
    >>> fig.data[0].z[0].tolist()
    [80.0, 76.0, 72.0, 68.0]
    """
    seen = table.dropna(subset="mean")
    if seen.empty:
        return None
    across, down = (list(dict.fromkeys(seen[key])) for key in ("x", "y"))
    fig = theme.figure(HEIGHT_PX, hovermode="closest", showlegend=False, margin={"t": 12})
    smooth = not _in_words(across + down) and min(len(across), len(down)) >= FEWEST_FOR_LINES
    (_lines if smooth else _cells)(fig, seen, across, down, unit)
    if "margin" in seen and smooth:
        _border(fig, seen, across, down)
    _marks(fig, seen, axes, unit, smooth)
    updates = (fig.update_xaxes, fig.update_yaxes)
    for values, axis, log, update in zip((across, down), axes, logs, updates, strict=True):
        update(title_text=theme.plain(axis), showgrid=False, nticks=8)
        if smooth:
            update(number_scale(values, log))
        if not smooth:
            texts = [theme.plain(_said(value), LABEL_LENGTH) for value in values]
            update(type="category", tickvals=[_said(value) for value in values], ticktext=texts)
    return fig


def _lines(fig: go.Figure, seen: pd.DataFrame, across: list[Any], down: list[Any], unit: str) -> None:
    fig.add_contour(
        x=across, y=down, z=_grid(seen, "mean", across, down), colorscale=SCALE, hoverinfo="skip", ncontours=8,
        colorbar=_bar(unit), contours={"coloring": "heatmap", "showlabels": True, "labelfont": {"size": 11}},
        line={"width": 0.8, "color": "rgba(40,40,40,0.55)"},
    )  # fmt: skip


def _cells(fig: go.Figure, seen: pd.DataFrame, across: list[Any], down: list[Any], unit: str) -> None:
    fig.update_layout(height=max(HEIGHT_PX, 110 + CELL_PX * len(down)))
    fig.add_heatmap(
        x=[_said(value) for value in across], y=[_said(value) for value in down],
        z=_grid(seen, "mean", across, down), colorscale=SCALE, hoverinfo="skip", colorbar=_bar(unit), xgap=2, ygap=2,
    )  # fmt: skip


def _border(fig: go.Figure, seen: pd.DataFrame, across: list[Any], down: list[Any]) -> None:
    """The line on which the means just keep every target, in a pale case that shows it on the dark end too."""
    for line in ({"width": 6, "color": PALE}, {"width": 3, "color": "#0b5c8e", "dash": "dash"}):
        fig.add_contour(
            x=across, y=down, z=_grid(seen, "margin", across, down), showscale=False, hoverinfo="skip",
            contours={"type": "constraint", "operation": "<", "value": 0, "coloring": "none"},
            fillcolor="rgba(0,0,0,0)", line=line,
        )  # fmt: skip


def _marks(fig: go.Figure, seen: pd.DataFrame, axes: Sequence[str], unit: str, smooth: bool) -> None:
    judged = seen["verdict"] if "verdict" in seen else pd.Series("", index=seen.index)
    places = decimals(float(seen["low"].median()), float(seen["high"].median()), float(seen["mean"].median()))
    for word, own in seen.groupby(judged, sort=False):
        texts = [_told(row, axes, unit, str(word)) for _, row in own.iterrows()]
        fig.add_scatter(
            x=own["x"] if smooth else [_said(value) for value in own["x"]],
            y=own["y"] if smooth else [_said(value) for value in own["y"]],
            mode="markers" if smooth else "markers+text",
            text=None if smooth else [short_number(value, places) for value in own["mean"]], textposition="top center",
            textfont={"color": _inks(own["mean"], seen["mean"]), "size": 12}, name=str(word),
            marker=SIGNS.get(str(word), PLAIN),
            hovertext=texts, hovertemplate="%{hovertext}<extra></extra>",
        )  # fmt: skip


def _told(row: "pd.Series[Any]", axes: Sequence[str], unit: str, word: str) -> str:
    """Where the point is, what was found there, and what that makes of the targets: a line each."""
    where = ", ".join(f"{axis} {_said(row[key])}" for axis, key in zip(axes, ("x", "y"), strict=True))
    found = estimate(row["mean"], row["low"], row["high"], unit)
    return "<br>".join(theme.plain(text, 160) for text in (where, found, word) if text)


def _inks(values: "pd.Series[float]", every: "pd.Series[float]") -> list[str]:
    """White on the dark end of the scale."""
    span = every.max() - every.min()
    return [PALE if span and (value - every.min()) / span > 0.6 else INK for value in values]


def _grid(seen: pd.DataFrame, column: str, across: list[Any], down: list[Any]) -> "np.ndarray[Any, Any]":
    """Rows are values of y; nan where no point was run."""
    wide = seen.pivot_table(index="y", columns="x", values=column, sort=False, dropna=False)
    return wide.reindex(index=down, columns=across).to_numpy(dtype=np.float64)


def _bar(unit: str) -> dict[str, Any]:
    return {
        "title": {"text": theme.plain(unit), "side": "right", "font": {"size": 13}},
        "thickness": 12,
        "len": 1,
        "outlinewidth": 0,
    }


def _in_words(values: list[Any]) -> bool:
    return any(isinstance(value, str) for value in values)


def _said(value: Any) -> str:
    return value if isinstance(value, str) else f"{value:g}"
