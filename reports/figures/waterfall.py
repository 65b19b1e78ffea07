"""What one scenario costs more or less than another, piece by piece, down to the balance."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.study import Measure
from reports.words import estimate

PIECES = (
    "staff_cost_per_year", "overtime_cost_per_year", "agency_cost_per_year", "bed_cost_per_year",
    "drug_cost_per_year", "hospital_cost_per_year", "step_down_cost_per_year",
)  # fmt: skip
"""Costs that add up to the total."""
TOTAL, INCOME, BALANCE = "cost_per_year", "income_per_year", "balance_per_year"
MORE_COLOUR, LESS_COLOUR = theme.COLOURS[2], theme.COLOURS[1]
ROW_PX = 34
FRAME_PX = 90


@dataclass(frozen=True)
class Step:
    """One row of a waterfall: from where its bar starts, how far it goes, and how sure that is."""

    measure: str
    label: str
    start: float
    change: float
    low: float
    high: float
    total: bool


def steps(differences: pd.DataFrame, measures: Sequence[Measure], scenario: str) -> list[Step]:
    """The waterfall of one alternative from rows of differences.csv; pieces that do not change are left out."""
    labels = {measure.name: measure.label for measure in measures}
    rows = {row["measure"]: row for _, row in differences[differences["scenario"] == scenario].iterrows()}
    made, at = list[Step](), 0.0
    for name in (*PIECES, TOTAL, INCOME, BALANCE):
        if name in rows and name in labels:
            change, low, high = (float(rows[name][key]) for key in ("difference", "low", "high"))
            start = at if name in PIECES else 0.0
            made.append(Step(name, labels[name], start, change, low, high, name in (TOTAL, BALANCE)))
            at += change
    return [step for step in made if step.total or step.change]


def cost_waterfall(made: Sequence[Step], currency: str) -> go.Figure | None:
    """What a scenario costs more or less than the base: each cost that changes, their total, income and balance.

    Bars add up from row to row until the total. Blue is in the unit's favour, orange against it; the whisker at the end
    of a bar is the 95 % interval of that row alone. `made` is from `steps`, which takes rows of differences.csv. None
    when nothing changes.

    >>> from reports.figures.waterfall import steps
    >>> study = reports.example()
    >>> frame = study.frame("differences")
    >>> fig = figures.cost_waterfall(steps(frame, study.measures, "night-nurse"), "USD")
    >>> fig.layout.yaxis.ticktext[0]
    'Cost of staff'
    """
    if not any(step.change for step in made):
        return None
    fig = theme.figure(FRAME_PX + ROW_PX * len(made), hovermode="closest", showlegend=False, bargap=0.35)
    places = list(range(len(made)))
    fig.add_bar(
        x=[step.change for step in made], base=[step.start for step in made], y=places, orientation="h",
        marker={"color": [_colour(step) for step in made], "line": {"width": 0}},
        error_x=_whiskers(made),
        customdata=[_said(step, currency) for step in made], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    _connect(fig, made)
    labels = [_label(step) for step in made]
    fig.update_yaxes(tickvals=places, ticktext=labels, autorange="reversed", showgrid=False)
    fig.update_xaxes(title_text=f"{theme.plain(currency)} a year, difference", zeroline=True, zerolinewidth=2)
    fig.update_xaxes(tickangle=0, nticks=4)
    return fig


def _whiskers(made: Sequence[Step]) -> dict[str, Any]:
    ends = (np.array([getattr(step, key) for step in made]) for key in ("change", "low", "high"))
    return {**theme.whiskers(*ends), "color": theme.NEUTRAL, "thickness": 2}


def _colour(step: Step) -> str:
    good = step.change > 0 if step.measure in (INCOME, BALANCE) else step.change < 0
    return LESS_COLOUR if good else MORE_COLOUR


def _label(step: Step) -> str:
    name = theme.plain(step.label)
    return f"<b>{name}</b>" if step.total else name


def _said(step: Step, currency: str) -> str:
    sign = "+" if step.change > 0 else ""
    return theme.plain(f"{sign}{estimate(step.change, step.low, step.high, currency)}", length=120)


def _connect(fig: go.Figure, made: Sequence[Step]) -> None:
    """Thin lines from the end of each bar to the start of the next that goes on from it."""
    for row, (here, following) in enumerate(pairwise(made)):
        end = here.start + here.change
        if not here.total and here.measure != INCOME and following.start == end and not following.total:
            line = {"color": theme.NEUTRAL, "width": 1, "dash": "dot"}
            fig.add_scatter(x=[end, end], y=[row, row + 1], mode="lines", line=line, hoverinfo="skip")
