"""Every point that was looked at, as it is reported: its intervals, its distance from the choice, its verdict."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sim.experiments.find.answer import Seen, Verdict
from sim.experiments.find.question import Question
from sim.experiments.find.search import Search
from sim.experiments.intervals import Interval, t_interval
from sim.experiments.statistics.selection.cheapest import moments, standing
from sim.experiments.statistics.selection.feasibility import NO, YES, chance_of_meeting

Floats = NDArray[np.float64]

WORDS: dict[int, Verdict] = {YES: "meets", NO: "misses"}


def all_seen(search: Search, choice: int) -> tuple[Seen, ...]:
    """In the order in which they were first looked at; `choice` is the number of the point chosen."""
    counted = [sample[search.skipped :] for sample in search.samples]
    feasible = standing(counted, search.aim, search.question.chance).feasible
    of = moments(search.samples)
    chances = chance_of_meeting(of.margin, of.margin_sd, of.n)
    seen = [
        _seen(search, number, choice, WORDS.get(int(verdict), "undecided"), float(chance))
        for number, verdict, chance in zip(search.runs.points, feasible, chances, strict=True)
    ]
    front = front_of(*_plane(search.question, seen))
    return tuple(replace(each, on_front=bool(best)) for each, best in zip(seen, front, strict=True))


def _seen(search: Search, number: int, choice: int, verdict: Verdict, chance: float) -> Seen:
    question, runs = search.question, search.runs
    values = runs.sample(number)
    targets = tuple(
        t_interval([target.value_of(each) for each in values[:, at].tolist()])
        for at, target in enumerate(question.targets, start=1)
    )
    difference = _wished(question, _difference(values, runs.sample(choice)))
    cost = _wished(question, values[:, 0])
    return Seen(
        number, len(values), cost, targets, t_interval(runs.access(number)), difference, verdict, chance, on_front=False
    )


def _difference(values: Floats, others: Floats) -> Floats:
    """In cost, replication by replication."""
    both = min(len(values), len(others))
    return np.asarray(values[:both, 0] - others[:both, 0])


def _wished(question: Question, costs: Floats) -> Interval:
    """In the unit of the wish's measure, in which more may be better."""
    return t_interval([question.wish.cost(each) for each in costs.tolist()])


def _plane(question: Question, seen: Sequence[Seen]) -> tuple[Floats, Floats]:
    """Cost and access as they are reported; smaller is better in both."""
    sign = -1 if question.access.better == "higher" else 1
    cost = [question.wish.cost(each.cost.mean) for each in seen]
    return np.array(cost), np.array([sign * each.access.mean for each in seen])


def front_of(cost: Floats, access: Floats) -> NDArray[np.bool_]:
    """Which points no other one beats in both (Pareto); smaller is better in each, shape (points,)."""
    costs, place = np.unique(cost, return_inverse=True)
    least = np.full(costs.size, np.inf)
    np.minimum.at(least, place, access)
    cheaper = np.concatenate([[np.inf], np.minimum.accumulate(least)[:-1]])
    return np.asarray((access == least[place]) & (access < cheaper[place]))


def better_within(question: Question, seen: Sequence[Seen]) -> list[Seen]:
    """Points not chosen because they miss a target, though each by less than its tolerance, that are better than the
    choice by what matters; the best first.
    """
    ahead = {each.number: -question.wish.cost(each.difference.mean) for each in seen}
    found = [each for each in seen if each.verdict == "misses" and ahead[each.number] >= question.worth]
    return sorted((each for each in found if _within(question, each)), key=lambda each: -ahead[each.number])


def _within(question: Question, each: Seen) -> bool:
    return all(
        target.margin(its.mean) > -target.tolerance for target, its in zip(question.targets, each.targets, strict=True)
    )


def rival_of(question: Question, seen: Sequence[Seen], choice: int) -> int | None:
    """The cheapest other point that does not miss a target, in pairs with the choice; None when all do."""
    others = [each for each in seen if each.verdict != "misses" and each.number != choice]
    return min(others, key=lambda each: question.wish.cost(each.difference.mean)).number if others else None
