"""Morris's figure: how much each axis moves a measure, against how much that depends on where the others are."""

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.words import estimate

HEIGHT_PX = 340
MOST_NAMED = 8
"""Axes with a style of their own; the others matter less and are grey."""
LABEL_LENGTH = 22


def morris_plane(table: pd.DataFrame, unit: str) -> go.Figure | None:
    """A marker for each axis: mu* across, with its 95 % interval, and sigma up. The line is sigma = mu*.

    `table` has the columns axis, mu_star, low, high, sigma, all numbers in `unit`, the axis that matters most first.

    >>> import pandas as pd
    >>> rows = [("Beds", 9.0, 7.0, 11.0, 3.0), ("Nurses by night", 4.0, 3.0, 5.0, 2.5), ("Rooms", 1.0, 0.5, 1.5, 0.4)]
    >>> frame = pd.DataFrame(rows, columns=["axis", "mu_star", "low", "high", "sigma"])
    >>> fig = figures.morris_plane(frame, "h")
    >>> fig.data[1].x.tolist()
    [9.0]
    """
    seen = table.dropna(subset=["mu_star", "sigma"])
    if seen.empty:
        return None
    fig = theme.figure(HEIGHT_PX, hovermode="closest", showlegend=True)
    end = float(min(seen["mu_star"].max(), seen["sigma"].max())) or 1.0
    fig.add_scatter(x=[0, end], y=[0, end], mode="lines", hoverinfo="skip", showlegend=False,
                    line={"color": theme.NEUTRAL, "dash": "dot", "width": 1.4})  # fmt: skip
    for place in range(min(len(seen), MOST_NAMED)):
        _mark(
            fig, seen.iloc[[place]], theme.plain(seen["axis"].iloc[place], LABEL_LENGTH), theme.style(place + 1), unit
        )
    if len(seen) > MOST_NAMED:
        _mark(fig, seen.iloc[MOST_NAMED:], f"{len(seen) - MOST_NAMED} others", theme.style(0), unit)
    fig.update_xaxes(title_text=f"mu* ({theme.plain(unit)})" if unit else "mu*", rangemode="tozero", nticks=6,
                     tickangle=0)  # fmt: skip
    fig.update_yaxes(title_text=f"sigma ({theme.plain(unit)})" if unit else "sigma", rangemode="tozero", nticks=5)
    return fig


def _mark(fig: go.Figure, rows: pd.DataFrame, name: str, look: theme.Style, unit: str) -> None:
    fig.add_scatter(
        x=rows["mu_star"], y=rows["sigma"], mode="markers", name=name,
        marker={"color": look.colour, "symbol": look.symbol, "size": 10},
        error_x=theme.whiskers(rows["mu_star"], rows["low"], rows["high"]),
        hovertext=[theme.plain(_said(row, unit), 200) for _, row in rows.iterrows()],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def _said(row: "pd.Series[float]", unit: str) -> str:
    return f"{row['axis']}: {estimate(row['mu_star'], row['low'], row['high'], unit)}, sigma {row['sigma']:.3g}"
