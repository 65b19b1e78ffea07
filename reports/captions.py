"""The sentence above each figure: what to see in it, with this study's own numbers."""

import math
from collections.abc import Mapping

import pandas as pd

from reports.figures import blocked as figures
from reports.figures import outcomes, waits
from reports.figures.flow import before_admission
from reports.figures.staff_load import clock, load
from reports.words import listing, number, quoted, sentence

MOST_NAMED = 3
"""Scenarios named in one sentence."""


def across(said: Mapping[str, str], names: Mapping[str, str]) -> str:
    """`31 under “Baseline”, 12 under “Two more beds” …`: the first few where there are many, one without its name."""
    if len(names) == 1:
        return "".join(said.values())
    parts = [f"{text} under {quoted(names[scenario])}" for scenario, text in said.items()]
    rest = len(parts) - MOST_NAMED
    return listing(parts) if rest <= 0 else f"{', '.join(parts[:MOST_NAMED])} and {rest} more below"


def in_base(names: Mapping[str, str], said: str) -> str:
    """`said` of the base scenario, which is named where there are others."""
    return sentence(f"under {quoted(next(iter(names.values())))} {said}" if len(names) > 1 else said)


def _means(frame: pd.DataFrame, column: str, names: Mapping[str, str]) -> dict[str, float]:
    found = frame.groupby("scenario")[column].mean()
    return {scenario: float(found.get(scenario, math.nan)) for scenario in names}


def occupancy(daily: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Mean beds occupied, of how many."""
    used, beds = _means(daily, "occupied", names), _means(daily, "beds", names)
    said = {
        scenario: f"{used[scenario]:.1f}" + (f" of {beds[scenario]:.0f}" if math.isfinite(beds[scenario]) else "")
        for scenario in names
    }
    return f"Beds occupied on average: {across(said, names)}."


def level(daily: pd.DataFrame, column: str, names: Mapping[str, str], subject: str) -> str:
    """Mean level of one column, e.g. `People on the waiting list on average: …`."""
    means = _means(daily, column, names)
    return f"{subject} on average: {across({key: f'{mean:.1f}' for key, mean in means.items()}, names)}."


def bed_wait(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Half wait less than this, one in ten more than that."""
    at = waits.waiting_times(table, "bed").set_index(["scenario", "percentile"])["mean"]
    said = {
        scenario: f"{number(at.loc[scenario, 50], 0)} h and {number(at.loc[scenario, 90], 0)} h"
        for scenario in names
        if {(scenario, 50), (scenario, 90)} <= set(at.index)
    }
    return f"Hours within which half and nine in ten of the people admitted came in: {across(said, names)}."


def staff(hourly: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The busiest hour of the base scenario."""
    own = load(hourly[hourly["scenario"] == next(iter(names))]).sort_values("load_pct", ascending=False, kind="stable")
    key = "The darker, the busier; blank is nobody on shift."
    if own["load_pct"].isna().all():
        return key
    top = own.iloc[0]
    busiest = (
        f"the busiest hour of the week is {clock(int(top['hour_of_week']))} ({top['role']}): "
        f"{top['load_pct']:.0f} % of those on shift are busy"
    )
    return f"{in_base(names, busiest)} {key}"


def outcome(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The largest outcome's share in each scenario."""
    table = outcomes.outcome_shares(counts)
    largest = table.groupby("category", sort=False)["mean"].mean().idxmax()
    share = table[table["category"] == largest].set_index("scenario")["mean"]
    said = {scenario: f"{share[scenario]:.0f} %" for scenario in names if scenario in share.index}
    return f"Of all stays, {largest}: {across(said, names)}."


def self_discharge(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The commonest day, and the day by which half of those who leave early have left."""
    table = outcomes.day_of_leaving(counts)
    own = table[table["scenario"] == next(iter(names))].set_index("category")["mean"]
    if not own.sum() > 0:
        return "Percentage of all stays that end in self-discharge on each day."
    half = (own.cumsum() >= own.sum() / 2).idxmax()
    said = f"people who leave early do so most often on day {own.idxmax()}, and half of them have left by day {half}"
    return in_base(names, said)


def flow(table: pd.DataFrame, days: int) -> str:
    """Referred, admitted, and the largest loss before admission, in one scenario."""
    referred = table.loc[~table["source"].isin(set(table["target"])), "people"].sum()
    admitted = table.loc[table["target"] == "Admitted", "people"].sum()
    lost = before_admission(table)
    said = f"Of {referred:,.0f} people referred in {days} days, {admitted:,.0f} are admitted"
    if lost.empty:
        return said + "."
    by_end = lost.groupby("target", sort=False)["people"].sum()
    return f"{said}; the largest loss before admission is “{by_end.idxmax()}” ({by_end.max():,.0f} people)."


def blocked(counts: pd.DataFrame, names: Mapping[str, str], days: int) -> str:
    """The cause that keeps the door shut longest under the base scenario."""
    table = figures.hours_a_week(counts, days)
    own = table[table["scenario"] == next(iter(names))].set_index("category")["mean"]
    said = f"what most often keeps the door shut while somebody waits is “{own.idxmax()}”: {own.max():.0f} hours a week"
    return in_base(names, said)


def held_up(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The share of admissions that nothing held up, in each scenario."""
    table = figures.admission_shares(counts)
    free = table[table["category"] == figures.CAUSES["none"]].set_index("scenario")["mean"]
    said = {scenario: f"{free.get(scenario, 0.0):.0f} %" for scenario in names}
    return f"Admitted without being held up: {across(said, names)}."
