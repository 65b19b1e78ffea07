"""Before the search: how long a replication takes, and what the budget can promise.

The scenario as it is runs a few of the fresh replications that the answer needs anyway. They are timed, and tell about
how much the measures vary.
"""

from dataclasses import dataclass, replace
from math import inf, isnan, nan, sqrt

import numpy as np

from sim.experiments.find.budget import Budget, Clock
from sim.experiments.find.explorer import START
from sim.experiments.find.question import Question
from sim.experiments.find.runs import BASE, Runs
from sim.experiments.statistics.selection.allocation import needed
from sim.experiments.statistics.selection.looks import FIRST

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
CLOSE = 2
"""Units that are close to a target or to another one, for which such a promise leaves room."""
FRESH_POINTS = 3
"""The choice, the nearest of its rivals, and the scenario as it is."""
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
    """Of the clock, with all workers at work; nan without one that was timed."""
    least: int
    """Replications without which no choice can be sure: each point looked at needs its first look."""
    at_a_tie: int
    """Replications of a point that is on a target or costs as much as another, when it varies as the scenario does."""
    before: int = 0
    """Replications of earlier parts of the search, which are stored and counted in `most` and `affordable`."""
    at_once: int = 0
    """Points that a search which begins anew would look at with what this one has in all; 0 when it does begin anew."""

    @property
    def outlook(self) -> str:
        """Whether the choice will be sure; there is most often a unit or two close to the best."""
        if self.affordable < self.least:
            return "out of reach"
        return "likely" if self.affordable >= AMPLE * self.least + CLOSE * self.at_a_tie else "possible"


@dataclass(frozen=True)
class Known:
    """What an earlier part of the same search has found out, and what the command line says."""

    looks: int = 0
    """Points that it meant to look at."""
    spent: int = 0
    """Replications that it spent; they are stored, and take no time."""
    still: float = 0
    """Replications that telling these points apart still takes; infinite when nobody would wait for it."""
    fixed: bool = False
    """Whether the command line says how many points to look at."""


def planned(question: Question, runs: Runs, budget: Budget, clock: Clock, known: Known) -> Plan:
    """Time a few replications and plan with them.

    Unless the command line says how many points to look at, they are as many as fit the budget. A search that goes on
    first tells apart the points that it meant to look at before; only what is then left of the budget looks at others.

    Raises what running raises.
    """
    spread = _timed(question, runs, clock)
    most = _most(question, budget, known)
    affordable, all_looks = most, question.looks
    if budget.seconds and clock.replication_s:
        affordable = max(clock.affordable() - reserved(question), 0) + known.spent
    if not known.fixed and (budget.seconds or budget.replications):
        question = replace(question, looks=min(_looks(question, affordable, known), all_looks))
    points = min(question.looks, question.size)
    least = points * (FIRST + (START if question.guided else 0))
    at_a_tie = _at_a_tie(question, spread, points)
    most_looks = min(all_looks, question.size)
    at_once = min(_looks_at_once(replace(question, looks=most_looks), affordable), most_looks) if known.looks else 0
    return Plan(question, most, affordable, clock.replication_s or nan, least, at_a_tie, known.spent, at_once)


def _most(question: Question, budget: Budget, known: Known) -> int:
    """Replications in all: a budget is what this part of the search may spend beside what earlier ones have."""
    if budget.replications:
        return known.spent + budget.replications
    return WITHOUT_LIMIT if budget.seconds else question.replications


def reserved(question: Question) -> int:
    """Replications for which time is kept for the end, when the choice, its rival and today's unit run afresh."""
    return FRESH_POINTS * question.fresh_replications - min(WARMING + TIMED, question.fresh_replications)


def _timed(question: Question, runs: Runs, clock: Clock) -> "dict[str, float]":
    """Variance of each measure asked about, by its name, in the scenario as it is."""
    found = runs.fresh(BASE, range(FRESH_FROM, FRESH_FROM + WARMING))
    few = range(FRESH_FROM + WARMING, FRESH_FROM + WARMING + TIMED)
    clock.begin()
    found += runs.fresh(BASE, few)
    clock.end(len(few))
    _time_what_is_not_stored(runs, clock)
    names = {question.wish.measure.name, *(target.measure.name for target in question.targets)}
    series = {name: [values[name] for values in found if not isnan(values.get(name, nan))] for name in names}
    return {name: float(np.var(each, ddof=1)) if len(each) > 1 else 0.0 for name, each in series.items()}


def _time_what_is_not_stored(runs: Runs, clock: Clock) -> None:
    """With a limit in time, which means nothing while nobody knows how long a replication takes: a search that was
    stopped before it could save that has stored those that are timed.
    """
    few = range(FRESH_FROM + WARMING + TIMED, FRESH_FROM + WARMING + 2 * TIMED)
    while clock.seconds and clock.replication_s is None:
        clock.begin()
        runs.fresh(BASE, few)
        clock.end(len(few))
        few = range(few.stop, few.stop + TIMED)


def _looks(question: Question, affordable: int, known: Known) -> int:
    """As many points as the budget can tell apart, but enough to start with."""
    if not known.looks:
        return _looks_at_once(question, affordable)
    room = affordable - known.spent - known.still
    return known.looks + int(max(room, 0)) // A_LOOK


def _looks_at_once(question: Question, affordable: int) -> int:
    """The same for a search of which nothing has run."""
    if affordable >= AMPLE * FIRST * question.size:
        return question.looks
    return max(affordable // A_LOOK, min(affordable // (2 * START), FEWEST), 2)


def _at_a_tie(question: Question, variance: "dict[str, float]", points: int) -> int:
    """When the bound on its nearest target is nearer than the tolerance, and that on a difference in cost than the
    worth; the difference is taken to vary as if the two had no luck in common, which is the worst case.
    """
    error = question.aim(points).error(question.chance)
    granted = [(target.tolerance, sqrt(variance[target.measure.name])) for target in question.targets]
    granted.append((question.worth, sqrt(2 * variance[question.wish.measure.name])))
    return max(needed(much / sd if sd else inf, error) for much, sd in granted)
