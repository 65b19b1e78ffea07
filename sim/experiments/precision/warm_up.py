"""How long a warm-up should be: MSER-5 on daily series that include it."""

from collections.abc import Mapping
from math import ceil
from typing import Literal

import numpy as np
import pandas as pd

from sim.experiments.intervals import CONFIDENCE, t_interval
from sim.experiments.statistics.mser import BATCH, FEWEST_BATCHES, Floats, mser5
from sim.experiments.statistics.trend import trend
from sim.experiments.study_entries import SeriesEntry, WarmUpEntry
from sim.experiments.tables import FROM_START
from sim.scenario.scenario import Scenario

DAYS_A_WEEK = 7
MUCH = 0.03
"""A part of a mean that matters to whoever plans, however wide its interval is."""
MOST_BATCHES, FEWEST_TO_TELL = 10, 5
"""Batches of a week or more, long enough to be nearly independent of each other."""
Still = Literal["", "climbing", "falling"]
ONE = 1.0
"""Bed or person: a mean below is judged as if it were 1, for 3 % of next to nothing matters to nobody."""


def warm_ups(from_start: pd.DataFrame, scenarios: Mapping[str, Scenario]) -> list[WarmUpEntry]:
    """An entry for each scenario, from the table `from_start`."""
    return [_entry(name, scenario, from_start) for name, scenario in scenarios.items()]


def _entry(name: str, scenario: Scenario, from_start: pd.DataFrame) -> WarmUpEntry:
    series = by_day(from_start, name) if scenario.census is None else {}
    at_once = len(series)
    found = [_said(each, values, scenario.run.warm_up_h / 24, at_once) for each, values in series.items()]
    known = [each.days for each in found if each.days is not None]
    return WarmUpEntry(
        scenario=name,
        terminating=scenario.census is not None,
        chosen_days=scenario.run.warm_up_h / 24,
        advised_weeks=ceil(max(known) / DAYS_A_WEEK) if known else None,
        settled=not any(each.at_limit or each.still for each in found),
        series=found,
        days=int(from_start.loc[from_start["scenario"] == name, "day"].nunique()),
        least_days=BATCH * FEWEST_BATCHES,
    )


def mean_series(from_start: pd.DataFrame, scenario: str) -> dict[str, Floats]:
    """Mean over the replications by day, of each series that ever leaves 0; shape (days,)."""
    return {name: values.mean(axis=0) for name, values in by_day(from_start, scenario).items()}


def by_day(from_start: pd.DataFrame, scenario: str) -> dict[str, Floats]:
    """Each series that ever leaves 0; shape (replications, days)."""
    own = from_start[from_start["scenario"] == scenario]
    tables = {name: own.pivot(index="replication", columns="day", values=name).to_numpy() for name in FROM_START}
    return {name: values for name, values in tables.items() if np.any(values != 0)}


def _said(series: str, values: Floats, chosen_days: float, at_once: int) -> SeriesEntry:
    found, kept = mser5(values.mean(axis=0)), ceil(chosen_days)
    if found is None:
        return SeriesEntry(series=series, days=None, at_limit=False, too_short=False)
    short = found.first > chosen_days and _matters(values, kept, found.first)
    still = "" if found.at_limit else _still(values[:, found.first :], at_once)
    return SeriesEntry(series=series, days=found.first, at_limit=found.at_limit, too_short=short, still=still)


def _still(kept: Floats, at_once: int) -> Still:
    """Where the series go to the end, by more than chance and by more than can be put up with.

    MSER-5 leaves out nothing of a list that stays short for weeks and then grows, for the quiet days lower the score.
    Chance is held to one error in twenty over all series that are looked at together (Bonferroni).
    """
    days = kept.shape[1]
    count = min(MOST_BATCHES, days // DAYS_A_WEEK)
    if count < FEWEST_TO_TELL:
        return ""
    batches = kept[:, days % count :].reshape(len(kept), count, -1).mean(axis=2)
    found, half = trend(batches), count // 2
    moved = abs(batches[:, -half:].mean() - batches[:, :half].mean())
    if found.chance > (1 - CONFIDENCE) / at_once or moved <= MUCH * max(abs(batches.mean()), ONE):
        return ""
    return "climbing" if found.rises else "falling"


def _matters(values: Floats, kept: int, advised: int) -> bool:
    """Whether leaving out the days up to `advised` moves the mean from day `kept` on by more than can be put up with.

    That is by more than its 95 % interval, which would no longer hold the truth, or by more than `MUCH` of it; and by
    more than chance does, judged by the 95 % interval of the move over the replications. MSER-5 alone finds something
    to leave out in many a long series that only wanders. Of one replication nothing is known of chance.
    """
    means = values[:, kept:].mean(axis=1)
    known, move = t_interval(means), t_interval(means - values[:, advised:].mean(axis=1))
    if not (move.low > 0 or move.high < 0):
        return False
    moved = abs(move.mean)
    return moved > known.high - known.mean or moved > MUCH * max(abs(known.mean), ONE)
