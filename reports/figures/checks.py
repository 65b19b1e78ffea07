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
    for panel, rows in enumerate(shown.values(), start=1):
        for place, (scenario, name) in enumerate(names.items()):
            _add(fig, panel, rows[rows["scenario"] == scenario], name, theme.style(place))
    return fig


def _add(fig: go.Figure, panel: int, rows: pd.DataFrame, name: str, look: theme.Style) -> None:
    fig.add_scatter(
        x=rows["mean"], y=rows["scenario"], name=theme.plain(name), mode="markers", cliponaxis=False,
        marker={"color": look.colour, "symbol": look.symbol, "size": 10},
        error_x=theme.whiskers(rows["mean"], rows["low"], rows["high"]),
        hovertext=[estimate(row["mean"], row["low"], row["high"], "%") for _, row in rows.iterrows()],
        hovertemplate="%{hovertext}", row=panel, col=1,
    )  # fmt: skip
