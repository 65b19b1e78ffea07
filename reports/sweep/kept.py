"""Which points keep the targets of the sweep: for sure, by their means alone, or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from reports.effects import phrase
from reports.figures.contour import SIGNS
from reports.study import Measure
from reports.sweep.space import Space
from reports.words import count_word, quantity

YES, LIKELY, UNLIKELY, NO = SIGNS
SYMBOLS = {YES: "✓", LIKELY: "≈", UNLIKELY: "≈", NO: "✗"}
"""From the best to the worst. Each has its sign and its words, so that colour never stands alone."""


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
        """How far mean, and the worst and best end of the interval, lie on the good side: mean, least, most."""
        sign = 1.0 if self.at_least else -1.0
        mean = sign * (table["mean"] - self.value)
        ends = sign * (table[["low", "high"]] - self.value)
        return pd.DataFrame({"mean": mean, "least": ends.min(axis=1), "most": ends.max(axis=1)})


def targets_of(space: Space) -> list[Target]:
    """Those that the sweep's file names."""
    return [Target(space.named[each.measure], each.at_least, each.value) for each in space.facts.targets]


def verdicts(space: Space, targets: Sequence[Target]) -> "pd.Series[Any]":
    """One for each point, over all targets: the worst decides; a measure never seen is NO."""
    order = list(SYMBOLS)
    every = [verdict(space, target).map(order.index) for target in targets]
    return pd.concat(every, axis=1).max(axis=1).map(dict(enumerate(order)))


def verdict(space: Space, target: Target) -> "pd.Series[Any]":
    """YES where the whole interval is on the good side, NO where all of it is on the other; else the mean tells.

    Without an interval nothing is sure, but with one replication of each point there is nothing else to go by.
    """
    margins = target.margins(space.estimates(target.measure.name)).reindex(space.points.index)
    mean, least, most = (margins[name if space.replications > 1 else "mean"] for name in ("mean", "least", "most"))
    found = np.select([least >= 0, mean >= 0, mean.notna() & ~(most < 0)], [YES, LIKELY, UNLIKELY], NO)
    return pd.Series(found, index=space.points.index)


def kept_said(space: Space, targets: Sequence[Target]) -> str:
    """`no point of 9 keeps both targets for sure; two do by their means, and five more are not ruled out`."""
    found = verdicts(space, targets)
    kept, likely, unlikely = (int((found == each).sum()) for each in (YES, LIKELY, UNLIKELY))
    what = {1: "the target", 2: "both targets"}.get(len(targets), f"all {count_word(len(targets), 'target')}")
    sure = "for sure" if space.replications > 1 else "in the one replication that ran"
    points = count_word(kept, "point") if kept else "no point"
    said = f"{points} of {len(found):,} {'keeps' if kept < 2 else 'keep'} {what} {sure}"
    if likely:
        mean = "does by its mean" if likely == 1 else "do by their mean"
        said += f"; {_more(likely, kept)} {mean}{'s' if len(targets) > 1 or likely > 1 else ''}"
    if unlikely:
        joint = ", and" if likely else ";"
        said += f"{joint} {_more(unlikely, kept + likely)} {'is' if unlikely == 1 else 'are'} not ruled out"
    return said


def _more(count: int, before: int) -> str:
    """`two`, or `two more` when some were counted before."""
    number = count_word(count, "point").split()[0]
    return f"{number} more" if before else number


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
