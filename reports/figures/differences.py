"""What each alternative changes: paired differences from the base with their intervals, each in its own unit."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.panels import panels
from reports.study import Measure
from reports.words import CLEAR, VERDICTS, difference_unit, estimate

LINE_LENGTH = 40
"""Characters of a title that fit a telephone."""
MOST_BELOW = 4
"""Alternatives for whom one column of panels is no longer than a page."""
TOO_SMALL = "rgba(128,128,128,0.22)"
"""Behind differences that are too small to matter."""
ARROWS = {"lower": "← better", "higher": "better →", "": ""}


def differences_from_base(
    table: pd.DataFrame,
    measures: Sequence[Measure],
    names: Mapping[str, str],
    matters: Mapping[str, float] | None = None,
) -> go.Figure | None:
    """What each alternative changes, a panel for each measure, with intervals; hollow is too close to call.

    `table` has the columns of differences.csv: scenario, measure, difference, low, high (in the unit of the measure),
    verdict; `names` includes the base, in first place. `matters` maps a measure to the smallest difference that
    matters, in its own unit: smaller ones lie in a grey band around zero.

    >>> study = reports.example()
    >>> frame = study.frame("differences")
    >>> fig = figures.differences_from_base(frame, study.headline, study.names, {"wait_mean_h": 1.0})
    >>> fig.layout.annotations[0].text
    '<b>Wait to admission, mean</b> (h)   ← better'
    """
    alternatives = dict(list(names.items())[1:])
    rows = {(row["measure"], row["scenario"]): row for _, row in table.dropna(subset="difference").iterrows()}
    seen = {m: [(key, rows[m.name, key]) for key in alternatives if (m.name, key) in rows] for m in measures}
    seen = {measure: found for measure, found in seen.items() if found}
    if not seen:
        return None
    columns = 1 if len(alternatives) <= MOST_BELOW else 2
    fig = panels([_title(measure) for measure in seen], alternatives, columns)
    places = {scenario: place for place, scenario in enumerate(names)}
    for number, (measure, found) in enumerate(seen.items()):
        panel = {"row": number // columns + 1, "col": number % columns + 1}
        for scenario, row in found:
            _add(fig, panel, row, names[scenario], theme.style(places[scenario]), measure.unit)
        enough = (matters or {}).get(measure.name, 0.0)
        if enough > 0:
            fig.add_vrect(x0=-enough, x1=enough, fillcolor=TOO_SMALL, line_width=0, layer="below", **panel)
        fig.update_xaxes(range=_reach([row for _, row in found], enough), **panel)
    fig.update_xaxes(zeroline=True, zerolinewidth=2)
    return fig


def _reach(rows: Sequence["pd.Series[Any]"], enough: float) -> list[float]:
    """Ends of an axis that shows every whisker, what is too small to matter on both sides of zero, and a little air."""
    ends = [-enough, 0.0, enough, *(row[key] for row in rows for key in ("difference", "low", "high"))]
    low, high = float(np.nanmin(ends)), float(np.nanmax(ends))
    air = 0.06 * (high - low) or 1.0
    return [low - air, high + air]


def _title(measure: Measure) -> str:
    label, unit = theme.plain(measure.label, length=60), theme.plain(difference_unit(measure.unit))
    aside = f"{f'({unit})' if unit else ''}   {ARROWS[measure.better]}".strip()
    return f"<b>{label}</b>{'<br>' if len(label + aside) > LINE_LENGTH else ' '}{aside}".rstrip()


def _add(
    fig: go.Figure, panel: Mapping[str, int], row: "pd.Series[Any]", name: str, look: theme.Style, unit: str
) -> None:
    symbol = look.symbol if row["verdict"] in CLEAR else f"{look.symbol}-open"
    fig.add_scatter(
        x=[row["difference"]], y=[row["scenario"]], name=theme.plain(name), mode="markers",
        marker={"color": look.colour, "size": 10, "symbol": symbol, "line": {"width": 2, "color": look.colour}},
        error_x=theme.whiskers(row["difference"], row["low"], row["high"]),
        hovertemplate=theme.plain(_said(row, difference_unit(unit)), length=120), **panel,
    )  # fmt: skip


def _said(row: "pd.Series[Any]", unit: str) -> str:
    sign = "+" if round(row["difference"], 3) > 0 else ""
    verdict = f": {row['verdict']}" if row["verdict"] in VERDICTS else ""
    return f"{sign}{estimate(row['difference'], row['low'], row['high'], unit)}{verdict}"
