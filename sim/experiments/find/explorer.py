"""Which points to look at next: all of them, or those that a surrogate finds promising.

When only some are looked at, the first spread out over the whole grid. Then each gets a score: the chance that it meets
every target, times how much cheaper than the best so far it may be expected to be (Gardner and others, Bayesian
optimization with inequality constraints, 2014; Jones, Schonlau and Welch, Efficient global optimization of expensive
black-box functions, 1998). Points that are alike share a score, so that a batch spreads. At last those one step away
from the best are looked at. Nothing is assumed about the direction in which a choice works.

It sees the first `START` replications of each point alone. The bounds that decide use the others, so that what they
promise about the points looked at does not depend on how these were chosen.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.experiments.find.features import features_of, groups_of
from sim.experiments.find.question import Question
from sim.experiments.find.runs import Runs
from sim.experiments.find.surrogate import Shape, Surrogate, pooled_noise

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

START = 5
"""Replications of a point when it is first looked at."""
BATCH = 8
"""Points looked at together."""
FIRST_POINTS = 6
"""Of the first ones, which spread out, for each choice."""
ALL_BATCH = 20
"""The same when all points are looked at, in their order."""
CANDIDATES = 200
"""Those with the best scores, among which a batch is spread."""
WORTH_A_LOOK = 0.05
"""Of the worth: looking ends when no point promises to save more."""
HARDLY = 1e-3
"""Looking ends too when no point meets the targets with a chance above this, and none is known that does."""


class Explorer:
    """Proposes points until nothing promising is left."""

    def __init__(self, question: Question, runs: Runs):
        self._question, self._runs = question, runs
        self._left = list(question.allowed)
        self._asked: list[int] = []
        self._groups = groups_of(question)
        self._features = features_of(question)
        self._shapes: list[Shape | None] = [None] * (1 + len(question.targets))
        self.finished = False

    @property
    def looked_at(self) -> int:
        """Points proposed so far."""
        return len(self._asked)

    @property
    def points(self) -> list[int]:
        """Those to which surrogates are fitted."""
        return self._runs.points

    def next(self) -> list[int]:
        """The next points; none when it is finished."""
        allowed = min(BATCH, self._question.looks - self.looked_at, len(self._left))
        if self.finished or allowed <= 0:
            self.finished = True
            return []
        begun = first_points(self._question)
        if not self._question.guided:
            found = self._left[:ALL_BATCH]
        elif self.looked_at < begun:
            found = self._spread(begun)[self.looked_at :][:allowed]
        else:
            found = self._promising(allowed)
        self.finished = not found
        self._asked += found
        gone = set(found)
        self._left = [number for number in self._left if number not in gone]
        return found

    def surrogates(self) -> list[Surrogate]:
        """Fitted to the cost and to each margin, in this order, of the points looked at."""
        points = self.points
        samples = np.array([self._runs.sample(number)[:START] for number in points])
        means, variances = samples.mean(axis=1), samples.var(axis=1, ddof=1)
        n = np.full(len(points), START)
        found = [
            Surrogate(self._features[points], self._groups, means[:, at], pooled_noise(variances[:, at], n), shape)
            for at, shape in enumerate(self._shapes)
        ]
        self._shapes = [each.shape for each in found]
        return found

    def _spread(self, count: int) -> list[int]:
        """Far from one another: the unit as it is, or else the middle, then always the farthest of some drawn."""
        points, lot = np.array(self._question.allowed), np.random.default_rng(self._question.size)
        features = self._features[points]
        begun = points == self._question.today
        found = [int(np.argmax(begun) if begun.any() else np.argmin(np.abs(features - 0.5).sum(axis=1)))]
        near = ((features - features[found[0]]) ** 2).sum(axis=1)
        while len(found) < count:
            drawn = lot.choice(len(points), size=min(CANDIDATES, len(points)), replace=False)
            drawn = drawn[near[drawn] > 0]
            if drawn.size:
                found.append(int(drawn[np.argmax(near[drawn])]))
                near = np.minimum(near, ((features - features[found[-1]]) ** 2).sum(axis=1))
        return [int(points[each]) for each in found]

    def _promising(self, count: int) -> list[int]:
        if len(self.points) < 3:
            return self._left[:count]
        cost, *margins = self.surrogates()
        left, seen = np.array(self._left), np.array(self.points)
        meets = _meets(margins, self._features[left])
        known = seen[_meets(margins, self._features[seen]) >= 0.5]
        if not known.size:
            return self._picked(left, meets, HARDLY, count, cost)
        costs = cost.predict(self._features[known])[0]
        score = meets * _improvement(*cost.predict(self._features[left]), float(costs.min()))
        found = self._picked(left, score, WORTH_A_LOOK * self._question.worth, count, cost)
        return found or self._beside(int(known[np.argmin(costs)]))[:count]

    def _beside(self, number: int) -> list[int]:
        """Points not looked at that differ from this one by one step of one choice."""
        left = set(self._left)
        return [each for each in self._question.neighbours(number) if each in left]

    def _picked(self, left: Ints, score: Floats, enough: float, count: int, alike: Surrogate) -> list[int]:
        """The best scores, each of which takes from those that are like it."""
        top = np.argsort(-score, kind="stable")[:CANDIDATES]
        left, score = left[top], score[top]
        found: list[int] = []
        while len(found) < count and score.size and score.max() > enough:
            best = int(left[np.argmax(score)])
            found.append(best)
            likeness = alike.likeness(self._features[left], self._features[best])
            score = np.where(left == best, -1.0, score * (1 - likeness**2))
        return found


def first_points(question: Question) -> int:
    """Points that spread out before any is promising; never more than half of those that may be looked at."""
    return min(FIRST_POINTS * len(question.choices), max(question.looks // 2, 2))


def _meets(margins: Sequence[Surrogate], features: Floats) -> Floats:
    """Chance that every margin is on the good side, as if they were independent."""
    from scipy.special import ndtr

    chance = np.ones(len(features))
    for margin in margins:
        mean, sd = margin.predict(features)
        chance *= ndtr(mean / np.maximum(sd, 1e-300))
    return chance


def _improvement(mean: Floats, sd: Floats, best: float) -> Floats:
    """How much cheaper than the best, counting what is dearer as 0, is expected."""
    from scipy.special import ndtr

    z = (best - mean) / np.maximum(sd, 1e-300)
    return np.asarray((best - mean) * ndtr(z) + sd * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi))
