"""How long people stay and how their stays end; those whose end nobody saw count for as long as they were seen."""

import numpy as np
import pandas as pd

from sim.measures.happened import Ints
from sim.measures.seen import Seen
from sim.measures.tallies import OUTCOMES
from sim.measures.window import Floats
from sim.vocabulary import Event

EVERY_H, LAST_H = 6.0, 28 * 24.0
GRID_H = np.arange(0.0, LAST_H + EVERY_H, EVERY_H)
PRESENT = "still in the unit"
UNSEEN = -1
"""How a stay ended that had not ended when the run did."""


def presence(seen: Seen) -> pd.DataFrame:
    """Columns state, hour, share_pct: of people admitted in the window, those in each state so long after admission.

    The states are "still in the unit" and the ways in which stays end; at each hour they add up to 100.
    Nobody is left out for having come late: stays that last beyond the run are censored at its end.
    """
    began = seen.window.holds(seen.time_of(Event.ADMITTED))
    if not np.any(began):
        return pd.DataFrame(columns=["state", "hour", "share_pct"])
    ended = ~np.isnan(seen.left_h)
    seen_h = np.where(ended, seen.left_h, seen.window.end_h) - seen.time_of(Event.ADMITTED)
    how = np.select([~np.isnan(seen.time_of(event)) for event in OUTCOMES.values()], range(len(OUTCOMES)), UNSEEN)
    shares = cumulative_incidence(seen_h[began], how[began], len(OUTCOMES), GRID_H)
    states = [PRESENT, *OUTCOMES]
    columns = np.vstack([np.round(1 - shares.sum(axis=0), 12), shares])
    table = pd.DataFrame({"state": np.repeat(states, GRID_H.size), "hour": np.tile(GRID_H, len(states))})
    return table.assign(share_pct=100 * columns.ravel()).dropna(ignore_index=True)


def cumulative_incidence(time_h: Floats, how: Ints, causes: int, at_h: Floats) -> Floats:
    """Probability of having ended by each cause by each of `at_h`; shape (causes, hours).

    `how` is the cause of each end, from 0, or -1 where `time_h` is when watching stopped; whoever ends at the very
    time is still watched then. nan for hours after the last one watched was lost from sight. The estimator of Aalen
    and Johansen (Scandinavian Journal of Statistics 5, 1978), for competing risks: Kalbfleisch and Prentice, The
    Statistical Analysis of Failure Time Data, 8.2.
    """
    order = np.lexsort((how == UNSEEN, time_h))
    time_h, how = time_h[order], how[order]
    at_risk = np.arange(time_h.size, 0, -1)
    stays_on = np.cumprod(np.where(how == UNSEEN, 1.0, 1 - 1 / at_risk))
    before = np.concatenate([[1.0], stays_on[:-1]])
    steps = np.where(how == np.arange(causes)[:, None], before / at_risk, 0.0)
    reached = np.concatenate([np.zeros((causes, 1)), np.cumsum(steps, axis=1)], axis=1)
    lost_from_sight = (at_h > time_h[-1]) & (how[-1] == UNSEEN)
    return np.where(lost_from_sight, np.nan, reached[:, np.searchsorted(time_h, at_h, side="right")])
