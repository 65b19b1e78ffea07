"""Measures of one unit beside each other: how high each is, under each scenario."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from reports.figures.dots import dots
from reports.study import Measure


def levels(summary: pd.DataFrame, measures: Sequence[Measure]) -> pd.DataFrame:
    """Rows of `summary` of these measures, in their order: columns scenario, category (the label), mean, low, high."""
    labels = {measure.name: measure.label for measure in measures}
    rows = summary[summary["measure"].isin(labels)].dropna(subset="mean")
    order = rows["measure"].map({name: place for place, name in enumerate(labels)})
    return rows.assign(category=rows["measure"].map(labels), order=order).sort_values("order", kind="stable")


def measured(table: pd.DataFrame, names: Mapping[str, str], title: str, suffix: str = "") -> go.Figure | None:
    """A marker with its 95 % interval for each measure and scenario; `table` is that of `levels`, of one unit.

    >>> rows = [("now", "Linked within 7 days", 40.0, 35.0, 45.0)]
    >>> frame = pd.DataFrame(rows, columns=["scenario", "category", "mean", "low", "high"])
    >>> measured(frame, {"now": "Now"}, "Share of stays (%)", " %").data[0].x.tolist()
    [40.0]
    """
    fig = dots(table, names, title, suffix)
    return fig.update_xaxes(separatethousands=True) if fig is not None else None
