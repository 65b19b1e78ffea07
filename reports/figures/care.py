"""Waits for care after admission: typical against long, for each kind of care."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.panels import panels
from reports.figures.waits import BRIEF_H, waiting_times
from reports.words import estimate

TYPICAL, LONG = 50, 90
"""Percentiles shown."""


@dataclass(frozen=True)
class Kind:
    """One kind of care and the hours waited for it."""

    what: str
    hours: pd.DataFrame

    @property
    def unit(self) -> str:
        return "min" if self.hours["mean"].max() < BRIEF_H else "h"

    @property
    def times(self) -> pd.DataFrame:
        """`hours` in `unit`."""
        ends = ["mean", "low", "high"]
        return self.hours.assign(**self.hours[ends] * (60 if self.unit == "min" else 1))


def kinds(waits: pd.DataFrame) -> list[Kind]:
    """Each kind of care that somebody waited for."""
    found = [Kind(what, waiting_times(waits, what)) for what in waits["what"].unique() if what != "bed"]
    return [kind for kind in found if not kind.hours.empty]


def waits_for_care(waits: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Median (marker) and 90th percentile (upright bar) of each wait for care, with 95 % intervals.

    `waits` has the columns of waits.csv: scenario, replication, what, percentile (0 to 100), hours.

    >>> study = reports.example()
    >>> frame = study.frame("waits")
    >>> fig = figures.waits_for_care(frame, study.names)
    >>> [panel.text for panel in fig.layout.annotations][:2]
    ['<b>Nursing assessment</b> (min)', '<b>Prescriber</b> (h)']
    """
    shown = kinds(waits)
    if not shown:
        return None
    fig = panels(
        [f"<b>{theme.plain(kind.what[:1].upper() + kind.what[1:])}</b> ({kind.unit})" for kind in shown], names
    )
    for row, kind in enumerate(shown, start=1):
        times = kind.times
        for place, scenario in enumerate(names):
            at = {point["percentile"]: point for _, point in times[times["scenario"] == scenario].iterrows()}
            if TYPICAL in at and LONG in at:
                _add(fig, row, at[TYPICAL], at[LONG], scenario, names[scenario], theme.style(place), kind.unit)
        told = times[times["percentile"].isin([TYPICAL, LONG])]
        fig.update_xaxes(range=theme.from_zero(told["mean"], told["high"]), row=row, col=1)
    return fig


def _add(
    fig: go.Figure, row: int, half: pd.Series, most: pd.Series, scenario: str, name: str, look: theme.Style, unit: str
) -> None:
    shown = theme.plain(name)
    fig.add_scatter(
        x=[half["mean"], most["mean"]], y=[scenario, scenario], mode="lines", name=shown, hoverinfo="skip",
        line={"color": look.fill(0.4), "width": 5}, row=row, col=1,
    )  # fmt: skip
    for point, symbol, said in ((half, look.symbol, "half"), (most, "line-ns-open", "nine in ten")):
        fig.add_scatter(
            x=[point["mean"]], y=[scenario], mode="markers", name=shown, cliponaxis=False,
            marker={"color": look.colour, "symbol": symbol, "size": 10, "line": {"width": 2, "color": look.colour}},
            error_x=theme.whiskers(point["mean"], point["low"], point["high"]),
            hovertemplate=f"{said} within {estimate(point['mean'], point['low'], point['high'], unit)}", row=row, col=1,
        )  # fmt: skip
