"""How long a warm-up should be: MSER-5 on daily series that include it."""

from collections.abc import Mapping
from math import ceil

import numpy as np
import pandas as pd

from sim.experiments.intervals import t_interval
from sim.experiments.statistics.mser import BATCH, FEWEST_BATCHES, Floats, mser5
from sim.experiments.study_entries import SeriesEntry, WarmUpEntry
from sim.experiments.tables import FROM_START
from sim.scenario.scenario import Scenario

DAYS_A_WEEK = 7
MUCH = 0.03
"""A part of a mean that matters to whoever plans, however wide its interval is."""
ONE = 1.0
"""Bed or person: a mean below is judged as if it were 1, for 3 % of next to nothing matters to nobody."""


def warm_ups(from_start: pd.DataFrame, scenarios: Mapping[str, Scenario]) -> list[WarmUpEntry]:
    """An entry for each scenario, from the table `from_start`."""
    return [_entry(name, scenario, from_start) for name, scenario in scenarios.items()]


def _entry(name: str, scenario: Scenario, from_start: pd.DataFrame) -> WarmUpEntry:
    if scenario.census is not None:
        found = []
    else:
        found = [
            _said(series, values, scenario.run.warm_up_h / 24) for series, values in by_day(from_start, name).items()
        ]
    known = [each.days for each in found if each.days is not None]
    return WarmUpEntry(
        scenario=name,
        terminating=scenario.census is not None,
        chosen_days=scenario.run.warm_up_h / 24,
        advised_weeks=ceil(max(known) / DAYS_A_WEEK) if known else None,
        settled=not any(each.at_limit for each in found),
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


def _said(series: str, values: Floats, chosen_days: float) -> SeriesEntry:
    found, kept = mser5(values.mean(axis=0)), ceil(chosen_days)
    if found is None:
        return SeriesEntry(series=series, days=None, at_limit=False, too_short=False)
    short = found.first > chosen_days and _matters(values, kept, found.first)
    return SeriesEntry(series=series, days=found.first, at_limit=found.at_limit, too_short=short)


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
