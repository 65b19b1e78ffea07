"""Whether checks come when they are due."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.panels import panels
from reports.frames import share_intervals
from reports.words import estimate

ON_TIME = "on time"
"""The category of the log that counts as good."""
RARE_PCT = 0.05
"""What stays below this everywhere is left to the table."""


def check_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Mean percentage of checks on time, late and missed with its 95 % interval, by scenario."""
    return share_intervals(counts, "checks")


def checks_on_time(counts: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of checks on time, late and missed, each on its own scale, with 95 % intervals.

    The scale of those on time ends at 100 %, the others begin at 0.

    `counts` has the columns of counts.csv: scenario, replication, topic, category, count.

    >>> study = reports.example()
    >>> frame = study.frame("counts")
    >>> fig = figures.checks_on_time(frame, study.names)
    >>> fig.layout.annotations[0].text
    '<b>On time</b> (% of checks)'
    """
    table = check_shares(counts)
    shown = {
        category: rows for category, rows in table.groupby("category", sort=False) if rows["mean"].max() > RARE_PCT
    }
    if not shown:
        return None
    fig = panels([f"<b>{theme.plain(str(each).capitalize())}</b> (% of checks)" for each in shown], names)
    for panel, (category, rows) in enumerate(shown.items(), start=1):
        for place, (scenario, name) in enumerate(names.items()):
            _add(fig, panel, rows[rows["scenario"] == scenario], name, theme.style(place))
        fig.update_xaxes(range=_ends(rows, category == ON_TIME), row=panel, col=1)
    return fig


def _ends(rows: pd.DataFrame, to_the_full: bool) -> list[float]:
    """Ends of an axis from zero to the most, or from the least to 100 %."""
    if not to_the_full:
        return theme.from_zero(rows["mean"], rows["high"])
    beyond, below = theme.from_zero(100 - rows["mean"], 100 - rows["low"])
    return [100 - below, 100 - beyond]


def _add(fig: go.Figure, panel: int, rows: pd.DataFrame, name: str, look: theme.Style) -> None:
    fig.add_scatter(
        x=rows["mean"], y=rows["scenario"], name=theme.plain(name), mode="markers", cliponaxis=False,
        marker={"color": look.colour, "symbol": look.symbol, "size": 10},
        error_x=theme.whiskers(rows["mean"], rows["low"], rows["high"]),
        hovertext=[estimate(row["mean"], row["low"], row["high"], "%") for _, row in rows.iterrows()],
        hovertemplate="%{hovertext}", row=panel, col=1,
    )  # fmt: skip
