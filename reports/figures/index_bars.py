"""How much each axis matters to a measure, as bars with their intervals: shares of the variance, or distances."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.words import interval, number

ROW_PX = 26
FRAME_PX = 96
LINE_LENGTH, LABEL_LENGTH = 30, 60
CHANCE = "By chance"


def sensitivity_bars(table: pd.DataFrame, names: Mapping[str, str], title: str) -> go.Figure | None:
    """A bar for each axis and index, with its 95 % interval; axes in the order of the table, the first on top.

    `table` has the columns axis, index, value, low, high, and chance: what an axis without any effect would reach
    (nan where that is not known), drawn as a mark. `names` says which indices to draw, and what they are called.

    >>> import pandas as pd
    >>> rows = [("Beds", "ST", 0.7, 0.6), ("Beds", "S1", 0.6, 0.5), ("Nurses", "ST", 0.3, 0.2)]
    >>> frame = pd.DataFrame(rows, columns=["axis", "index", "value", "low"])
    >>> frame = frame.assign(high=2 * frame["value"] - frame["low"], chance=float("nan"))
    >>> fig = figures.sensitivity_bars(frame, {"ST": "In all", "S1": "By itself"}, "Share of the variance")
    >>> fig.data[0].x.tolist()
    [0.7, 0.3]
    """
    seen = table[table["index"].isin(list(names))].dropna(subset="value")
    if seen.empty:
        return None
    axes = list(dict.fromkeys(seen["axis"]))
    labels = [theme.on_lines(axis, LINE_LENGTH, LABEL_LENGTH) for axis in axes]
    height = FRAME_PX + theme.row_px(labels, ROW_PX * len(names)) * len(axes)
    fig = theme.figure(height, barmode="group", bargap=0.3, hovermode="closest", showlegend=len(names) > 1)
    for place, (index, name) in enumerate(names.items()):
        own = seen[seen["index"] == index]
        _bars(fig, own, [axes.index(axis) for axis in own["axis"]], name, place)
    known = seen.dropna(subset="chance").drop_duplicates("axis")
    if len(known):
        _chance(fig, known, [axes.index(axis) for axis in known["axis"]])
    fig.update_yaxes(tickvals=list(range(len(axes))), ticktext=labels,
                     range=[len(axes) - 0.4, -0.6], showgrid=False, ticklabelstandoff=6)  # fmt: skip
    fig.update_xaxes(title_text=theme.plain(title, 60), rangemode="tozero", nticks=6, tickangle=0, zeroline=True)
    return fig


def _bars(fig: go.Figure, own: pd.DataFrame, places: list[int], name: str, order: int) -> None:
    look = theme.style(1 + order)
    texts = [
        theme.plain(f"{row['axis']}: {name.lower()} {_said(row)}", 160)
        for _, row in own.iterrows()
    ]  # fmt: skip
    fig.add_bar(
        x=own["value"], y=places, orientation="h", name=theme.plain(name),
        marker={"color": look.colour, "line": {"width": 0}, "pattern": {"shape": "/" if order else "", "size": 6}},
        error_x={**theme.whiskers(own["value"], own["low"], own["high"]), "color": theme.NEUTRAL},
        hovertext=texts, hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def _said(row: "pd.Series[float]") -> str:
    bounds = interval(row["low"], row["high"], 2)
    return number(row["value"], 2) + (f" (95 % interval {bounds})" if bounds else "")


def _chance(fig: go.Figure, known: pd.DataFrame, places: list[int]) -> None:
    fig.add_scatter(
        x=known["chance"], y=np.array(places), mode="markers", name=CHANCE, showlegend=True,
        marker={"symbol": "line-ns", "size": 18, "line": {"width": 3, "color": theme.COLOURS[2]}},
        hovertemplate="19 in 20 axes without any effect stay under %{x:.2f}<extra></extra>",
    )  # fmt: skip
    fig.update_layout(showlegend=True)
