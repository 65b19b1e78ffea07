"""The felt score over the stay: what was last found of those who are there, by protocol and hours since admission."""

import numpy as np
import pandas as pd

from sim.measures.seen import Seen
from sim.measures.window import Bools, Floats
from sim.vocabulary import Event

EVERY_H, LAST_H = 6.0, 240.0
GRID_H = np.arange(0.0, LAST_H + EVERY_H, EVERY_H)
"""Hours since admission at which everybody who is there is looked up."""
SHARES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
COLUMNS = ["protocol", "hour", *SHARES, "n"]


def scores(seen: Seen) -> pd.DataFrame:
    """Columns protocol, hour, p10, p50, p90 (COWS points), n (people); hours at which nobody is there are left out.

    People admitted in the window, for as long as they are there and the run lasts. Each counts once at each
    hour, with the score of their last check or assessment, so that people who are checked more often weigh no more.
    """
    found, there = _last_found(seen), _there(seen)
    known = there & ~np.isnan(found)
    rows = [
        (name, hour, *np.quantile(found[some, place], list(SHARES.values())), int(np.count_nonzero(some)))
        for number, name in enumerate(seen.scenario.protocols)
        for place, hour in enumerate(GRID_H)
        if (some := known[:, place] & (seen.population.protocol == number)).any()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _there(seen: Seen) -> Bools:
    """Whether each person is in the unit at each hour of the grid; shape (people, hours)."""
    admitted_h = seen.time_of(Event.ADMITTED)
    until_h = np.fmin(seen.left_h, seen.window.end_h)
    return np.asarray(seen.window.holds(admitted_h)[:, None] & (admitted_h[:, None] + GRID_H < until_h[:, None]))


def _last_found(seen: Seen) -> Floats:
    """The last score found of each person at each hour of the grid; nan before the first; shape (people, hours)."""
    checks = seen.happened[Event.CHECKED]
    since_h = checks.time_h - seen.time_of(Event.ADMITTED)[checks.person]
    from_place = np.searchsorted(GRID_H, since_h)
    kept = from_place < GRID_H.size
    last = np.full((seen.population.size, GRID_H.size), np.nan)
    last[checks.person[kept], from_place[kept]] = checks.value[kept]
    return np.asarray(pd.DataFrame(last).ffill(axis=1), dtype=float)
