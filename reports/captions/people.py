"""Sentences for what becomes of people."""

from collections.abc import Mapping, Sequence

import pandas as pd

from reports.captions.naming import across, in_base
from reports.figures import flow as ways
from reports.figures import outcomes
from reports.figures.stations import people_at
from reports.words import listing

STAYS = {"completed": (ways.COMPLETED, ways.NOWHERE), "ended in self-discharge": ("Self-discharged",)}
"""What is told of how stays ended, and the stations of that."""


def outcome(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The largest outcome's share of the stays that ended, in each scenario."""
    table = outcomes.outcome_shares(counts)
    largest = table.groupby("category", sort=False)["mean"].mean().idxmax()
    share = table[table["category"] == largest].set_index("scenario")["mean"]
    said = {scenario: f"{share[scenario]:.1f} %" for scenario in names if scenario in share.index}
    return f"Of the stays that ended in the measured time, “{largest}”: {across(said, names)}."


def self_discharge(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """How many leave early on the first day, and the day by which half of those who leave early have left."""
    table = outcomes.day_of_leaving(counts)
    own = table[table["scenario"] == next(iter(names))].set_index("category")["mean"]
    if not own.sum() > 0:
        return "Percentage of the stays that ended in self-discharge on each day."
    half = (own.cumsum() >= own.sum() / 2).idxmax()
    said = (
        f"of the stays that ended in the measured time, {own.sum():.1f} % did so in self-discharge, "
        f"{own.iloc[0]:.1f} % on the first day; half of those who leave early have left by the end of day {half}"
    )
    return in_base(names, said)


def flow(table: pd.DataFrame, days: int) -> str:
    """Referred, admitted, completed, and where people are a month later, in one scenario."""
    at = people_at(table)
    again = f", {at[ways.AGAIN]:,.0f} of people who come back" if round(at.get(ways.AGAIN, 0.0)) else ""
    stays = [f"{count:,.0f} {said}" for said, ends in STAYS.items() if (count := sum(at.get(end, 0.0) for end in ends))]
    followed = f"Of {at.get(ways.REFERRED, 0.0):,.0f} referrals in {days} days{again}, followed to the end of the run, "
    ended = f": {listing(stays)}" if stays else ""
    return f"{followed}{at.get(ways.ADMITTED, 0.0):,.0f} led to an admission{ended}.{_month_later(table)}"


def _month_later(table: pd.DataFrame) -> str:
    """Of those of whom it is known."""
    later = table[table["target"].isin(ways.A_MONTH_LATER)]
    if later.empty:
        return ""
    people = later.groupby("target", sort=False)["people"].sum().sort_values(ascending=False)
    known = people.drop(ways.TOO_RECENT, errors="ignore")
    if not len(known):
        return " Nobody left 30 days or more before the end, so that nothing is known of the month after."
    ends = listing([f"“{end}” {100 * count / known.sum():.0f} %" for end, count in known.items()])
    return f" A month after leaving, of the {known.sum():,.0f} of whom it is known: {ends}."


def others(together: Mapping[str, Sequence[str]]) -> str:
    """Which stations stand together in the figure."""
    named = [listing([f"“{node}”" for node in nodes]) for nodes in together.values()]
    return f"Others, each fewer than 1 % of those referred: {'; '.join(named)}." if named else ""


def linked(summary: pd.DataFrame, measure: str, label: str, names: Mapping[str, str], unit: str) -> str:
    """One measure of the time afterwards, in each scenario that has it; `unit` with its space."""
    mean = summary[summary["measure"] == measure].set_index("scenario")["mean"]
    said = {scenario: f"{mean[scenario]:.{1 if unit else 2}f}{unit}" for scenario in names if scenario in mean.index}
    return f"{label}: {across(said, names)}."
