"""How well the surrogate predicts what it has not seen: each point left out in turn."""

from dataclasses import dataclass

import numpy as np

from sim.experiments.find.explorer import Explorer
from sim.experiments.find.question import Question

LEAST_POINTS = 3


@dataclass(frozen=True)
class Guess:
    """Of one measure; over the points looked at."""

    measure: str
    label: str
    points: int
    explained_pct: float
    """Part of the variance between points that is predicted; below 0 when their mean would do better."""
    within_two_sd_pct: float
    """Points that lie within two standard deviations of what is predicted; about 95 when these are right."""


def guesses(explorer: Explorer, question: Question) -> tuple[Guess, ...]:
    """Of the wish and of each target; none with fewer than three points."""
    if len(explorer.points) < LEAST_POINTS:
        return ()
    measures = [question.wish.measure, *(target.measure for target in question.targets)]
    found = []
    for measure, surrogate in zip(measures, explorer.surrogates(), strict=True):
        error, sd = surrogate.left_out()
        spread = float(np.var(surrogate.means))
        explained = 100 * (1 - float(np.mean(error**2)) / spread) if spread > 0 else 100.0
        within = 100 * float(np.mean(np.abs(error) <= 2 * sd))
        found.append(Guess(measure.name, measure.label, error.size, explained, within))
    return tuple(found)
