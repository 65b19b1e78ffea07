"""Which axes matter, from the indices that the design allows: elementary effects, shares of variance, distances."""

from collections.abc import Iterator, Sequence
from math import isfinite, nan

import pandas as pd

from reports.effects import phrase
from reports.figures.elementary_effects import morris_plane
from reports.figures.index_bars import sensitivity_bars
from reports.study import Measure
from reports.sweep.cells import NOTHING
from reports.sweep.gallery import Gallery, Panel
from reports.sweep.space import Space
from reports.tables import Table
from reports.words import decimals, difference_unit, interval, listing, number, quantity, sentence
from sim.experiments.indices.reader import CHANCE, NOISE, TOO_FEW, Row

LEADING = {"morris": "mu_star", "sobol": "ST", "pawn": "pawn_median"}
"""By method: the index that decides the order."""
NAMES = {
    "sobol": {"ST": "In all (total)", "S1": "Alone (first order)"},
    "pawn": {"pawn_median": "Distance (PAWN, median)"},
}
AXES = {"sobol": "Share of the differences", "pawn": "Distance of distributions, 0 to 1"}
NOTES = {
    "morris": (
        "Across: how much the measure changes over the whole axis, up or down (mu*). Up: how much that depends on "
        "where the other axes are (sigma). Near or above the dotted line an axis bends, or works together with others."
    ),
    "sobol": (
        "In all: the share of the differences between points in which an axis has a part (total index). Alone: the "
        "share that it explains by itself (first order). More in all than alone: it works together with others."
    ),
    "pawn": (
        "How far the distribution of the measure moves when the axis is known (PAWN, median). The upright "
        "mark: what an axis without any effect would reach at most, 19 times in 20."
    ),
}
Told = dict[Measure, list[Row]]
MOST_SAID = 3
WHAT = {
    "morris": "In brackets: how far the measure moves over the whole axis",
    "sobol": "In brackets: the axis's share of the differences between points",
    "pawn": "In brackets: how far knowing the axis moves the distribution, 1 at most",
}
UNKNOWN = "How much of the differences is chance cannot be told from one replication of a point."
UNCERTAIN = 0.1
"""Share of chance from which more replications would sharpen what is said."""


def gallery(space: Space, rows: Sequence[Row]) -> Gallery | None:
    """A figure for each headline measure that differs between points; None for a design without indices."""
    told, method = _told(space, rows), _method(rows)
    panels = [panel for measure, own in told.items() for panel in _panel(measure, own, method)]
    if not panels:
        return None
    note = NOTES[method] + (" Whiskers: 95 % intervals." if _has_intervals(told) else "")
    return Gallery("indices", "Which axes matter", _sentence(told, method), note, panels, _table(told))


def _method(rows: Sequence[Row]) -> str:
    return next((row.method for row in rows if row.axis and row.method in LEADING), "")


def _told(space: Space, rows: Sequence[Row]) -> Told:
    """Headline measures of which an index says something, with their rows."""
    index = LEADING.get(_method(rows))
    by_measure = {measure: [row for row in rows if row.measure == measure.name] for measure in space.measures}
    return {
        measure: own
        for measure, own in by_measure.items()
        if any(row.index == index and isfinite(row.value) and row.value for row in own)
    }


def _panel(measure: Measure, own: Sequence[Row], method: str) -> Iterator[Panel]:
    table = _ordered(own, method)
    if method == "morris":
        fig = morris_plane(_effects(table), measure.unit)
    else:
        fig = sensitivity_bars(table, NAMES[method], AXES[method])
    if fig is not None:
        yield Panel(measure.label, fig)


def _ordered(own: Sequence[Row], method: str) -> pd.DataFrame:
    """Columns axis, index, value, low, high, chance; the axis that matters most first."""
    leading = {row.axis: row.value for row in own if row.index == LEADING[method] and isfinite(row.value)}
    chance = {row.axis: row.value for row in own if row.index == LEADING[method] + CHANCE}
    order = sorted(leading, key=lambda axis: -leading[axis])
    found = [
        (row.axis, row.index, row.value, row.low, row.high, chance.get(row.axis, nan))
        for axis in order for row in own if row.axis == axis
    ]  # fmt: skip
    return pd.DataFrame(found, columns=["axis", "index", "value", "low", "high", "chance"])


def _effects(table: pd.DataFrame) -> pd.DataFrame:
    effect, spread = (table[table["index"] == name].set_index("axis") for name in ("mu_star", "sigma"))
    return pd.DataFrame({
        "mu_star": effect["value"], "low": effect["low"], "high": effect["high"], "sigma": spread["value"]
    }).reindex(effect.index).reset_index()  # fmt: skip


def _has_intervals(told: Told) -> bool:
    return any(row.has_interval for own in told.values() for row in own if row.axis)


def _what(told: Told, method: str) -> str:
    """What the brackets hold."""
    return f"{WHAT[method]}{', with the 95 % interval.' if _has_intervals(told) else f'. {TOO_FEW[method]}'}"


def leading(space: Space, rows: Sequence[Row]) -> list[str]:
    """What matters most to each of the first measures, for the answer on page one."""
    told, method = _told(space, rows), _method(rows)
    return [_most(told, method), _what(told, method)] if told else []


def _sentence(told: Told, method: str) -> str:
    first = list(told.items())[:MOST_SAID]
    said = [_most(told, method), _what(told, method)]
    noise = [(measure, _noise(own)) for measure, own in first if isfinite(_noise(own))]
    shares = [f"{100 * share:.0f} % in {phrase(measure)}" for measure, share in noise]
    said.append(f"Of the differences between points, chance makes {listing(shares)}." if shares else UNKNOWN)
    if any(share > UNCERTAIN for _, share in noise):
        said.append("More replications of each point would sharpen these.")
    if any(_first(own, method).is_vague for _, own in first):
        said.append("An interval that is wider than its number is large says little: more points would narrow it.")
    return " ".join(said)


def _most(told: Told, method: str) -> str:
    """`“beds” matters most to the mean wait for a bed (6 h, 2 to 11) and …; “demand” to …`, for the first measures."""
    by_axis: dict[str, list[str]] = {}
    for measure, own in list(told.items())[:MOST_SAID]:
        row = _first(own, method)
        places, unit = decimals(row.low, row.high, row.value), difference_unit(measure.unit)
        ends = interval(row.low, row.high, places)
        size = quantity(row.value, unit if method == "morris" else "", places)
        by_axis.setdefault(row.axis, []).append(f"{phrase(measure)} ({size}{f', {ends}' if ends else ''})")
    verbs = ["matters most to", *["to"] * len(by_axis)]
    parts = [f"“{axis}” {verb} {listing(what)}" for (axis, what), verb in zip(by_axis.items(), verbs, strict=False)]
    return sentence("; ".join(parts))


def _first(own: Sequence[Row], method: str) -> Row:
    return max((row for row in own if row.index == LEADING[method] and isfinite(row.value)), key=lambda row: row.value)


def _noise(own: Sequence[Row]) -> float:
    return next((row.value for row in own if row.index == NOISE), nan)


def _value(row: Row) -> str:
    if not isfinite(row.value):
        return NOTHING
    places = decimals(row.low, row.high, row.value)
    bounds = interval(row.low, row.high, places)
    return f"{number(row.value, places)} ({bounds})" if bounds else number(row.value, places)


def _table(told: Told) -> Table:
    rows = [
        [measure.label, row.axis or "all axes", "Share of chance" if row.index == NOISE else row.index, _value(row)]
        for measure, own in told.items() for row in own
    ]  # fmt: skip
    ends = " (95 % interval)" if _has_intervals(told) else ""
    return Table(f"Every index{ends}; indices.csv has all measures", ["Measure", "Axis", "Index", "Value"], rows)
