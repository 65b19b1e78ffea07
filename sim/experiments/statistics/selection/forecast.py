"""How many replications a choice still takes: the rest of it is played, again and again, with made-up luck.

A count worked out from the means as they stand would be too rosy: what has been seen is luck too, and the means that
look clear look so partly by luck. So each play first draws means that the replications seen allow for, then goes on as
a search does, with replications drawn like those seen, until its choice is made. Luck is shared between systems as far
as it was: every draw is a normal mixture of the replications that all of them have.
"""

from dataclasses import dataclass
from math import inf, isfinite, sqrt

import numpy as np
from numpy.typing import NDArray

from sim.experiments.statistics.selection.allocation import contest
from sim.experiments.statistics.selection.cheapest import Aim, standing
from sim.experiments.statistics.selection.feasibility import NO

Floats = NDArray[np.float64]

MOST_PLAYS, FEWEST_PLAYS = 20, 5
PLAYED = 3_000
"""Systems in all plays together, about: with very many left, fewer plays are made."""
LIKELY, NEARLY_ALWAYS = 0.5, 0.9
"""Parts of the plays that need no more than is said."""
LUCK = 60
"""Replications that are mixed, at most."""
LONGEST = 20_000
"""Replications of a system beyond which a play is given up."""
GROWTH = 4
"""A play's batch has a part of this size of all so far: larger than a search's, so that a play is quick."""
LEAST_BATCH = 20


@dataclass(frozen=True)
class Forecast:
    """Replications that the choice still takes; infinite when that is more than anybody would wait for."""

    likely: float
    """As likely as not, this many are enough."""
    nearly_always: float
    """Nine times in ten, this many are."""

    @property
    def in_sight(self) -> bool:
        """Whether both are numbers."""
        return isfinite(self.nearly_always)


def forecast(samples: list[Floats], aim: Aim, chance: float, skipped: int = 0) -> Forecast:
    """What the choice among these systems still takes; `samples` and `skipped` as for `contest`.

    The same samples give the same forecast.
    """
    found = standing([sample[skipped:] for sample in samples], aim, chance)
    if found.decided:
        return Forecast(0, 0)
    left = [samples[each] for each in np.flatnonzero(found.feasible != NO)]
    plays = min(max(PLAYED // len(left), FEWEST_PLAYS), MOST_PLAYS)
    took = sorted(_play(left, aim, chance, skipped, np.random.default_rng(seed)) for seed in range(plays))
    return Forecast(*(took[int(np.ceil(part * plays)) - 1] for part in (LIKELY, NEARLY_ALWAYS)))


def _play(seen: list[Floats], aim: Aim, chance: float, skipped: int, rng: np.random.Generator) -> float:
    """Replications until the choice is made in one made-up course of events."""
    future, samples = _Future(seen, rng), list(seen)
    begun = sum(map(len, seen))
    while (open_ := contest(samples, aim, chance, skipped)) is not None:
        total = sum(map(len, samples))
        for system, counted in open_.wanted(max(LEAST_BATCH, total // GROWTH)).items():
            n = counted + skipped
            if n > LONGEST:
                return inf
            samples[system] = np.concatenate([samples[system], future.of(system, len(samples[system]), n)])
    return sum(map(len, samples)) - begun


class _Future:
    """Replications that have not been run, as they might be."""

    def __init__(self, seen: list[Floats], rng: np.random.Generator):
        common = min(LUCK, *map(len, seen))
        self._rest = [(each - each.mean(axis=0))[:common] / sqrt(common - 1) for each in seen]
        mixed = rng.standard_normal(common)
        self._means = [
            each.mean(axis=0) + mixed @ rest / sqrt(len(each)) for each, rest in zip(seen, self._rest, strict=True)
        ]
        self._luck, self._rng = np.empty((0, common)), rng

    def of(self, system: int, first: int, last: int) -> Floats:
        """Replications from `first` to before `last`; what another system has of a number shares its luck."""
        more = last - len(self._luck)
        if more > 0:
            self._luck = np.concatenate([self._luck, self._rng.standard_normal((more, self._luck.shape[1]))])
        return np.asarray(self._means[system] + self._luck[first:last] @ self._rest[system])
