"""What one good thing costs of another: two measures of every point against each other, and the front of the best."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme

HEIGHT_PX = 440
MOST_WHISKERS = 12
"""Whiskers of more points than these are a thicket; then the front alone has them."""
FRONT, OTHERS = "The front: no point is better in both", "Other points"


def front_of(first: "pd.Series[float]", second: "pd.Series[float]", better: Sequence[str]) -> list[bool]:
    """Whether no other point is at least as good in both and better in one; `better` says `lower` or `higher`."""
    costs = [values if way == "lower" else -values for values, way in zip((first, second), better, strict=True)]
    order = sorted(range(len(first)), key=lambda place: (costs[0].iloc[place], costs[1].iloc[place]))
    on_front, least, at = [False] * len(first), np.inf, np.nan
    for place in order:
        cost, other = costs[0].iloc[place], costs[1].iloc[place]
        if other < least or (other == least and cost == at):
            on_front[place], least, at = True, other, cost
    return on_front


def trade_off_front(table: pd.DataFrame, titles: Sequence[str], places: Sequence[str]) -> go.Figure | None:
    """A marker with whiskers both ways for each point, and a line along the front.

    `table` has the columns x, x_low, x_high, y, y_low, y_high and front (true or false); `titles` are what x and y are
    called, with their units; `places` say in words which point each row is.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"x": [3.1, 3.4, 3.6, 4.0], "y": [31.0, 12.0, 18.0, 5.0]})
    >>> frame = frame.assign(x_low=frame.x - 0.1, x_high=frame.x + 0.1, y_low=frame.y - 2, y_high=frame.y + 2)
    >>> frame = frame.assign(front=[True, True, False, True])
    >>> places = ["20 beds", "24 beds", "24 beds, fewer nurses", "28 beds"]
    >>> fig = figures.trade_off_front(frame, ["Cost (million USD a year)", "Wait to admission (h)"], places)
    >>> len(fig.data)
    2
    """
    seen = table.assign(place=list(places)).dropna(subset=["x", "y"])
    if len(seen) < 2:
        return None
    fig = theme.figure(HEIGHT_PX, hovermode="closest")
    for on_front, name, look in ((False, OTHERS, theme.style(0)), (True, FRONT, theme.style(1))):
        own = seen[seen["front"] == on_front].sort_values("x", kind="stable")
        if len(own):
            _points(fig, own, name, look, on_front, on_front or len(seen) <= MOST_WHISKERS)
    fig.update_xaxes(title_text=theme.plain(titles[0], 70), nticks=6, tickangle=0, separatethousands=True)
    fig.update_yaxes(title_text=theme.plain(titles[1], 70), nticks=6)
    return fig


def _points(
    fig: go.Figure, own: pd.DataFrame, name: str, look: theme.Style, joined: bool, whiskers: bool
) -> None:  # fmt: skip
    bars = {
        f"error_{key}": {**theme.whiskers(own[key], own[f"{key}_low"], own[f"{key}_high"]), "thickness": 1, "width": 2}
        for key in ("x", "y")
    }
    fig.add_scatter(
        x=own["x"], y=own["y"], name=name, mode="lines+markers" if joined else "markers",
        line={"color": look.colour, "dash": "dot", "width": 1.4},
        marker={"color": look.colour, "symbol": look.symbol, "size": 10 if joined else 6},
        hovertext=[theme.plain(place, 200) for place in own["place"]],
        hovertemplate="%{hovertext}<br>%{x:,.4g}; %{y:,.4g}<extra></extra>",
        **(bars if whiskers else {}),
    )  # fmt: skip
