"""Before the search: how long a replication takes, and what the budget can promise.

The scenario as it is runs a few of the fresh replications that the answer needs anyway. They are timed, and tell about
how much the measures vary.
"""

from dataclasses import dataclass, replace
from math import isnan, nan

import numpy as np

from sim.experiments.find.budget import Budget, Clock
from sim.experiments.find.explorer import START
from sim.experiments.find.question import Question
from sim.experiments.find.runs import BASE, Runs
from sim.experiments.statistics.selection.allocation import needed
from sim.experiments.statistics.selection.looks import FIRST
from sim.experiments.statistics.selection.rinott import rinott_counts

FRESH_FROM = 1_000_000
"""Number of the first fresh replication: no search comes so far."""
WARMING = 2
"""Replications that are not timed: worker processes start with them."""
TIMED = 4
"""Those that are."""
A_LOOK = 20
"""Replications that a point looked at takes on average, for a budget that cannot look at all."""
FEWEST = 8
"""Points that are looked at even when the budget cannot tell them apart."""
AMPLE = 3
"""Times the least number of replications, from which on a promise is likely to be kept."""
WITHOUT_LIMIT = 10**9


@dataclass(frozen=True)
class Plan:
    """What will be done, and what may come of it."""

    question: Question
    """With the points to look at that fit the budget."""
    most: int
    """Replications that the search may spend."""
    affordable: int
    """Those that are expected to fit."""
    replication_s: float
    """Of the clock, with all workers at work; nan when all that was timed was stored already."""
    least: int
    """Replications without which no choice can be sure: each point looked at needs its first look."""
    at_a_tie: int
    """Replications of a point that is on a target or as good as another, when it varies as the scenario does."""

    @property
    def outlook(self) -> str:
        """Whether the choice will be sure."""
        if self.affordable < self.least:
            return "out of reach"
        return "likely" if self.affordable >= AMPLE * self.least else "possible"


@dataclass(frozen=True)
class Known:
    """What an earlier part of the same search has found out, and what the command line says."""

    looks: int = 0
    """Points that it meant to look at."""
    spent: int = 0
    """Replications that it spent; they are stored, and take no time."""
    fixed: bool = False
    """Whether the command line says how many points to look at."""


def planned(question: Question, runs: Runs, budget: Budget, clock: Clock, known: Known) -> Plan:
    """Time a few replications and plan with them.

    Unless the command line says how many points to look at, they are as many as fit the budget and no fewer than were
    meant before.

    Raises what running raises.
    """
    spread = _timed(question, runs, clock)
    most = budget.replications or (WITHOUT_LIMIT if budget.seconds else question.replications)
    affordable = most
    if budget.seconds and clock.replication_s:
        affordable = max(clock.affordable() - reserved(question), 0) + known.spent
    if not known.fixed and (budget.seconds or budget.replications):
        question = replace(question, looks=min(max(_looks(question, affordable), known.looks), question.looks))
    points = min(question.looks, question.size)
    least = points * (FIRST + (START if question.guided else 0))
    at_a_tie = _at_a_tie(question, spread, points)
    return Plan(question, most, affordable, clock.replication_s or nan, least, at_a_tie)


def reserved(question: Question) -> int:
    """Replications for which time is kept for the end, when the choice and the scenario as it is run afresh."""
    return 2 * question.fresh_replications - min(WARMING + TIMED, question.fresh_replications)


def _timed(question: Question, runs: Runs, clock: Clock) -> "dict[str, float]":
    """Variance of each measure asked about, by its name, in the scenario as it is."""
    runs.fresh(BASE, range(FRESH_FROM, FRESH_FROM + WARMING))
    few = range(FRESH_FROM, FRESH_FROM + WARMING + TIMED)
    clock.begin()
    found = runs.fresh(BASE, few)
    clock.end(len(few))
    names = {question.wish.measure.name, *(target.measure.name for target in question.targets)}
    series = {name: [values[name] for values in found if not isnan(values.get(name, nan))] for name in names}
    return {name: float(np.var(each, ddof=1)) if len(each) > 1 else 0.0 for name, each in series.items()}


def _looks(question: Question, affordable: int) -> int:
    """As many points as the budget can tell apart, but enough to start with."""
    if affordable >= AMPLE * FIRST * question.size:
        return question.looks
    return min(question.looks, max(affordable // A_LOOK, min(affordable // (2 * START), FEWEST), 2))


def _at_a_tie(question: Question, variance: "dict[str, float]", points: int) -> int:
    """Of the bounds on a target, or of Rinott's two stages for two points, whichever is more."""
    error = question.aim(points).error(question.chance)
    for_targets = [
        needed(target.tolerance / max(variance[target.measure.name], 1e-300) ** 0.5, error)
        for target in question.targets
    ]
    of_cost = np.full(2, variance[question.wish.measure.name])
    for_cost = rinott_counts(of_cost, FIRST, question.worth, question.chance)
    return max(*for_targets, int(for_cost.max()))
