"""How the unit filled up and settled: daily series from the very first day, warm-up included."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.curves import Panel, curves
from reports.frames import AMOUNT, mean_interval, over_time


def settling_of_levels(
    from_start: pd.DataFrame, series: Mapping[str, tuple[str, str]], names: Mapping[str, str], warm_up_days: float
) -> go.Figure | None:
    """Mean of each daily series from the start with its 95 % interval; measuring begins at the dotted line.

    `from_start` has the columns scenario, replication, day and those of `series`, which maps each to its title and
    unit. Of many days, means of weeks are drawn. Series that are zero throughout have no panel.

    >>> study = reports.example()
    >>> frame = study.frame("from_start")
    >>> series = {"occupied": ("Beds occupied", "beds"), "waiting": ("Waiting list", "people")}
    >>> fig = figures.settling_of_levels(frame, series, study.names, study.warm_up_days)
    >>> fig.layout.annotations[0].text
    '<b>Beds occupied</b>'
    """
    panels = [
        Panel(title, _levels(from_start, column), unit[:1].upper() + unit[1:], f"%{{y:.1f}} {theme.plain(unit)}")
        for column, (title, unit) in series.items()
        if len(from_start) and from_start[column].any()
    ]
    fig = curves(panels, names, "Days since the start of the run", one_scale=True)
    if fig is not None and warm_up_days > 0:
        fig.add_vline(x=warm_up_days, line={"color": theme.NEUTRAL, "dash": "dot", "width": 2})
    return fig


def _levels(from_start: pd.DataFrame, column: str) -> pd.DataFrame:
    days = over_time(from_start, column)
    return mean_interval(days.rename(columns={"day": "x"}), ["scenario", "x"], column, AMOUNT)
