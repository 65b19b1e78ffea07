"""How stays end, and on which day people leave early."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.dots import dots
from reports.frames import SHARE_PCT, complete, mean_interval, share_intervals
from reports.words import estimate

NOT_ENDED = "still in the unit at the end"
"""The category of the log for those whose stay has no outcome yet."""


def ended(counts: pd.DataFrame) -> pd.DataFrame:
    """Rows of counts.csv on the outcomes of stays that ended in the measured time, which are what measures count."""
    return counts[(counts["topic"] == "outcome") & (counts["category"] != NOT_ENDED)]


def outcome_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Mean percentage of the stays that ended by outcome with its 95 % interval, by scenario."""
    return share_intervals(ended(counts), "outcome")


def outcomes_of_stays(counts: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of the stays that ended by how they did, with 95 % intervals.

    `counts` has the columns of counts.csv: scenario, replication, topic, category, count.

    >>> study = reports.example()
    >>> frame = study.frame("counts")
    >>> fig = figures.outcomes_of_stays(frame, study.names)
    >>> fig.data[0].y[0]
    'Completed'
    """
    return dots(outcome_shares(counts), names, "Stays that ended (%)", " %")


def day_of_leaving(counts: pd.DataFrame) -> pd.DataFrame:
    """Percentage of the stays that ended in self-discharge on each day of stay with its 95 % interval, by scenario."""
    by_day = complete(counts[counts["topic"] == "self_discharge_day"], "category", "count")
    by_day = by_day.sort_values("category", key=_first_day, kind="stable")
    runs = ["scenario", "replication"]
    stays = ended(counts).groupby(runs)["count"].sum().rename("stays")
    joined = by_day.join(stays, on=runs)
    joined["pct"] = 100 * joined["count"] / joined["stays"]
    return mean_interval(joined, ["scenario", "category"], "pct", SHARE_PCT)


def _first_day(categories: "pd.Series[str]") -> "pd.Series[int]":
    """`15+` comes after `14`."""
    return categories.astype(str).str.rstrip("+").astype(int)


def self_discharge_day(counts: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of the stays that ended in self-discharge on each day of stay, with 95 % intervals.

    `counts` has the columns of counts.csv: scenario, replication, topic, category, count.

    >>> study = reports.example()
    >>> frame = study.frame("counts")
    >>> fig = figures.self_discharge_day(frame, study.names)
    >>> fig.layout.xaxis.title.text
    'Day of stay'
    """
    table = day_of_leaving(counts)
    if not table["mean"].fillna(0).any():
        return None
    mode = "lines+markers" if len(names) == 1 else "markers"
    fig = theme.figure(360, scattermode="group", scattergap=0.5)
    for place, (scenario, name) in enumerate(names.items()):
        rows, look = table[table["scenario"] == scenario], theme.style(place)
        fig.add_scatter(
            x=rows["category"].astype(str), y=rows["mean"], name=theme.plain(name), mode=mode,
            line={"color": look.colour, "dash": look.dash}, cliponaxis=False, marker={"symbol": look.symbol, "size": 8},
            error_y=theme.whiskers(rows["mean"], rows["low"], rows["high"]), showlegend=True,
            hovertext=[estimate(row["mean"], row["low"], row["high"], "% of stays") for _, row in rows.iterrows()],
            hovertemplate="day %{x}: %{hovertext}",
        )  # fmt: skip
    fig.update_xaxes(title_text="Day of stay", type="category")
    fig.update_yaxes(title_text="Stays ending in self-discharge (%)", rangemode="tozero", ticksuffix=" %")
    return fig
