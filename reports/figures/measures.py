"""Measures of one unit beside each other: how high each is, under each scenario."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from reports.figures.dots import dots
from reports.study import Measure

WIDE = 1000
"""Amounts from here on leave room for few ticks."""


def levels(summary: pd.DataFrame, measures: Sequence[Measure]) -> pd.DataFrame:
    """Rows of `summary` of these measures, in their order: columns scenario, category (the label), mean, low, high."""
    labels = {measure.name: measure.label for measure in measures}
    rows = summary[summary["measure"].isin(labels)].dropna(subset="mean")
    order = rows["measure"].map({name: place for place, name in enumerate(labels)})
    return rows.assign(category=rows["measure"].map(labels), order=order).sort_values("order", kind="stable")


def measured(table: pd.DataFrame, names: Mapping[str, str], title: str, suffix: str = "") -> go.Figure | None:
    """Measures of one unit beside each other under each scenario, with 95 % intervals.

    `table` is that of `levels`: scenario, category, mean, low, high; `title` and `suffix` say the unit.

    >>> from reports.figures.measures import levels
    >>> study = reports.example()
    >>> costs = [each for each in study.measures if each.name in ("staff_cost_per_year", "bed_cost_per_year")]
    >>> frame = levels(study.frame("summary"), costs)
    >>> fig = figures.measured(frame, study.names, costs[0].unit)
    >>> fig.layout.xaxis.title.text
    'USD a year'
    """
    fig = dots(table, names, title, suffix)
    if fig is not None and table["mean"].max() >= WIDE:
        fig.update_xaxes(separatethousands=True, nticks=4)
    return fig
