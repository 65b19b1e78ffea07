"""What a search has found: the choice, how sure it is, what fresh replications say of it, and the way not taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, nan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sim.experiments.find.plan import FRESH_FROM
from sim.experiments.find.question import Question, Target
from sim.experiments.find.runs import BASE, Runs
from sim.experiments.find.search import Search
from sim.experiments.intervals import Interval, Paired, paired_interval, t_interval
from sim.experiments.statistics.selection.allocation import contest
from sim.experiments.statistics.selection.cheapest import chance_reached, moments, standing
from sim.experiments.statistics.selection.feasibility import NO, YES, chance_of_meeting

Floats = NDArray[np.float64]
Verdict = Literal["meets", "misses", "undecided"]
Outcome = Literal["chosen", "none meets"]

WORDS: dict[int, Verdict] = {YES: "meets", NO: "misses"}


@dataclass(frozen=True)
class Seen:
    """A point that was looked at."""

    number: int
    replications: int
    cost: Interval
    """In the unit of the wish's measure, as it is."""
    targets: tuple[Interval, ...]
    access: Interval
    verdict: Verdict
    chance: float
    """Estimated chance that it meets every target; no guarantee rests on it."""
    on_front: bool


@dataclass(frozen=True)
class Checked:
    """A measure of the choice over fresh replications, beside the scenario as it is."""

    found: Interval
    today: Interval
    change: Paired


@dataclass(frozen=True)
class Choice:
    """What is recommended, and how far it can be relied on."""

    outcome: Outcome
    number: int
    """Of the point chosen; of the one that comes nearest when none meets the targets."""
    sure: bool
    """Whether it holds with the chance asked for, among the points looked at."""
    reached: float
    """The chance with which it holds, 0 when that is not even one half."""
    still: int
    """Replications that a sure answer still takes, about."""


@dataclass(frozen=True)
class Answer:
    """Everything that is reported."""

    choice: Choice
    seen: tuple[Seen, ...]
    wish: Checked
    targets: tuple[Checked, ...]
    rivals: tuple[int, ...]
    """The next best points by the search, nearest first."""


def answered(search: Search) -> Answer:
    """Sum up a search that has ended, and run the choice and the scenario as it is with fresh replications.

    Raises what running raises.
    """
    choice = _chosen(search)
    seen = _all_seen(search)
    wish, *targets = _checked(search.question, search.runs, choice.number)
    return Answer(choice, seen, wish, tuple(targets), _rivals(search.question, seen, choice))


def _chosen(search: Search) -> Choice:
    question, points = search.question, search.runs.points
    counted = [sample[search.skipped :] for sample in search.samples]
    sure = standing(counted, search.aim, question.chance).decided
    reached = max(chance_reached(counted, search.aim), question.chance if sure else 0.0)
    open_ = search.open()
    still = open_.still if open_ else 0
    found = standing(counted, search.aim, question.chance if sure else reached or question.chance)
    if found.decided and found.best is not None:
        return Choice("chosen", points[found.best], sure, reached, still)
    nearest = _nearest(search)
    meets = not found.decided and bool(np.all(search.samples[nearest].mean(axis=0)[1:] >= 0))
    return Choice("chosen" if meets else "none meets", points[nearest], sure, reached, still)


def _nearest(search: Search) -> int:
    """The point in the lead; when all are ruled out, that whose worst target is missed by the fewest tolerances."""
    open_ = contest(search.samples, search.aim, search.question.chance, search.skipped)
    if open_ is not None:
        return int(open_.members[open_.leader])
    margins = moments(search.samples).margin
    return int(np.argmax(np.min(margins / search.aim.tolerance, axis=1)))


def _all_seen(search: Search) -> tuple[Seen, ...]:
    question, runs = search.question, search.runs
    counted = [sample[search.skipped :] for sample in search.samples]
    feasible = standing(counted, search.aim, question.chance).feasible
    of = moments(search.samples)
    chances = chance_of_meeting(of.margin, of.margin_sd, of.n)
    front = front_of(of.cost, _access(question, runs))
    return tuple(
        _seen(question, runs, number, WORDS.get(int(verdict), "undecided"), float(chance), bool(best))
        for number, verdict, chance, best in zip(runs.points, feasible, chances, front, strict=True)
    )


def _seen(question: Question, runs: Runs, number: int, verdict: Verdict, chance: float, on_front: bool) -> Seen:
    values = runs.sample(number)
    cost = t_interval([question.wish.cost(each) for each in values[:, 0].tolist()])
    targets = tuple(
        t_interval([target.value_of(each) for each in values[:, at].tolist()])
        for at, target in enumerate(question.targets, start=1)
    )
    return Seen(number, len(values), cost, targets, t_interval(runs.access(number)), verdict, chance, on_front)


def _access(question: Question, runs: Runs) -> Floats:
    """Mean access of each point; smaller is better."""
    sign = -1 if question.access.better == "higher" else 1
    return np.array([sign * runs.access(number).mean() for number in runs.points])


def front_of(cost: Floats, access: Floats) -> NDArray[np.bool_]:
    """Which points no other one beats in both (Pareto); smaller is better in each, shape (points,)."""
    no_worse = (cost[:, None] <= cost[None, :]) & (access[:, None] <= access[None, :])
    better = (cost[:, None] < cost[None, :]) | (access[:, None] < access[None, :])
    return np.asarray(~(no_worse & better).any(axis=0))


def _checked(question: Question, runs: Runs, number: int) -> list[Checked]:
    """The wish and every target over fresh replications."""
    fresh = range(FRESH_FROM, FRESH_FROM + question.fresh_replications)
    found, today = (runs.fresh(each, fresh) for each in (number, BASE))
    names = [question.wish.measure.name, *(target.measure.name for target in question.targets)]
    return [
        _compared([each.get(name, nan) for each in found], [each.get(name, nan) for each in today]) for name in names
    ]


def _compared(found: Sequence[float], today: Sequence[float]) -> Checked:
    return Checked(t_interval(found), t_interval(today), paired_interval(today, found))


def _rivals(question: Question, seen: Sequence[Seen], choice: Choice) -> tuple[int, ...]:
    """Points that do not miss, the cheapest by the search first."""
    others = [each for each in seen if each.verdict != "misses" and each.number != choice.number]
    return tuple(each.number for each in sorted(others, key=lambda each: question.wish.cost(each.cost.mean)))


def shortfall(target: Target, reached: float) -> float:
    """How far a mean misses a target; 0 when it meets it."""
    return max(-target.margin(reached), 0.0)


def percent(chance: float) -> int:
    """A chance in whole percent, never said to be more than it is."""
    return floor(chance * 100 + 1e-9)
