"""Words that are true of people: traits, opioids, sources, priority classes and protocols by name."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sim.errors import ModelError

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Who:
    """Which words are true of whom; arrays have shape (people,)."""

    def __init__(self, people: int):
        self.people = people
        self._true: dict[str, Bools] = {}

    def tell(self, word: str, true_of: Bools) -> None:
        self._true[word] = true_of

    def tell_choice(self, names: Sequence[str], chosen: Ints) -> None:
        """Each name is true of those who have its number."""
        for number, name in enumerate(names):
            self.tell(name, chosen == number)

    def holds(self, word: str) -> Bools:
        return self._true[word]

    def any_of(self, words: Sequence[str]) -> Bools:
        return np.any([self._true[word] for word in words], axis=0) if words else np.zeros(self.people, dtype=bool)

    def all_of(self, words: Sequence[str]) -> Bools:
        return np.all([self._true[word] for word in words], axis=0) if words else np.ones(self.people, dtype=bool)

    def admitted(self, only_for: Sequence[str], not_for: Sequence[str] = ()) -> Bools:
        """Of whom one of the first words, if there are any, and none of the second is true."""
        meant = self.any_of(only_for) if only_for else np.ones(self.people, dtype=bool)
        return meant & ~self.any_of(not_for)

    def share(self, share_pct: float, where: Mapping[str, float]) -> Floats:
        """Shares between 0 and 1: those of `where` for the first of its words that is true of a person."""
        share = np.full(self.people, share_pct)
        for word, pct in reversed(list(where.items())):
            share[self._true[word]] = pct
        return share / 100


def choose(ranks: Floats, weights: Floats) -> Ints:
    """One of several for each person, by weights of shape (people, choices); -1 where every weight is 0."""
    reached = np.cumsum(weights, axis=1)
    whole = reached[:, -1]
    number = np.sum(reached[:, :-1] / np.where(whole > 0, whole, 1.0)[:, None] <= ranks[:, None], axis=1)
    return np.where(whole > 0, number, -1)


def placed(number: Ints, part: str) -> Ints:
    """The numbers as they are. Raises ModelError, naming the part of the scenario, when somebody has none."""
    if np.any(number < 0):
        raise ModelError(f"{part}: somebody fits none of them; one without conditions is for everybody")
    return number
