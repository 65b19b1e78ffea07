"""Which axes of a sweep matter, on the terminal: a table for each of a few measures, 80 columns wide."""

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING

from rich.table import Table

from sim.cli.terminal import results, say, write
from sim.experiments.indices.rows import CHANCE, NOISE, TOO_FEW, Row

if TYPE_CHECKING:
    from sim.experiments.manifest import MeasureEntry

MOST_MEASURES = 5
MOST_AXES = 8
SHOWN = {"morris": ("mu_star", "sigma"), "sobol": ("ST", "S1"), "pawn": ("pawn_median", "pawn_median" + CHANCE)}
"""By method: the index that decides the order, and the one beside it."""
HEADS = {"morris": ("Effect", "Sigma"), "sobol": ("In all", "Alone"), "pawn": ("Distance", "By chance")}
EXPLAINED = {
    "morris": (
        "Effect: how much the measure changes, up or down, over the whole axis (mu*). Sigma: how much that depends on "
        "where the other axes are; beside an effect of the same size, the axis bends or works together with others."
    ),
    "sobol": (
        "In all: the share of the differences between points in which an axis has a part (total index). Alone: the "
        "share that it explains by itself (first order). More in all than alone: it works together with others."
    ),
    "pawn": (
        "Distance: how far the distribution of the measure moves when the axis is known, from 0 to 1 (PAWN, median). "
        "By chance: what an axis without any effect would show at most, 19 times in 20."
    ),
}
WORDS = {
    "morris": "Vague: its interval is wider than it is large. Small: all of it is under 5 % of the largest effect.",
    "sobol": "Vague: its interval is wider than it is large. Small: all of it is under 5 %.",
    "pawn": "Where it is no more, nothing can be said of the axis but that it does not stand out.",
}
VAGUE, SMALL = "vague", "small"
LITTLE = 0.05
"""An index whose interval stays under this share of the variance, or of the largest effect, is called small."""


def print_indices(rows: Sequence[Row], measures: Sequence["MeasureEntry"]) -> None:
    """The first few headline measures that differ between points; nothing when there are none."""
    headline = (measure for measure in measures if measure.headline)
    shown = [measure for measure in headline if any(row.value for row in _of(rows, measure.name)[::2])][:MOST_MEASURES]
    for measure in shown:
        found = _of(rows, measure.name)
        label = measure.label.partition(" (")[0]
        results().print(f"{label} ({measure.unit})" if measure.unit else label, style="bold")
        results().print(_table(found))
        say(_noise([row for row in rows if row.measure == measure.name and row.index == NOISE]))
        write("")
    if shown:
        method = next(row.method for row in rows if row.axis)
        known = method == "pawn" or any(row.has_interval for row in rows if row.axis)
        say(f"{EXPLAINED[method]} {WORDS[method] if known else TOO_FEW[method]}")
        write("")


def _of(rows: Sequence[Row], measure: str) -> list[Row]:
    """The rows that decide the order, the largest first."""
    first = {index for index, _ in SHOWN.values()}
    found = [row for row in rows if row.measure == measure and row.index in first and isfinite(row.value)]
    beside = {(row.axis, row.index): row for row in rows if row.measure == measure}
    return [
        row
        for each in sorted(found, key=lambda row: row.value, reverse=True)[:MOST_AXES]
        for row in (each, beside[each.axis, SHOWN[each.method][1]])
    ]


def _table(found: Sequence[Row]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column("Axis", overflow="ellipsis", no_wrap=True, max_width=24)
    first, second = HEADS[found[0].method]
    for head in (first, "95 % interval", second):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    largest = max(row.value for row in found[::2])
    for row, beside in zip(found[::2], found[1::2], strict=True):
        places = _places(row)
        numbers = (_number(row.value, places), _interval(row, places), _number(beside.value, places))
        table.add_row(row.axis, *numbers, _word(row, beside, 1.0 if row.method == "sobol" else largest))
    return table


def _word(row: Row, beside: Row, whole: float) -> str:
    if row.method == "pawn":
        return "no more than chance" if row.value <= beside.value else ""
    if row.high < LITTLE * whole:
        return SMALL
    return VAGUE if row.is_vague else ""


def _places(row: Row) -> int:
    """Two decimals of a share or distance; of an effect as many as its interval supports."""
    from reports.words import decimals

    return decimals(row.low, row.high, row.value) if row.method == "morris" else 2


def _interval(row: Row, places: int) -> str:
    return f"{_number(row.low, places)} to {_number(row.high, places)}" if isfinite(row.low) else ""


def _number(value: float, places: int) -> str:
    """With a hyphen for the minus sign, which old terminals do not have."""
    from reports.words import number

    return number(value, places).replace("\u2212", "-") if isfinite(value) else ""


def _noise(found: Sequence[Row]) -> str:
    row = found[0]
    if not isfinite(row.value):
        return "How much of the differences is chance cannot be told from one replication of a point."
    ends = f"{100 * row.low:.0f} to {100 * row.high:.0f}"
    much = " More replications would sharpen all of these." if row.value > 0.1 else ""
    return f"Chance makes {100 * row.value:.0f} % ({ends}) of the differences between points.{much}"
