"""Cost against access: every unit that a search looked at, the best compromises, the choice and the unit as it is."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.words import estimate

HEIGHT_PX = 480
MOST_WHISKERS = 15
"""With more units than these, whiskers are drawn for the front, the choice and the unit as it is alone."""
MISSES, OPEN, MEETS, FRONT, CHOICE, TODAY = "misses", "undecided", "meets", "front", "choice", "today"
LOOKS: dict[str, tuple[str, str, str, int]] = {
    MISSES: ("Misses a target", theme.NEUTRAL, "x-thin-open", 8),
    OPEN: ("Not decided", theme.NEUTRAL, "circle-open", 8),
    MEETS: ("Meets the targets", theme.COLOURS[3], "circle", 8),
    TODAY: ("Today", theme.COLOURS[2], "square", 13),
    CHOICE: ("The choice", theme.COLOURS[1], "star", 17),
}
"""Name, colour, marker and size of each kind; what is named later is drawn over what is named before."""


def pareto_front(table: pd.DataFrame, titles: Sequence[str], units: Sequence[str] = ("", "")) -> go.Figure | None:
    """A marker for each unit, with whiskers both ways, and a line along the front; None with fewer than two.

    `table` has the columns unit (what it is called), x, x_low, x_high, y, y_low, y_high, meets (meets, misses or
    undecided) and front, chosen, today (true or false). `titles` say what x and y are, with their units, and `units`
    the units alone.

    >>> import pandas as pd
    >>> names = ["20 beds", "24 beds", "26 beds", "28 beds"]
    >>> frame = pd.DataFrame({"unit": names, "x": [3.4, 3.9, 4.2, 4.6], "y": [61.0, 75.0, 74.0, 88.0]})
    >>> frame = frame.assign(x_low=frame.x - 0.1, x_high=frame.x + 0.1, y_low=frame.y - 3, y_high=frame.y + 3)
    >>> frame = frame.assign(front=frame.unit != "26 beds", meets=["misses", "undecided", "misses", "meets"])
    >>> frame = frame.assign(chosen=frame.unit == "28 beds", today=frame.unit == "24 beds")
    >>> fig = figures.pareto_front(frame, ["Cost (million USD a year)", "Admitted within 24 h (%)"])
    >>> [trace.name for trace in fig.data][-2:]
    ['Today', 'The choice']
    """
    seen = table.dropna(subset=["x", "y"])
    if len(seen) < 2:
        return None
    fig = theme.figure(HEIGHT_PX, hovermode="closest")
    front = seen[seen["front"]].sort_values(["x", "y"], kind="stable")
    fig.add_scatter(
        x=front["x"], y=front["y"], name="Best compromises", mode="lines", hoverinfo="skip",
        line={"color": theme.COLOURS[3], "dash": "dot", "width": 1.6},
    )  # fmt: skip
    kinds = _kinds(seen)
    for kind in LOOKS:
        own = seen[kinds == kind]
        if len(own):
            _add(fig, own, kind, units, whiskers=kind in (TODAY, CHOICE) or len(seen) <= MOST_WHISKERS)
    if len(seen) > MOST_WHISKERS:
        _whiskers_alone(fig, front[~front["chosen"] & ~front["today"]])
    fig.update_xaxes(title_text=theme.plain(titles[0], 70), nticks=6, tickangle=0, separatethousands=True)
    fig.update_yaxes(title_text=theme.plain(titles[1], 70), nticks=6)
    return fig


def _kinds(seen: pd.DataFrame) -> "pd.Series[str]":
    """What each unit is shown as: the choice before all, then the unit as it is."""
    return seen["meets"].mask(seen["today"], TODAY).mask(seen["chosen"], CHOICE)


def _add(fig: go.Figure, own: pd.DataFrame, kind: str, units: Sequence[str], *, whiskers: bool) -> None:
    name, colour, symbol, size = LOOKS[kind]
    if kind == CHOICE and own["today"].any():
        name = "The choice, which is today's unit"
    fig.add_scatter(
        x=own["x"], y=own["y"], name=name, mode="markers", hovertext=_hover(own, units), hoverinfo="text",
        marker={"color": colour, "symbol": symbol, "size": size, "line": {"color": colour, "width": 2}},
        **(_bars(own, colour) if whiskers else {}),
    )  # fmt: skip


def _whiskers_alone(fig: go.Figure, own: pd.DataFrame) -> None:
    fig.add_scatter(
        x=own["x"], y=own["y"], mode="markers", marker={"size": 0.1, "color": theme.NEUTRAL}, hoverinfo="skip",
        showlegend=False, **_bars(own, theme.NEUTRAL),
    )  # fmt: skip


def _bars(own: pd.DataFrame, colour: str) -> dict[str, object]:
    return {
        f"error_{key}": {
            **theme.whiskers(own[key], own[f"{key}_low"], own[f"{key}_high"]), "thickness": 1.2, "width": 3,
            "color": colour,
        }
        for key in ("x", "y")
    }  # fmt: skip


def _hover(own: pd.DataFrame, units: Sequence[str]) -> list[str]:
    """The unit and its two estimates, a line each."""
    return [
        "<br>".join(
            [theme.plain(row["unit"], 200)]
            + [
                theme.plain(estimate(row[key], row[f"{key}_low"], row[f"{key}_high"], unit), 200)
                for key, unit in zip(("x", "y"), units, strict=True)
            ]
        )
        for _, row in own.iterrows()
    ]
