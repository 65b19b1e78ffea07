"""Sentences for care and the people who give it."""

import math
from collections.abc import Mapping

import pandas as pd

from reports.captions.naming import across, in_base
from reports.figures.care import LONG, TYPICAL, kinds
from reports.figures.checks import ON_TIME, check_shares
from reports.figures.staff_load import clock, load, load_of_week
from reports.words import decimals, listing, quantity, sentence

KEY = "The darker, the busier; blank is nobody on shift."
NOT_IDLE = "Only the tasks of the model are counted: a low figure is room for other work, not idleness."
FULL_PCT = 99.5
"""From here on an hour is said to be full."""


def staff(hourly: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The busiest hour of the base scenario, and how busy each role is over the week."""
    own = load(hourly[hourly["scenario"] == next(iter(names))]).sort_values("load_pct", ascending=False, kind="stable")
    if own["load_pct"].isna().all():
        return f"{KEY} {NOT_IDLE}"
    week = load_of_week(own).dropna()
    shares = [f"{role} {share:.0f} %" for role, share in week.items()]
    return (
        f"{in_base(names, _busiest(own))} {sentence(f'busy over the whole week: {listing(shares)}')} {KEY} {NOT_IDLE}"
    )


def _busiest(ranked: pd.DataFrame) -> str:
    top = ranked.iloc[0]
    full = int(((ranked["role"] == top["role"]) & (ranked["load_pct"] >= FULL_PCT)).sum())
    if full > 1:
        return f"in {full} hours of the week every {top['role']} on shift is busy throughout"
    return (
        f"the busiest hour of the week is {clock(int(top['hour_of_week']))} ({top['role']}): "
        f"{top['load_pct']:.0f} % of those on shift are busy"
    )


def care(waits: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The longest wait for care under the base scenario, and how to read the figure."""
    key = "Marker: half are seen within this time. Upright bar: nine in ten."
    found = {kind.what: at for kind in kinds(waits) if (at := _half_and_most(kind.hours, next(iter(names))))}
    if not found:
        return key
    what = max(found, key=lambda each: found[each][1])
    half, most = (quantity(hours, "h", decimals(math.nan, math.nan, hours)) for hours in found[what])
    return f"{in_base(names, f'the longest is “{what}”: half within {half}, nine in ten within {most}')} {key}"


def _half_and_most(hours: pd.DataFrame, scenario: str) -> tuple[float, float] | None:
    at = hours[hours["scenario"] == scenario].set_index("percentile")["mean"]
    return (float(at[TYPICAL]), float(at[LONG])) if {TYPICAL, LONG} <= set(at.index) else None


def checks(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The share of checks on time in each scenario."""
    table = check_shares(counts)
    on_time = table[table["category"] == ON_TIME].set_index("scenario")["mean"]
    said = {scenario: f"{on_time.get(scenario, 0.0):.1f} %" for scenario in names}
    return f"Of the checks that fell due in the measured time, started on time: {across(said, names)}."
