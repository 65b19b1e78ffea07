"""The wait for a bed: what share of the people admitted came in within so many hours."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.frames import mean_interval


def waiting_times(waits: pd.DataFrame, what: str) -> pd.DataFrame:
    """Mean hours and 95 % interval by scenario and percentile for the waits called `what`; unseen waits left out."""
    table = mean_interval(waits[waits["what"] == what], ["scenario", "percentile"], "hours")
    return table.dropna(subset="mean")


def bed(waits: pd.DataFrame, names: Mapping[str, str]) -> go.Figure | None:
    """Percentage of people admitted within so many hours, with the 95 % interval of each percentile as a band."""
    table = waiting_times(waits, "bed")
    if table.empty:
        return None
    fig = theme.figure(400, hovermode="closest")
    for place, (scenario, name) in enumerate(names.items()):
        _curve(fig, table[table["scenario"] == scenario], name, theme.style(place))
    fig.update_xaxes(title_text="Hours from joining the list to admission", rangemode="tozero")
    fig.update_yaxes(title_text="Admitted within that time (%)", range=[0, 100], ticksuffix=" %")
    return fig


def _curve(fig: go.Figure, rows: pd.DataFrame, name: str, look: theme.Style) -> None:
    shown = theme.plain(name)
    outline = pd.concat([rows["low"], rows["high"][::-1]]).clip(lower=0)
    if outline.notna().all():
        fig.add_scatter(
            x=outline, y=pd.concat([rows["percentile"], rows["percentile"][::-1]]), name=f"{shown}, interval",
            fill="toself", fillcolor=look.fill(), line={"width": 0}, mode="lines", hoverinfo="skip",
            showlegend=False, legendgroup=shown,
        )  # fmt: skip
    fig.add_scatter(
        x=rows["mean"], y=rows["percentile"], name=shown, mode="lines", legendgroup=shown,
        line={"color": look.colour, "dash": look.dash, "width": 2.2},
        hovertemplate="%{y:.0f} % within %{x:.1f} h", showlegend=True,
    )  # fmt: skip
