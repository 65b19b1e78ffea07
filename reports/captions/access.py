"""Sentences for getting in: the wait for a bed, and what keeps the door shut."""

from collections.abc import Mapping

import pandas as pd

from reports.captions.naming import across
from reports.figures import blocked as figures
from reports.figures.waits import waiting_times
from reports.words import number


def bed_wait(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Half wait less than this, one in ten more than that."""
    at = waiting_times(table, "bed").set_index(["scenario", "percentile"])["mean"]
    said = {
        scenario: f"{number(at.loc[scenario, 50], 0)} h and {number(at.loc[scenario, 90], 0)} h"
        for scenario in names
        if {(scenario, 50), (scenario, 90)} <= set(at.index)
    }
    return f"Time within which half of the people admitted came in, and nine in ten of them: {across(said, names)}."


def blocked(counts: pd.DataFrame, names: Mapping[str, str], days: int) -> str:
    """The cause that keeps the door shut longest, in each scenario."""
    table = figures.hours_a_week(counts, days)
    said = {}
    for scenario in names:
        own = table[table["scenario"] == scenario].set_index("category")["mean"]
        if own.max() > 0:
            said[scenario] = f"“{own.idxmax()}” ({own.max():.0f} hours a week)"
    if not said:
        return "Nothing kept the door shut while somebody waited."
    return f"What most often keeps the door shut while somebody waits: {across(said, names)}."


def held_up(counts: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The share of admissions that nothing held up, in each scenario."""
    table = figures.admission_shares(counts)
    free = table[table["category"] == figures.CAUSES["none"]].set_index("scenario")["mean"]
    said = {scenario: f"{free.get(scenario, 0.0):.0f} %" for scenario in names}
    return f"Admitted without being held up: {across(said, names)}."
