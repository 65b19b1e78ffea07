"""Which points keep the targets of the sweep: for certain, as far as can be told, or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from reports.effects import phrase
from reports.study import Measure
from reports.sweep.space import Space
from reports.words import quantity

YES, CLOSE, NO = "kept", "too close to call", "not kept"
SYMBOLS = {YES: "✓", CLOSE: "≈", NO: "✗"}
"""Each has a sign of its own, so that colour never stands alone."""


@dataclass(frozen=True)
class Target:
    """What the mean of a measure should reach, or stay below."""

    measure: Measure
    at_least: bool
    value: float

    @property
    def said(self) -> str:
        """`the share admitted within 24 h at least 80 %`."""
        word = "at least" if self.at_least else "at most"
        return f"{phrase(self.measure)} {word} {quantity(self.value, self.measure.unit, _places(self.value))}"

    def margins(self, table: pd.DataFrame) -> pd.DataFrame:
        """How far mean, and the worst and best end of the interval, lie on the good side: mean, least, most.

        With one replication all three are the mean's, for there is nothing else to go by.
        """
        sign = 1.0 if self.at_least else -1.0
        mean = sign * (table["mean"] - self.value)
        ends = sign * (table[["low", "high"]] - self.value)
        return pd.DataFrame({
            "mean": mean, "least": ends.min(axis=1).fillna(mean), "most": ends.max(axis=1).fillna(mean)
        })  # fmt: skip


def targets_of(space: Space) -> list[Target]:
    """Those that the sweep's file names."""
    return [Target(space.named[each.measure], each.at_least, each.value) for each in space.facts.targets]


def verdicts(space: Space, targets: Sequence[Target]) -> "pd.Series[Any]":
    """YES, CLOSE or NO for each point, over all targets: one that is not kept decides; a measure never seen is NO."""
    worst = pd.Series(YES, index=space.points.index)
    for target in targets:
        each = verdict(space, target)
        worst = worst.where(each == YES, each.where(worst != NO, NO))
    return worst


def verdict(space: Space, target: Target) -> "pd.Series[Any]":
    """YES where the whole interval is on the good side, NO where all of it is on the other."""
    margins = target.margins(space.estimates(target.measure.name)).reindex(space.points.index)
    found = np.select([margins["least"] >= 0, margins["most"] >= 0], [YES, CLOSE], NO)
    return pd.Series(found, index=space.points.index)


def least_margin(space: Space, targets: Sequence[Target]) -> "pd.Series[float]":
    """The smallest margin of each point over all targets, each in units of its spread over the points.

    0 is the border between the points whose means keep every target and the others.
    """
    every = []
    for target in targets:
        mean = target.margins(space.estimates(target.measure.name))["mean"].reindex(space.points.index)
        every.append(mean / (mean.std() or 1.0))
    return pd.concat(every, axis=1).min(axis=1, skipna=False)


def _places(value: float) -> int:
    return min(3, len(f"{value:g}".partition(".")[2]))
