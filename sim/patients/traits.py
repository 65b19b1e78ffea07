"""Who a person is and the luck they carry: ranks turned into values by quantile functions.

Traits are drawn independently of each other, given the source; the scenario's
description lists that as an assumption.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.patients.arrivals import Group
from sim.patients.streams import Purpose, Ranks
from sim.rules.leaving import hazard_ratio
from sim.scenario.demand import Demand, Source
from sim.scenario.protocols import FixedStay
from sim.scenario.scenario import Scenario
from sim.scenario.transition import OutsidePlace, StepDown
from sim.scenario.values.distributions import Distribution
from sim.scenario.withdrawal import Opioid
from sim.vocabulary import Work

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

REPEATS = {Work.CHECK: 64, Work.COMFORT_MEDICATION: 64, Work.DOSE: 32, Work.DAILY_REVIEW: 32}
"""Repetitions of a task with luck of their own; others happen once. Beyond these the luck starts over."""

BY_OPIOID: dict[str, tuple[Purpose, Callable[[Opioid], Distribution]]] = {
    "onset_h": (Purpose.ONSET, lambda opioid: opioid.onset),
    "rise_h": (Purpose.RISE, lambda opioid: opioid.rise),
    "decline_h": (Purpose.DECLINE, lambda opioid: opioid.decline),
    "peak_score": (Purpose.PEAK_SCORE, lambda opioid: opioid.peak_score),
}
COURSE = ("hours_since_use", *BY_OPIOID)


@dataclass(frozen=True)
class Traits:
    """Columns of the patient table; shape (people,) unless said otherwise."""

    priority: Ints
    """Class on the waiting list, 0 called first."""
    protocol: Ints
    opioid: Ints
    screening_rank: Floats
    patience_h: Floats
    """Infinite when nobody gives up."""
    no_show_rank: Floats
    travel_h: Floats
    hours_since_use: Floats
    """At arrival; nan without a course of withdrawal, like the next four."""
    onset_h: Floats
    rise_h: Floats
    decline_h: Floats
    peak_score: Floats
    leaves_at: Floats
    """Cumulative hazard at which the person leaves: unit exponential."""
    source_ratio: Floats
    """Hazard ratio of the person's source against all sources together."""
    stay_h: Floats
    """Under a fixed stay; nan under other protocols."""
    turnover_h: Floats
    wish: Ints
    """Number of the destination; -1 when the scenario has none."""
    destination_h: Floats
    """Shape (people, destinations): wait for an outside place, stay in an own step-down house, else nan."""
    task_h: dict[Work, Floats]
    """How long each task takes, shape (people, repeats)."""


def draw_traits(scenario: Scenario, group: Group) -> Traits:
    """Traits of everybody in the group; each column from its own stream."""

    def ranks(purpose: Purpose) -> Ranks:
        return group.streams.ranks(purpose, group.drawn)[group.comes]

    demand, source = scenario.demand, list(scenario.demand.sources.values())[group.source]
    protocol = _choice(ranks(Purpose.PROTOCOL), [p.share_pct for p in scenario.protocols.values()])
    return Traits(
        priority=_priority(demand, source, ranks(Purpose.PRIORITY)),
        protocol=protocol,
        screening_rank=ranks(Purpose.SCREENING),
        patience_h=_values(source.patience or demand.patience, ranks(Purpose.PATIENCE), otherwise=np.inf),
        no_show_rank=ranks(Purpose.NO_SHOW),
        travel_h=_values(demand.travel, ranks(Purpose.TRAVEL), otherwise=0.0),
        leaves_at=-np.log1p(-ranks(Purpose.LEAVING)),
        source_ratio=np.full(group.comes.size, _source_ratio(demand, source)),
        stay_h=_fixed_stay(scenario, protocol, ranks(Purpose.STAY)),
        turnover_h=_values(scenario.unit.turnover, ranks(Purpose.TURNOVER), otherwise=0.0),
        destination_h=_at_destinations(scenario, ranks(Purpose.PLACE_WAIT), ranks(Purpose.STEP_DOWN_STAY)),
        wish=_wish(scenario, ranks(Purpose.WISH)),
        task_h=_tasks(scenario, group),
        **_course(scenario, ranks),
    )


def _values(spread: Distribution | None, ranks: Ranks, otherwise: float) -> Floats:
    return np.full(ranks.shape, otherwise) if spread is None else spread.quantile(ranks)


def _choice(ranks: Ranks, shares_pct: Sequence[float]) -> Ints:
    edges = np.cumsum(shares_pct) / np.sum(shares_pct)
    return np.searchsorted(edges[:-1], ranks, side="right")


def _priority(demand: Demand, source: Source, ranks: Ranks) -> Ints:
    classes = demand.priority_classes
    if not classes:
        return np.zeros(ranks.size, dtype=np.int64)
    if source.priority:
        return np.full(ranks.size, list(classes).index(source.priority))
    return _choice(ranks, [each.share_pct for each in classes.values()])


def _source_ratio(demand: Demand, source: Source) -> float:
    known = [
        (s.share_pct or 0.0, s.leaves_early_pct) for s in demand.sources.values() if s.leaves_early_pct is not None
    ]
    if source.leaves_early_pct is None or not sum(share for share, _ in known):
        return 1.0
    mean_pct = sum(share * pct for share, pct in known) / sum(share for share, _ in known)
    return hazard_ratio(source.leaves_early_pct, mean_pct)


def _fixed_stay(scenario: Scenario, protocol: Ints, ranks: Ranks) -> Floats:
    stay_h = np.full(ranks.size, np.nan)
    for number, plan in enumerate(scenario.protocols.values()):
        if isinstance(plan, FixedStay):
            stay_h[protocol == number] = plan.stay.quantile(ranks[protocol == number])
    return stay_h


def _wish(scenario: Scenario, ranks: Ranks) -> Ints:
    if scenario.transition is None:
        return np.full(ranks.size, -1)
    return _choice(ranks, [each.wish_pct for each in scenario.transition.destinations.values()])


def _at_destinations(scenario: Scenario, wait: Ranks, stay: Ranks) -> Floats:
    destinations = scenario.transition.destinations.values() if scenario.transition else ()
    hours = np.full((wait.size, len(destinations)), np.nan)
    for number, place in enumerate(destinations):
        if isinstance(place, OutsidePlace):
            hours[:, number] = place.wait.quantile(wait)
        elif isinstance(place, StepDown):
            hours[:, number] = place.stay.quantile(stay)
    return hours


def _course(scenario: Scenario, ranks: Callable[[Purpose], Ranks]) -> dict[str, Any]:
    people = ranks(Purpose.OPIOID).size
    columns: dict[str, Any] = {name: np.full(people, np.nan) for name in COURSE}
    if scenario.withdrawal is None:
        return columns | {"opioid": np.full(people, -1)}
    opioids = list(scenario.withdrawal.opioids.values())
    opioid = _choice(ranks(Purpose.OPIOID), [each.share_pct for each in opioids])
    columns["hours_since_use"] = scenario.withdrawal.hours_since_use.quantile(ranks(Purpose.HOURS_SINCE_USE))
    for name, (purpose, spread) in BY_OPIOID.items():
        values = np.stack([spread(each).quantile(ranks(purpose)) for each in opioids])
        columns[name] = values[opioid, np.arange(people)]
    return columns | {"opioid": opioid}


def _tasks(scenario: Scenario, group: Group) -> dict[Work, Floats]:
    takes = {}
    for work in Work:
        task = getattr(scenario.tasks, work.name.lower())
        if task is not None:
            ranks = group.streams.repeated_ranks(Purpose.TASK + work, group.drawn, REPEATS.get(work, 1))
            takes[work] = task.takes.quantile(ranks[group.comes])
    return takes
