"""How a measure answers to one axis: its mean at each value, with the 95 % interval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.labels import number_scale, short_text
from reports.words import estimate

HEIGHT_PX = 260
LEGEND_PX = 24
MOST_LINES = 6
LABEL_LENGTH = 18
POINTS = "Each point"


@dataclass(frozen=True)
class Lines:
    """What tells several lines apart: what their values stand for, and what each value is called."""

    title: str
    names: Mapping[Any, str]


def response_curve(
    table: pd.DataFrame,
    axis: str,
    unit: str,
    lines: Lines | None = None,
    goal: float | None = None,
    log: bool = False,
) -> go.Figure | None:
    """Line and band over numbers, markers with whiskers over words; several lines have whiskers, for bands would hide.

    `table` has the columns at (number or text, in order), mean, low and high; line, a value of `lines`; and from and to
    where `at` is the middle of a slice. `axis` is what the axis is called, `unit` that of the measure, `goal` a level
    to be held against; `log` draws the values on a logarithmic scale.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"at": [20.0, 22.0, 24.0, 26.0], "mean": [31.0, 19.0, 9.0, 5.0]})
    >>> frame = frame.assign(low=frame["mean"] - 3, high=frame["mean"] + 3)
    >>> fig = figures.response_curve(frame, "Beds", "Wait to admission (h)", goal=12.0)
    >>> fig.layout.xaxis.title.text
    'Beds'
    """
    seen = table.dropna(subset="mean")
    if seen.empty:
        return None
    fig = theme.figure(HEIGHT_PX + LEGEND_PX * bool(lines), showlegend=bool(lines), hovermode="closest")
    if lines is None:
        _draw(fig, seen, _told(seen, axis, unit, ""), "", theme.style(1), band=not _in_words(seen))
    else:
        fig.update_layout(legend_title_text=f"{theme.plain(lines.title, LABEL_LENGTH)}: ", **_apart(seen))
        for place, (value, name) in enumerate(lines.names.items()):
            own = seen[seen["line"] == value]
            told = _told(own, axis, unit, f"{lines.title} {name}")
            _draw(fig, own, told, name, theme.style(place), band=False)
    if goal is not None:
        fig.add_hline(y=goal, line={"color": theme.NEUTRAL, "dash": "dot", "width": 2})
    _scales(fig, seen, axis, unit, log)
    return fig


def with_points(fig: go.Figure, points: pd.DataFrame, texts: Sequence[str]) -> go.Figure:
    """The points behind the means: columns at and mean; `texts` say what each is."""
    fig.add_scatter(
        x=points["at"], y=points["mean"], mode="markers", name=POINTS,
        marker={"color": theme.NEUTRAL, "size": 5, "opacity": 0.45},
        hovertext=[theme.plain(text, 160) for text in texts], hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    fig.data = (fig.data[-1], *fig.data[:-1])
    return fig


def _scales(fig: go.Figure, seen: pd.DataFrame, axis: str, unit: str, log: bool) -> None:
    fig.update_yaxes(title_text=theme.plain(unit), nticks=5)
    fig.update_xaxes(title_text=theme.plain(axis), nticks=8, tickangle=0)
    values = list(dict.fromkeys(seen["at"]))
    if _in_words(seen):
        shown = [theme.plain(text, LABEL_LENGTH) for text in values]
        fig.update_xaxes(type="category", tickvals=values, ticktext=shown, range=[-0.5, len(values) - 0.5],
                         tickangle=None)  # fmt: skip
    elif "from" not in seen:
        fig.update_xaxes(number_scale(values, log))
    elif log:
        fig.update_xaxes(type="log")


def _draw(fig: go.Figure, own: pd.DataFrame, told: list[str], name: str, look: theme.Style, band: bool) -> None:
    if band:
        edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", "showlegend": False}
        fig.add_scatter(x=own["at"], y=own["low"], **edge)
        fig.add_scatter(x=own["at"], y=own["high"], fill="tonexty", fillcolor=look.fill(), **edge)
    fig.add_scatter(
        x=own["at"], y=own["mean"], name=theme.plain(name), mode="markers" if _in_words(own) else "lines+markers",
        line={"color": look.colour, "dash": look.dash, "width": 2.2},
        marker={"color": look.colour, "symbol": look.symbol, "size": 8},
        error_y=None if band else theme.whiskers(own["mean"], own["low"], own["high"]),
        hovertext=told, hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def _apart(seen: pd.DataFrame) -> dict[str, Any]:
    """Lines beside each other, so that no whisker hides another; what the pointer shows is where they belong."""
    return {"scattermode": "group", "scattergap": 0.5 if _in_words(seen) else 0.8}


def _told(own: pd.DataFrame, axis: str, unit: str, line: str) -> list[str]:
    """Where each mean belongs, and what it is: a line each."""
    places = [f"{axis} {value}" if isinstance(value, str) else f"{axis} {short_text(value)}" for value in own["at"]]
    found = [estimate(row["mean"], row["low"], row["high"], unit) for _, row in own.iterrows()]
    return [
        f"{theme.plain(', '.join(filter(None, [place, line])), 160)}<br>{theme.plain(text, 160)}"
        for place, text in zip(places, found, strict=True)
    ]


def _in_words(table: pd.DataFrame) -> bool:
    return any(isinstance(value, str) for value in table["at"])
