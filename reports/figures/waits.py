"""The wait for a bed: what share of the people admitted came in within so many hours."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.curves import one_legend, stacked
from reports.frames import AMOUNT, mean_interval

CONTACTS = {
    "nursing assessment": "Nursing assessment",
    "prescriber": "Prescriber's examination",
    "first dose": "First dose",
}
"""Waits of the log that begin with admission, and what each waits for."""
BRIEF_H = 1.5
"""Waits that stay below this are told in minutes."""


def waiting_times(waits: pd.DataFrame, what: str) -> pd.DataFrame:
    """Mean hours and 95 % interval by scenario and percentile for the waits called `what`; unseen waits left out."""
    table = mean_interval(waits[waits["what"] == what], ["scenario", "percentile"], "hours", AMOUNT)
    return table.dropna(subset="mean")


def wait_for_bed(waits: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of people admitted within so many hours, with the 95 % interval of each percentile as a band.

    `waits` has the columns of waits.csv: scenario, replication, what, percentile (0 to 100), hours.

    >>> study = reports.example()
    >>> frame = study.frame("waits")
    >>> fig = figures.wait_for_bed(frame, study.names)
    >>> fig.layout.yaxis.title.text
    'Admitted within that time (%)'
    """
    table = waiting_times(waits, "bed")
    if table.empty:
        return None
    fig = theme.figure(400, hovermode="closest")
    for place, (scenario, name) in enumerate(names.items()):
        _curve(fig, table[table["scenario"] == scenario], name, theme.style(place), "h")
    fig.update_xaxes(title_text="Hours from joining the list to admission", rangemode="tozero")
    fig.update_yaxes(title_text="Admitted within that time (%)", range=[0, 100], ticksuffix=" %")
    return fig


def contact_times(waits: pd.DataFrame) -> pd.DataFrame:
    """Time from admission within which each percentage of people had each first contact, with the 95 % interval.

    Columns scenario, contact, unit, percentile, mean, low, high, n; brief waits are in minutes.
    """
    return pd.concat([_in_unit(waiting_times(waits, what).assign(contact=said)) for what, said in CONTACTS.items()])


def _in_unit(times: pd.DataFrame) -> pd.DataFrame:
    brief = times["mean"].max() < BRIEF_H
    ends = ["mean", "low", "high"]
    return times.assign(unit="min" if brief else "h", **times[ends] * (60 if brief else 1))


def first_contacts(waits: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of people seen within so much time after admission, a panel for each first contact.

    `waits` has the columns of waits.csv: scenario, replication, what, percentile (0 to 100), hours. Bands are 95 %
    intervals.

    >>> study = reports.example()
    >>> frame = study.frame("waits")
    >>> fig = figures.first_contacts(frame, study.names)
    >>> [panel.text for panel in fig.layout.annotations]
    ['<b>Nursing assessment (min)</b>', "<b>Prescriber's examination (h)</b>", '<b>First dose (h)</b>']
    """
    table = contact_times(waits)
    if table.empty:
        return None
    units = dict(zip(table["contact"], table["unit"], strict=True))
    fig = stacked([f"{kind} ({unit})" for kind, unit in units.items()], "Time since admission")
    for row, (kind, unit) in enumerate(units.items(), start=1):
        for place, (scenario, name) in enumerate(names.items()):
            own = table[(table["scenario"] == scenario) & (table["contact"] == kind)]
            _curve(fig, own, name, theme.style(place), unit, {"row": row, "col": 1})
    one_legend(fig)
    fig.update_yaxes(title_text="Seen by then (%)", range=[0, 100], ticksuffix=" %")
    return fig


def _curve(
    fig: go.Figure, rows: pd.DataFrame, name: str, look: theme.Style, unit: str, place: Mapping[str, int] | None = None
) -> None:
    shown, where = theme.plain(name), place or {}
    outline = pd.concat([rows["low"], rows["high"][::-1]])
    if outline.notna().all():
        fig.add_scatter(
            x=outline, y=pd.concat([rows["percentile"], rows["percentile"][::-1]]), name=f"{shown}, interval",
            fill="toself", fillcolor=look.fill(), line={"width": 0}, mode="lines", hoverinfo="skip",
            showlegend=False, legendgroup=shown, **where,
        )  # fmt: skip
    fig.add_scatter(
        x=rows["mean"], y=rows["percentile"], name=shown, mode="lines", legendgroup=shown,
        line={"color": look.colour, "dash": look.dash, "width": 2.2},
        hovertemplate=f"%{{y:.0f}} % within %{{x:.1f}} {unit}", showlegend=True, **where,
    )  # fmt: skip
