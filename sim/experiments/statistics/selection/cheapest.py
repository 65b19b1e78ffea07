"""The cheapest system that meets its targets, with a stated chance of choosing well.

A choice is good when the chosen system misses no target by its tolerance or more, and no system that meets every target
with its tolerance to spare is cheaper by the worth (the indifference of cost) or more. The chance of a bad choice is
split over the bounds on which it could rest. Let d be the cheapest of the systems that meet every target with the
tolerance to spare, k the number of systems and m of targets:

    an unacceptable system passes       at most k - 1 bounds, one of a missed target each (k when there is no d)
    d is called infeasible              at most m bounds
    another seems less dear than d      at most k - 1 bounds, of the paired difference in cost from d

so each bound may fail with probability (1 - chance) / (2 (k - 1) + m). The chosen system is compared with every other
one directly: then bounds between other pairs matter to nobody, differences within the worth do not add up along a
chain, and nothing is assumed about how far the others lie behind. Every bound holds at every look (see `bounds`), so
that replications may go where they help most, and systems may share their luck. The promise is for means of
replications that are near normal; a very skewed measure needs more of them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiments.statistics.selection.bounds import distance
from sim.experiments.statistics.selection.feasibility import NO, YES, feasibility
from sim.experiments.statistics.selection.looks import LOOKS, looks_within

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Aim:
    """What is to be told apart, and how surely."""

    systems: int
    """Those that might be chosen, run or not."""
    tolerance: Floats
    """Of each target."""
    worth: float
    """Difference in cost that does not matter."""

    def error(self, chance: float) -> float:
        """What each bound may fail with."""
        return (1 - chance) / max(2 * (self.systems - 1) + self.tolerance.size, 1)


@dataclass(frozen=True)
class Moments:
    """Of the replications of each system up to its last look; rows are systems."""

    n: Ints
    cost: Floats
    margin: Floats
    margin_sd: Floats


@dataclass(frozen=True)
class Standing:
    """What the bounds say of each system."""

    feasible: Ints
    best: int | None
    """The cheapest by its mean of those called feasible."""
    rivals: Ints
    """Systems not ruled out yet, by neither targets nor cost; empty when the choice is made."""

    @property
    def decided(self) -> bool:
        """A choice, or that there is none, with the chance asked for."""
        return not self.rivals.size


def moments(samples: list[Floats]) -> Moments:
    """Of samples with shape (replications, 1 + targets): cost and margins. All 0 with fewer than two replications."""
    seen = [sample[: seen_at_look(len(sample))] for sample in samples]
    means = np.array([each.mean(axis=0) if len(each) > 1 else np.zeros(each.shape[1]) for each in seen])
    sds = np.array([each[:, 1:].std(axis=0, ddof=1) if len(each) > 1 else np.zeros(each.shape[1] - 1) for each in seen])
    return Moments(np.array([len(each) for each in seen]), means[:, 0], means[:, 1:], sds)


def seen_at_look(n: int) -> int:
    """Replications of the last look within `n`; all of them before the first."""
    look = int(looks_within(n))
    return int(LOOKS[look]) if look >= 0 else n


def standing(samples: list[Floats], aim: Aim, chance: float, known: Moments | None = None) -> Standing:
    """What follows from the samples of the systems run so far, which have shape (replications, 1 + targets)."""
    error, of = aim.error(chance), known or moments(samples)
    feasible = feasibility(of.margin, of.margin_sd, of.n, aim.tolerance, error)
    open_ = np.flatnonzero(feasible != NO)
    passed = np.flatnonzero(feasible == YES)
    if not passed.size:
        return Standing(feasible, None, open_)
    best = int(passed[np.argmin(of.cost[passed])])
    others = open_[open_ != best]
    near = dearer_at_most(samples, best, others, error) >= aim.worth
    return Standing(feasible, best, others[near])


def dearer_at_most(samples: list[Floats], best: int, others: Ints, error: float) -> Floats:
    """Upper bounds on how much dearer the best is than each of the others; shape (others,)."""
    mean, sd, n = paired(samples, best, others)
    return mean + distance(sd, n, error)


def paired(samples: list[Floats], best: int, others: Ints) -> tuple[Floats, Floats, Ints]:
    """Mean and standard deviation of the best's cost minus each other's, over the replications of both at a look.

    Both are 0 with fewer than two replications.
    """
    counts = [seen_at_look(min(len(samples[best]), len(samples[each]))) for each in others]
    mean, sd = np.zeros(len(others)), np.zeros(len(others))
    for place, (each, n) in enumerate(zip(others, counts, strict=True)):
        if n > 1:
            difference = samples[best][:n, 0] - samples[each][:n, 0]
            mean[place], sd[place] = difference.mean(), difference.std(ddof=1)
    return mean, sd, np.array(counts, dtype=np.int64)


def chance_reached(samples: list[Floats], aim: Aim) -> float:
    """The largest chance with which the choice is decided already; 0 when it is not even at one half."""
    known = moments(samples)
    low, high = np.log(1e-6), np.log(0.5)
    if not standing(samples, aim, 1 - float(np.exp(high)), known).decided:
        return 0.0
    for _ in range(20):
        middle = (low + high) / 2
        if standing(samples, aim, 1 - float(np.exp(middle)), known).decided:
            high = middle
        else:
            low = middle
    return 1 - float(np.exp(high))
