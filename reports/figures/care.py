"""Waits for care after admission: typical against long, for each kind of care."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.panels import panels
from reports.figures.waits import waiting_times

TYPICAL, LONG = 50, 90
"""Percentiles shown."""


def kinds(waits: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The times of each kind of care that somebody waited for."""
    tables = {what: waiting_times(waits, what) for what in waits["what"].unique() if what != "bed"}
    return {what: table for what, table in tables.items() if not table.empty}


def typical_and_long(waits: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Median (marker) and 90th percentile (upright bar) of each wait for care in hours, with 95 % intervals."""
    tables = kinds(waits)
    if not tables:
        return None
    fig = panels([f"<b>{theme.plain(what[:1].upper() + what[1:])}</b> (hours)" for what in tables], names)
    for row, table in enumerate(tables.values(), start=1):
        for place, scenario in enumerate(names):
            at = {point["percentile"]: point for _, point in table[table["scenario"] == scenario].iterrows()}
            if TYPICAL in at and LONG in at:
                _add(fig, row, at[TYPICAL], at[LONG], scenario, names[scenario], theme.style(place))
    fig.update_xaxes(rangemode="tozero", ticksuffix=" h")
    return fig


def _add(
    fig: go.Figure, row: int, half: pd.Series, most: pd.Series, scenario: str, name: str, look: theme.Style
) -> None:
    shown = theme.plain(name)
    fig.add_scatter(
        x=[half["mean"], most["mean"]], y=[scenario, scenario], mode="lines", name=shown, hoverinfo="skip",
        line={"color": look.fill(0.4), "width": 5}, row=row, col=1,
    )  # fmt: skip
    for point, symbol, said in ((half, look.symbol, "half"), (most, "line-ns-open", "nine in ten")):
        fig.add_scatter(
            x=[point["mean"]], y=[scenario], mode="markers", name=shown,
            marker={"color": look.colour, "symbol": symbol, "size": 10, "line": {"width": 2, "color": look.colour}},
            error_x=theme.whiskers(point["mean"], point["low"], point["high"]),
            hovertemplate=f"{said} within %{{x:.1f}} h", row=row, col=1,
        )  # fmt: skip
