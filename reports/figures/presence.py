"""How long people stay, and how their stays have ended by then: curves that count also those whose end nobody saw."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports.figures.curves import Panel, curves
from reports.frames import SHARE_PCT, mean_interval

STILL_HERE = "still in the unit"
"""The state of the log for those whose stay has not ended."""
RARE_PCT = 1.0
"""Ways of ending that stay below this everywhere are left to the table."""


def shares_by_time(presence: pd.DataFrame) -> pd.DataFrame:
    """Mean share (%) of people in each state by hours since admission with its 95 % interval, by scenario.

    Columns scenario, state, hour, mean, low, high, n. Left out are hours after which hardly anybody is there, and those
    that not every replication saw: the mean of the others would be of other runs.
    """
    if presence.empty:
        return pd.DataFrame(columns=["scenario", "state", "hour", "mean", "low", "high", "n"])
    table = mean_interval(presence, ["scenario", "state", "hour"], "share_pct", SHARE_PCT)
    seen_by_all = table["n"] == table.groupby("scenario")["n"].transform("max")
    table = table[seen_by_all]
    last_h = table.loc[(table["state"] == STILL_HERE) & (table["mean"] >= RARE_PCT), "hour"].max()
    return pd.DataFrame(table[table["hour"] <= last_h + 24])


def presence_over_stay(table: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage still in the unit, and ended in each way, by days since admission, with 95 % intervals.

    `table` is that of `shares_by_time`: scenario, state, hour (since admission), mean, low, high (%), n.

    >>> from reports.figures.presence import shares_by_time
    >>> study = reports.example()
    >>> frame = shares_by_time(study.frame("presence"))
    >>> fig = figures.presence_over_stay(frame, study.names)
    >>> fig.layout.annotations[0].text
    '<b>Still in the unit</b>'
    """
    days = table.assign(x=table["hour"] / 24)
    often = days.groupby("state", sort=False)["mean"].max()
    panels = [
        Panel(
            state[:1].upper() + state[1:],
            days[days["state"] == state],
            "People admitted (%)",
            "%{y:.1f} % after %{x:.1f} days",
        )
        for state in often.index[often >= RARE_PCT]
    ]
    return curves(panels, names, "Days since admission", one_scale=True)
