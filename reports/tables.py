"""Tables of formatted cells: the data under each figure, and every measure with its interval."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from reports.figures.care import LONG, TYPICAL, kinds
from reports.figures.staff_load import clock, load
from reports.frames import over_time, spread
from reports.study import Measure
from reports.words import decimals, difference_unit, interval, number


@dataclass(frozen=True)
class Table:
    """Rows of text; the first cell of a row names it, the others are numbers."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def by_scenario(table: pd.DataFrame, key: str, heading: str, names: Mapping[str, str], caption: str) -> Table:
    """`key` down and scenarios across, from columns scenario, `key`, mean, low and high."""
    cells = {(row["scenario"], row[key]): _cell(row) for row in table.to_dict("records")}
    rows = [[_name(value), *(cells.get((scenario, value), "–") for scenario in names)] for value in table[key].unique()]
    return Table(caption, [heading, *names.values()], rows)


def _name(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _cell(row: Mapping[Hashable, Any]) -> str:
    places = decimals(row["low"], row["high"], row["mean"])
    bounds = interval(row["low"], row["high"], places)
    return f"{number(row['mean'], places)} ({bounds})" if bounds else number(row["mean"], places)


def levels(daily: pd.DataFrame, column: str, names: Mapping[str, str], unit: str) -> Table:
    """The line and band of a level over time."""
    table = spread(over_time(daily, column), ["scenario", "day"], column)
    caption = f"Mean {unit} and, in brackets, the middle 80 % of replications, from each day on"
    return by_scenario(table, "day", "Day", names, caption)


def staff(hourly: pd.DataFrame, names: Mapping[str, str]) -> Table:
    """Busy, with its interval, of on shift for each role and scenario, hour by hour of the week."""
    table = load(hourly)
    columns = [(role, scenario) for role in table["role"].unique() for scenario in names]
    cells = {
        (row["role"], row["scenario"], row["hour_of_week"]): f"{_busy(row)} of {_heads(row['on_shift'])}"
        for row in table.to_dict("records")
    }
    heads = [role if len(names) == 1 else f"{role}, {names[scenario]}" for role, scenario in columns]
    rows = [[clock(hour), *(cells.get((*column, hour), "–") for column in columns)] for hour in range(168)]
    caption = "Mean people busy (95 % interval) of people on shift in each hour of the week"
    return Table(caption, ["Hour", *heads], rows)


def _busy(row: Mapping[Hashable, Any]) -> str:
    bounds = interval(row["low"], row["high"], 2) if row["low"] < row["high"] else ""
    return f"{row['busy']:.2f} ({bounds})" if bounds else f"{row['busy']:.2f}"


def _heads(on_shift: float) -> str:
    return "unlimited" if on_shift == float("inf") else f"{on_shift:.1f}"


def flows(table: pd.DataFrame) -> Table:
    """The links of one Sankey diagram."""
    means = table.rename(columns={"people": "mean"})
    rows = [[f"{row['source']} → {row['target']}", _cell(row)] for row in means.to_dict("records")]
    return Table("Mean people along each step (95 % interval)", ["Step", "People"], rows)


def care_waits(waits: pd.DataFrame, names: Mapping[str, str]) -> Table:
    """Median and 90th percentile of each wait for care."""
    parts = [
        kind.times[kind.times["percentile"] == percentile].assign(wait=f"{kind.what}, {said} ({kind.unit})")
        for kind in kinds(waits)
        for percentile, said in ((TYPICAL, "half within"), (LONG, "nine in ten within"))
    ]
    return by_scenario(pd.concat(parts), "wait", "Wait", names, "Time waited (95 % interval)")


def differences(table: pd.DataFrame, measures: Sequence[Measure], names: Mapping[str, str]) -> Table:
    """Differences from the base with their intervals and verdicts."""
    alternatives = dict(list(names.items())[1:])
    units = {measure.name: f"{measure.label} ({difference_unit(measure.unit)})" for measure in measures}
    rows = table[table["measure"].isin(units)]
    rows = rows.assign(label=rows["measure"].map(units), mean=rows["difference"])
    return by_scenario(rows, "label", "Measure", alternatives, "Difference from the base (95 % interval)")
