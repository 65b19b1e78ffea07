"""Sentences for what becomes of people."""

from collections.abc import Mapping

import pandas as pd

from reports.captions.naming import across, in_base
from reports.figures import outcomes
from reports.figures.flow import before_admission
from reports.words import listing


def outcome(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The largest outcome's share in each scenario."""
    table = outcomes.outcome_shares(counts)
    largest = table.groupby("category", sort=False)["mean"].mean().idxmax()
    share = table[table["category"] == largest].set_index("scenario")["mean"]
    said = {scenario: f"{share[scenario]:.0f} %" for scenario in names if scenario in share.index}
    return f"Stays that end as “{largest}”: {across(said, names)}."


def self_discharge(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The commonest day, and the day by which half of those who leave early have left."""
    table = outcomes.day_of_leaving(counts)
    own = table[table["scenario"] == next(iter(names))].set_index("category")["mean"]
    if not own.sum() > 0:
        return "Percentage of all stays that end in self-discharge on each day."
    commonest, half = own.idxmax(), (own.cumsum() >= own.sum() / 2).idxmax()
    by_then = "by its end" if half == commonest else f"by the end of day {half}"
    said = f"people who leave early do so most often on day {commonest}; at least half of them have left {by_then}"
    return in_base(names, said)


def flow(table: pd.DataFrame, days: int) -> str:
    """Referred, admitted, and what becomes of the others, in one scenario."""
    referred = table.loc[~table["source"].isin(set(table["target"])), "people"].sum()
    admitted = table.loc[table["target"] == "Admitted", "people"].sum()
    others = before_admission(table).groupby("target", sort=False)["people"].sum().sort_values(ascending=False)
    said = f"Of {referred:,.0f} people referred in {days} days, {admitted:,.0f} are admitted"
    if others.empty:
        return f"{said}."
    ends = listing([f"“{end}” {people:,.0f}" for end, people in others.items()])
    return f"{said}. The others, the most first: {ends}."


def month_after(table: pd.DataFrame) -> str:
    """Where people are who left at least a month before the end of the run."""
    people = table.groupby("target", sort=False)["people"].sum().sort_values(ascending=False)
    ends = listing([f"“{end}” {100 * count / people.sum():.0f} %" for end, count in people.items()])
    return f"Of {people.sum():,.0f} people who left 30 days or more before the end of the run: {ends}."


def linked(summary: pd.DataFrame, measure: str, label: str, names: Mapping[str, str], unit: str) -> str:
    """One measure of the time afterwards, in each scenario that has it; `unit` with its space."""
    mean = summary[summary["measure"] == measure].set_index("scenario")["mean"]
    said = {scenario: f"{mean[scenario]:.{1 if unit else 2}f}{unit}" for scenario in names if scenario in mean.index}
    return f"{label}: {across(said, names)}."
