"""One effect of one alternative in words: `cut the mean wait for a bed from 31 h to 12 h (19 h less; …)`."""

import math

import pandas as pd

from reports.study import Measure, Study
from reports.words import decimals, difference_unit, estimate, fewer, interval, listing, quantity

MOST_NAMED = 2
"""Effects named in one sentence; the table beside it has them all."""

HEAD = "95 % interval "

PHRASES = {
    "wait_mean_h": "the mean wait for a bed",
    "admitted_24h_pct": "the share admitted within 24 h",
    "occupancy_pct": "bed occupancy",
    "turned_away_pct": "the share lost from the waiting list",
    "checks_on_time_pct": "the share of checks on time",
    "first_dose_wait_mean_h": "the mean wait for the first dose",
    "self_discharge_pct": "self-discharge",
    "stay_median_h": "the median stay",
    "blocked_bed_days": "the number of bed-days a year blocked by people ready to go on",
    "completed_per_year": "the number of completed stays a year",
}
SAY_THEIR_UNIT = ("blocked_bed_days", "completed_per_year")
"""Measures whose phrase leaves a bare count to be said."""


def phrase(measure: Measure) -> str:
    """The measure as the subject of a sentence."""
    return PHRASES.get(measure.name, measure.label[:1].lower() + measure.label[1:])


def topic(measure: Measure) -> str:
    """The measure as an item of a list."""
    return phrase(measure).removeprefix("the ").removeprefix("number of ")


def level(measure: Measure, row: pd.Series) -> str:
    """`the mean wait for a bed is 31 h (95 % interval 27 to 35)`."""
    return f"{phrase(measure)} is {estimate(row['mean'], row['low'], row['high'], _unit(measure))}"


def effects(study: Study, rows: list[tuple[Measure, pd.Series]]) -> str:
    """The first few of `rows`, ranked; the first says what its bracket holds."""
    named = ranked(study, rows)[:MOST_NAMED]
    heads = [HEAD, *[""] * len(named)]
    return listing([_effect(study, *pair, head) for pair, head in zip(named, heads, strict=False)])


def ranked(study: Study, rows: list[tuple[Measure, pd.Series]]) -> list[tuple[Measure, pd.Series]]:
    """The effects in the order of their size beside the base's value, the largest first."""
    return sorted(rows, key=lambda pair: -_relative_size(study, *pair))


def _unit(measure: Measure) -> str:
    return "" if measure.name in SAY_THEIR_UNIT else measure.unit


def _relative_size(study: Study, measure: Measure, row: pd.Series) -> float:
    base = study.value(row["base"], measure.name)
    size = abs(base["mean"]) if base is not None else math.nan
    return abs(row["difference"]) / size if size > 0 else math.inf


def moves(measure: Measure, row: pd.Series, most: str = "") -> str:
    """`cut the mean wait for a bed most (19 h less; 95 % interval 14 to 24)`: the change without its levels."""
    return f"{_way(row)} {phrase(measure)}{most} {_bracket(measure, row, HEAD)}"


def change(measure: Measure, row: pd.Series) -> str:
    """`mean wait for a bed (19 h less; 95 % interval 14 to 24)`."""
    return f"{topic(measure)} {_bracket(measure, row, HEAD)}"


def _effect(study: Study, measure: Measure, row: pd.Series, head: str) -> str:
    places = decimals(row["low"], row["high"], row["difference"])
    return f"{_way(row)} {phrase(measure)} {_from_to(study, measure, row, places)}{_bracket(measure, row, head)}"


def _way(row: pd.Series) -> str:
    return "cut" if row["difference"] < 0 else "raise"


def _bracket(measure: Measure, row: pd.Series, head: str) -> str:
    """`(19 h less; 95 % interval 14 to 24)`."""
    falls = row["difference"] < 0
    low, high = (-row["high"], -row["low"]) if falls else (row["low"], row["high"])
    places = decimals(low, high, row["difference"])
    less = "fewer" if measure.name in SAY_THEIR_UNIT else fewer(measure.unit)
    change = f"{quantity(abs(row['difference']), difference_unit(_unit(measure)), places)} {less if falls else 'more'}"
    bounds = interval(low, high, places)
    return f"({change}; {head}{bounds})" if bounds else f"({change})"


def _step(before: pd.Series, after: pd.Series, places: int) -> float:
    """The change that a reader of the two rounded levels would work out."""
    return float(round(after["mean"], places) - round(before["mean"], places))


def _from_to(study: Study, measure: Measure, row: pd.Series, most_places: int) -> str:
    """Both levels, with the decimals of the base's own interval, or more where rounding would belie the change."""
    before, after = (study.value(scenario, measure.name) for scenario in (row["base"], row["scenario"]))
    if before is None or after is None:
        return ""
    places = decimals(before["low"], before["high"], before["mean"])
    while places < most_places and not row["low"] <= _step(before, after, places) <= row["high"]:
        places += 1
    unit = _unit(measure)
    return f"from {quantity(before['mean'], unit, places)} to {quantity(after['mean'], unit, places)} "
