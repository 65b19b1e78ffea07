"""Tables under the figures of the week, the stay, groups of people and money."""

from collections.abc import Mapping, Sequence

import pandas as pd

from reports.figures.groups import SPLITS
from reports.figures.staff_load import clock
from reports.figures.waterfall import Step
from reports.figures.week_of_leaving import part_name
from reports.study import Measure
from reports.tables import Table, by_scenario
from reports.words import decimals, difference_unit, interval, number, signed

DAY_H = 24


def contacts(times: pd.DataFrame, names: Mapping[str, str]) -> Table:
    """`waits.contact_times`, a row for each contact and percentage."""
    said = times["contact"] + ", " + times["percentile"].map("{:g} %".format)
    table = times.assign(who=said + " (" + times["unit"] + ")")
    return by_scenario(table, "who", "Seen", names, "Time from admission (95 % interval)")


def presence(shares: pd.DataFrame, names: Mapping[str, str]) -> Table:
    """`presence.shares_by_time`, a row for each state and whole day."""
    days = shares[shares["hour"] % DAY_H == 0]
    said = days["state"].str.capitalize() + ", day " + (days["hour"] // DAY_H).map("{:.0f}".format)
    caption = "Share of the people admitted, % (95 % interval), so many days after admission"
    return by_scenario(days.assign(when=said), "when", "State and day", names, caption)


def scores(felt: pd.DataFrame, names: Mapping[str, str], protocols: Mapping[str, str]) -> Table:
    """`scores.felt`: the median with its interval, and the scores of the middle 80 % of people."""
    cells = {
        (row["protocol"], row["hour"], row["scenario"]): _felt(row)
        for _, row in felt.iterrows()
    }  # fmt: skip
    at = list(dict.fromkeys((protocol, hour) for protocol, hour, _ in cells))
    rows = [
        [
            f"{protocols.get(protocol, protocol)}, {hour:.0f} h",
            *(cells.get((protocol, hour, key), "–") for key in names),
        ]
        for protocol, hour in at
    ]
    caption = "Median score (95 % interval); from – to: the scores of 8 in 10 people"
    return Table(caption, ["Protocol and hours since admission", *names.values()], rows)


def _felt(row: "pd.Series[float]") -> str:
    bounds = interval(row["low"], row["high"], 1)
    median = f"{number(row['mean'], 1)} ({bounds})" if bounds else number(row["mean"], 1)
    return f"{median}; {number(row['p10'], 1)} – {number(row['p90'], 1)}"


def week_of_leaving(table: pd.DataFrame, names: Mapping[str, str]) -> Table:
    """`week_of_leaving.hours_of_leaving`."""
    named = table.assign(when=table["part"].map(part_name))
    return by_scenario(named, "when", "Part of the week", names, "Self-discharges a year (95 % interval)")


def busiest_hours(table: pd.DataFrame) -> Table:
    """`week_clock.busiest_hours`, the busiest first."""
    rows = [
        [
            f"{str(row['role']).capitalize()}, {clock(int(row['hour_of_week']))}",
            f"{row['load_pct']:.0f} %",
            f"{row['busy']:.2f}" + (f" ({row['low']:.2f} to {row['high']:.2f})" if row["low"] < row["high"] else ""),
            f"{row['on_shift']:.1f}",
        ]
        for _, row in table.iterrows()
    ]
    caption = "The busiest hours of the week: people busy, with the 95 % interval, of people on shift"
    return Table(caption, ["Role and hour", "Share busy", "Busy", "On shift"], rows)


def groups(table: pd.DataFrame, column: str, measures: Sequence[Measure], people: pd.DataFrame, caption: str) -> Table:
    """Every group that has people, small ones too, and the measures across; `column` holds mean or difference.

    `people` has the columns split, group, label, people.
    """
    own = table[table["measure"].isin([measure.name for measure in measures])]
    cells = {(row["split"], row["group"], row["measure"]): _amount(row, column) for _, row in own.iterrows()}
    each = people.drop_duplicates(["split", "group"])
    rows = [
        [_group(row), f"{row['people']:,.0f}",
         *(cells.get((row["split"], row["group"], measure.name), "–") for measure in measures)]
        for _, row in each.iterrows()
    ]  # fmt: skip
    units = [difference_unit(measure.unit) if column == "difference" else measure.unit for measure in measures]
    heads = [f"{measure.label} ({unit})" for measure, unit in zip(measures, units, strict=True)]
    return Table(caption, ["Group", "People admitted", *heads], rows)


def _group(row: "pd.Series[str]") -> str:
    title = SPLITS.get(row["split"])
    return f"{title}: {row['label']}" if title else row["label"]


def _amount(row: "pd.Series[float]", column: str) -> str:
    places = decimals(row["low"], row["high"], row[column])
    said = signed(row[column], places) if column == "difference" else number(row[column], places)
    bounds = interval(row["low"], row["high"], places)
    return f"{said} ({bounds})" if bounds else said


def waterfall(made: Sequence[Step], currency: str) -> Table:
    """The rows of a waterfall."""
    rows = [[step.label, _step(step)] for step in made]
    return Table("Difference from the base (with its interval)", ["Cost or income", f"{currency} a year"], rows)


def _step(step: Step) -> str:
    places = decimals(step.low, step.high, step.change)
    bounds = interval(step.low, step.high, places)
    return f"{signed(step.change, places)} ({bounds})" if bounds else signed(step.change, places)
