"""What each change does by itself, from the base: a bar to each end of each axis."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from reports.effects import phrase
from reports.figures.tornado import tornado_chart
from reports.study import Measure
from reports.sweep.cells import NOTHING
from reports.sweep.gallery import Gallery, Panel
from reports.sweep.levels import paired, row_of
from reports.sweep.space import ONE_AT_A_TIME, Axis, Space
from reports.tables import Table
from reports.words import decimals, difference_unit, interval, listing, sentence, signed

BASE = "base"
NOTE = (
    "Bars: difference from the base when one axis goes to its lowest value (striped) or its highest; of words, to "
    "those with the smallest and the largest difference. Whiskers: 95 % intervals over replications that met the same "
    "people."
)


def gallery(space: Space) -> Gallery | None:
    """A tornado for each measure; None for another design, or when the base or all else did not finish."""
    base = space.points.index[space.points["role"] == BASE]
    if space.facts.design.kind != ONE_AT_A_TIME or not len(base) or len(space.points) < 2:
        return None
    bars = {measure: _bars(space, measure, int(base[0])) for measure in space.measures}
    order = sorted(bars, key=lambda measure: -_weight(space, measure, bars[measure], int(base[0])))
    panels = [
        Panel(measure.label, fig)
        for measure in order
        if (fig := tornado_chart(bars[measure], measure.unit)) is not None
    ]
    if not panels:
        return None
    return Gallery("tornado", "One thing at a time", _sentence(order, bars), NOTE, panels, _table(order, bars))


def _bars(space: Space, measure: Measure, base: int) -> pd.DataFrame:
    """The columns of a tornado, the longest bar first."""
    rows = [row for axis in space.varied if (row := _bar(space, measure, axis, base)) is not None]
    table = pd.DataFrame(rows, columns=["name", *(f"{side}{each}" for side in ("low", "high")
                                                  for each in ("", "_half", "_at"))])  # fmt: skip
    spans = (table["high"].fillna(0.0) - table["low"].fillna(0.0)).abs()
    return table.loc[spans.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def _bar(space: Space, measure: Measure, axis: Axis, base: int) -> dict[str, Any] | None:
    runs, at = space.runs(measure.name), space.points[axis.name]
    moved = [point for point in space.points.index[space.points["role"] == axis.name] if point in runs.index]
    if base not in runs.index or not moved:
        return None
    found = {point: paired(row_of(runs, point), row_of(runs, base)) for point in moved}
    order = sorted(moved, key=lambda point: found[point][0] if axis.in_words else at[point])
    sides = {"low": _side(order, at, at[base], first=True), "high": _side(order, at, at[base], first=False)}
    if axis.in_words:
        sides = {"low": order[0] if len(order) > 1 else None, "high": order[-1]}
    row: dict[str, Any] = {"name": axis.name}
    for side, point in sides.items():
        mean, low, high = found[point] if point is not None else (float("nan"),) * 3
        row |= {side: mean, f"{side}_half": (high - low) / 2,
                f"{side}_at": axis.said(at[point]) if point is not None else ""}  # fmt: skip
    return row


def _side(order: Sequence[int], at: "pd.Series[Any]", base: float, first: bool) -> int | None:
    """The point at this end of an axis of numbers; None when the base is at the end itself."""
    point = order[0] if first else order[-1]
    return point if (at[point] < base) == first else None


def _weight(space: Space, measure: Measure, bars: pd.DataFrame, base: int) -> float:
    """The longest bar against the measure's value in the base."""
    table = space.estimates(measure.name)
    size = abs(float(table["mean"].get(base, 0.0)))
    spans = (bars["high"].fillna(0.0) - bars["low"].fillna(0.0)).abs()
    return float(spans.max() / size) if size and len(spans) else 0.0


def _sentence(order: Sequence[Measure], bars: dict[Measure, pd.DataFrame]) -> str:
    """The longest bar of which an end is beyond chance, in the first measure that has one."""
    for measure in order:
        for _, row in bars[measure].iterrows():
            if any(abs(row[side]) > row[f"{side}_half"] for side in ("low", "high")):
                return sentence(f"{phrase(measure)} is moved most by “{row['name']}”: {_both(row, measure)}")
    return "No change by itself moves a measure by more than chance could."


def _both(row: "pd.Series[Any]", measure: Measure) -> str:
    unit = difference_unit(measure.unit)
    sides = [side for side in ("low", "high") if pd.notna(row[side])]
    return listing([f"{_cell(row, side)} {unit} at {row[f'{side}_at']}" for side in sides])


def _table(order: Sequence[Measure], bars: dict[Measure, pd.DataFrame]) -> Table:
    rows = [list(row) for measure in order for row in _rows(measure, bars[measure])]
    heads = ["Measure and axis", "Low end", "Difference there", "High end", "Difference there "]
    return Table("Differences from the base (95 % interval)", heads, rows)


def _rows(measure: Measure, bars: pd.DataFrame) -> Iterator[list[str]]:
    unit = difference_unit(measure.unit)
    for _, row in bars.iterrows():
        sides = [text for side in ("low", "high") for text in (row[f"{side}_at"] or NOTHING, _cell(row, side))]
        yield [f"{measure.label} ({unit}): {row['name']}" if unit else f"{measure.label}: {row['name']}", *sides]


def _cell(row: "pd.Series[Any]", side: str) -> str:
    value, half = row[side], row[f"{side}_half"]
    if pd.isna(value):
        return NOTHING
    places = decimals(value - half, value + half, value)
    bounds = interval(value - half, value + half, places)
    return f"{signed(value, places)} ({bounds})" if bounds else signed(value, places)
