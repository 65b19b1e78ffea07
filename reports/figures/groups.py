"""Who gains and who loses: measures of groups of people beside each other, one column each."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme
from reports.study import Measure
from reports.words import CLEAR, difference_unit, estimate

ROW_PX = 24
FRAME_PX = 122
FEWEST = 20
"""People of a group admitted in a replication on average; smaller groups are left to the table."""
SPLITS = {"opioid": "Main opioid", "source": "Who referred them", "protocol": "Protocol"}
"""Splits of everybody, and what they are called; every other split is by a trait that people have or have not."""
TRAITS = "Traits (one person may have several)"
WITH, WITHOUT = "with", "without"
TITLE_LENGTH = 20
LABEL_LENGTH = 26
"""Letters of a label that stand beside each other, on two lines at most."""
TALL = 1.4
"""Rows taken by one whose label is on two lines."""
BELOW = 0.36
"""How far below those with a trait those without it stand, in rows."""


@dataclass(frozen=True)
class Row:
    """One line down the side: a heading when it has no key."""

    label: str
    key: tuple[str, str] | None = None


def rows_of(groups: pd.DataFrame) -> list[Row]:
    """Headings and groups in order, of a table with columns split, group, label and people (admitted on average).

    Those who have a trait give it its row; groups of few people are left out.
    """
    each = groups.drop_duplicates(["split", "group"])
    each = each[(each["people"] >= FEWEST) & (each["split"].isin(SPLITS) | (each["group"] == WITH))]
    titled = [(SPLITS.get(row["split"], TRAITS), row) for _, row in each.iterrows()]
    lines: list[Row] = []
    for title, members in groupby(titled, key=lambda pair: pair[0]):
        found = [row for _, row in members]
        lines += [Row(title), *(Row(row["label"], (row["split"], row["group"])) for row in found)]
    return lines


def group_levels(table: pd.DataFrame, measures: Sequence[Measure], lines: Sequence[Row]) -> go.Figure | None:
    """Measures of groups of people beside each other under one scenario, with 95 % intervals.

    Open markers, a little lower, are the people without the trait of that row, where they are not too few.

    `table` has the columns of group_summary.csv, of one scenario: split, group, label, measure, mean, low, high,
    people; `lines` are from `rows_of`.

    >>> from reports.figures.groups import rows_of
    >>> study = reports.example()
    >>> frame = study.frame("group_summary").query("scenario == 'as-it-is'")
    >>> measures = [each for each in study.measures if each.name in ("wait_mean_h", "self_discharge_pct")]
    >>> fig = figures.group_levels(frame, measures, rows_of(frame))
    >>> len(fig.data)
    2
    """
    return _columns(table[table["people"] >= FEWEST], "mean", measures, lines, theme.style(0))


def group_differences(
    table: pd.DataFrame, measures: Sequence[Measure], lines: Sequence[Row], look: theme.Style
) -> go.Figure | None:
    """What one alternative changes for each group of people, with intervals; hollow where it is too close to call.

    `table` has the columns of group_differences.csv, of one alternative: split, group, measure, difference, low, high,
    verdict; `lines` are from `rows_of`; `look` is that of the alternative, by its place among the scenarios.

    >>> from reports.figures.groups import rows_of
    >>> from reports.theme import style
    >>> study = reports.example()
    >>> frame = study.frame("group_differences").query("scenario == 'tight'")
    >>> lines = rows_of(study.frame("group_summary").query("scenario == 'as-it-is'"))
    >>> measures = [each for each in study.measures if each.name in ("wait_mean_h", "self_discharge_pct")]
    >>> fig = figures.group_differences(frame, measures, lines, style(2))
    >>> fig.layout.annotations[1].text
    '<b>Self-discharge</b><br>(points) ← better'
    """
    return _columns(table, "difference", measures, lines, look)


def _columns(
    table: pd.DataFrame, column: str, measures: Sequence[Measure], lines: Sequence[Row], look: theme.Style
) -> go.Figure | None:
    seen = table.dropna(subset=column)
    by_measure = {measure: seen[seen["measure"] == measure.name] for measure in measures}
    by_measure = {measure: found for measure, found in by_measure.items() if len(found)}
    if not by_measure or not lines:
        return None
    fig = _frame(by_measure, lines, column == "difference")
    for place, (measure, found) in enumerate(by_measure.items(), start=1):
        unit = difference_unit(measure.unit) if column == "difference" else measure.unit
        _add(fig, place, _placed(found, lines, column == "mean"), column, unit, look)
    return fig


def _frame(measures: Mapping[Measure, object], lines: Sequence[Row], changes: bool) -> go.Figure:
    titles, places = [_title(measure, changes) for measure in measures], _places(lines)
    fig = make_subplots(rows=1, cols=len(titles), subplot_titles=titles, shared_yaxes=True, horizontal_spacing=0.05)
    fig.update_layout(template=theme.LIGHT, height=round(FRAME_PX + ROW_PX * (places[-1] + 1)), showlegend=False,
                      margin={"t": 76}, hovermode="closest")  # fmt: skip
    fig.update_annotations(font_size=13)
    labels = [f"<b>{theme.plain(line.label)}</b>" if line.key is None else _label(line) for line in lines]
    fig.update_yaxes(tickvals=places, range=[places[-1] + 0.7, -0.6], showgrid=True, zeroline=False)
    fig.update_yaxes(ticktext=labels, col=1)
    fig.update_xaxes(zeroline=changes, zerolinewidth=2, nticks=5, tickangle=0)
    if not changes:
        fig.update_xaxes(rangemode="tozero")
    return fig


def _label(line: Row) -> str:
    return theme.on_lines(line.label, LABEL_LENGTH, 2 * LABEL_LENGTH - 4)


def _places(lines: Sequence[Row]) -> list[float]:
    """How far down each line stands, in rows; there is room for labels on two lines."""
    tall = [TALL if line.key and "<br>" in _label(line) else 1.0 for line in lines]
    return list(accumulate(((before + own) / 2 for before, own in pairwise(tall)), initial=0.0))


def _title(measure: Measure, changes: bool) -> str:
    unit = difference_unit(measure.unit) if changes else measure.unit
    lines = textwrap.wrap(measure.label.partition(" (")[0], TITLE_LENGTH)[:2]
    name = "<br>".join(theme.plain(line) for line in lines)
    arrow = {"lower": "← better", "higher": "better →", "": ""}[measure.better] if changes else ""
    return f"<b>{name}</b><br>{f'({theme.plain(unit)}) {arrow}'.strip()}"


def _placed(found: pd.DataFrame, lines: Sequence[Row], beside: bool) -> pd.DataFrame:
    """Rows of the groups that have a line, with its number as `place`; `beside` adds those without a trait."""
    places = {line.key: place for place, line in zip(_places(lines), lines, strict=True) if line.key}
    if beside:
        places |= {(split, WITHOUT): place + BELOW for (split, _), place in places.items() if split not in SPLITS}
    keys = pd.Series(list(zip(found["split"], found["group"], strict=True)), index=found.index)
    return found.assign(place=keys.map(places)).dropna(subset="place").sort_values("place")


def _hollow(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Differences that are too close to call, and levels of those without a trait."""
    return ~rows["verdict"].isin(CLEAR) if "verdict" in rows else rows["group"] == WITHOUT


def _add(fig: go.Figure, col: int, rows: pd.DataFrame, column: str, unit: str, look: theme.Style) -> None:
    symbols = np.where(_hollow(rows), f"{look.symbol}-open", look.symbol)
    texts = [
        theme.plain(f"{row['label']}: {estimate(row[column], row['low'], row['high'], unit)}", length=160)
        for _, row in rows.iterrows()
    ]
    fig.add_scatter(
        x=tuple(rows[column]), y=rows["place"], mode="markers",
        hovertext=texts, hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": look.colour, "size": 8, "symbol": symbols, "line": {"width": 1.6, "color": look.colour}},
        error_x=theme.whiskers(rows[column], rows["low"], rows["high"]), row=1, col=col,
    )  # fmt: skip
