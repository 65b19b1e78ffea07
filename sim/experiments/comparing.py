"""How scenarios are compared: which pairs, what is done about looking at several, and what difference matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal, get_args

from sim.experiments.intervals import CONFIDENCE
from sim.experiments.statistics.multiple import each_confidence

Correction = Literal["bonferroni", "holm", "none"]
CORRECTIONS: tuple[Correction, ...] = get_args(Correction)
DEFAULT: Correction = "bonferroni"
"""Verdict and interval say the same: a difference is clear when its interval, widened for all of them, excludes 0."""


@dataclass(frozen=True)
class Comparing:
    """The wishes of whoever compares.

    The differences of one measure over all pairs are one family. Bonferroni: their intervals hold together with 95 %
    confidence. Holm: the same intervals, and verdicts by Holm's test, which may call a difference clear although its
    interval just touches 0. None: each interval and verdict for itself.
    """

    correction: Correction = DEFAULT
    all_pairs: bool = False
    """Alternatives are compared with each other too, not only with the base."""
    matters: Mapping[str, float] = field(default_factory=dict)
    """Measure to the smallest difference that matters, in the unit of the measure."""

    def pairs(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        """(base, other) of every comparison, those with the first scenario before all others."""
        every = list(combinations(ids, 2))
        return every if self.all_pairs else every[: len(ids) - 1]

    def confidence(self, ids: Sequence[str]) -> float:
        """Of each interval of a difference."""
        return CONFIDENCE if self.correction == "none" else each_confidence(CONFIDENCE, len(self.pairs(ids)))
