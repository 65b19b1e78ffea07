"""Expected deaths after a stay: person-time under each kind of care, times the scenario's rates. Nobody dies."""

from functools import partial
from typing import NamedTuple

import numpy as np

from sim.measures.happened import Ints
from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.window import YEAR_H, Floats
from sim.scenario.afterwards import Deaths
from sim.vocabulary import Event

measure = partial(declare, group="after")

PERIOD_H = 28 * 24.0
PERIODS = 13
EXPECTED = (
    "Deaths to be expected in the first {} after leaving, of 1,000 stays that ended in the window: time under each "
    "kind of aftercare times the scenario's death rates, period of 28 days by period; nobody dies in the simulation, "
    "and somebody who is referred again no longer counts."
)


class Spells(NamedTuple):
    """Stretches of one kind of aftercare after stays that ended in the window; shape (spells,)."""

    person: Ints
    start_h: Floats
    """Since leaving."""
    end_h: Floats
    care: Ints


@measure(
    "Expected deaths in 28 days after leaving",
    "per 1,000 stays",
    EXPECTED.format("28 days"),
    kind="per patient",
    better="lower",
    needs="deaths",
)
def deaths_28_days_per_1000_stays(seen: Seen) -> float:
    return 1000 * float(_deaths_per_stay(seen)[0])


@measure(
    "Expected deaths in the year after leaving",
    "per 1,000 stays",
    EXPECTED.format("52 weeks"),
    kind="per patient",
    better="lower",
    needs="deaths",
)
def deaths_year_per_1000_stays(seen: Seen) -> float:
    return 1000 * float(np.sum(_deaths_per_stay(seen)))


def _deaths_per_stay(seen: Seen) -> Floats:
    """In each period of 28 days after leaving; nan for one that no stay lives to see.

    As in a life table: in each period the deaths to be expected are divided by
    the part of it that is seen, so stays that ended late count for what is seen of them.
    """
    afterwards = seen.scenario.afterwards
    if afterwards is None or afterwards.deaths is None:
        return np.full(PERIODS, np.nan)
    spells = _spells(seen)
    hours = _in_periods(spells.start_h, spells.end_h)
    deaths = np.sum(hours * _per_hour(afterwards.deaths)[:, spells.care].T, axis=0)
    seen_h = np.sum(_in_periods(np.zeros(1), seen.window.end_h - seen.left_h[seen.ended]), axis=0)
    return np.asarray(np.divide(deaths * PERIOD_H, seen_h, out=np.full(PERIODS, np.nan), where=seen_h > 0))


def _spells(seen: Seen) -> Spells:
    changes = seen.happened[Event.AFTERCARE].only(seen.ended)
    order = np.argsort(changes.person, kind="stable")
    person, start_h = changes.person[order], changes.time_h[order]
    is_last = np.append(person[1:] != person[:-1], True) if person.size else np.zeros(0, dtype=bool)
    over_h = np.fmin(seen.next_referred_h[person], seen.window.end_h)
    end_h = np.where(is_last, over_h, np.append(start_h[1:], np.nan))
    left_h = seen.left_h[person]
    return Spells(person, start_h - left_h, end_h - left_h, changes.value[order].astype(np.int64))


def _in_periods(start_h: Floats, end_h: Floats) -> Floats:
    """Hours of each stretch in each period of 28 days after leaving; shape (stretches, periods)."""
    edges_h = PERIOD_H * np.arange(PERIODS + 1)
    reached = np.clip(np.stack(np.broadcast_arrays(start_h, end_h))[:, :, None], edges_h[:-1], edges_h[1:])
    return np.asarray(reached[1] - reached[0])


def _per_hour(rule: Deaths) -> Floats:
    """Deaths an hour; shape (periods, kinds of aftercare)."""
    ratios = np.array([1.0, rule.on_medication_ratio, rule.in_programme_ratio, rule.with_both_ratio])
    base = np.array([rule.first_28_days_per_1000_years] + [rule.later_per_1000_years] * (PERIODS - 1))
    return np.outer(base, ratios) / 1000 / YEAR_H
