"""What a search has found: the choice, how sure it is, what fresh replications say of it, and the way not taken."""

from dataclasses import dataclass, replace
from math import floor
from typing import Literal

from sim.experiments.find.question import Target
from sim.experiments.intervals import Interval, Paired
from sim.experiments.statistics.selection.forecast import Forecast

Verdict = Literal["meets", "misses", "undecided"]
Outcome = Literal["chosen", "none meets"]


@dataclass(frozen=True)
class Seen:
    """A point that was looked at."""

    number: int
    replications: int
    cost: Interval
    """In the unit of the wish's measure, as it is."""
    targets: tuple[Interval, ...]
    access: Interval
    difference: Interval
    """Of the wish's measure from that of the choice, over the replications of both, which met the same luck."""
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
class Rival:
    """The next best point over the same fresh replications as the choice."""

    number: int
    difference: Interval
    """Of the wish's measure from that of the choice, in pairs."""
    targets: tuple[Interval, ...]


@dataclass(frozen=True)
class Choice:
    """What is recommended, and how far it can be relied on."""

    outcome: Outcome
    number: int
    """Of the point chosen; of the one that comes nearest when none meets the targets."""
    sure: bool
    """Whether it holds with the chance asked for, among the points looked at."""
    settled: bool
    """Whether it is sure, and no other point promises to be better: all were looked at, or the surrogate sees none."""
    reached: float
    """The chance with which it holds, 0 when that is not even one half."""
    still: Forecast
    """Replications that a sure answer still takes, and a look at the points that were meant to be looked at."""


@dataclass(frozen=True)
class Answer:
    """Everything that is reported."""

    choice: Choice
    seen: tuple[Seen, ...]
    wish: Checked
    targets: tuple[Checked, ...]
    rival: Rival | None
    """None when every other point misses a target."""

    def afresh(self, seen: Seen, today: int | None) -> Seen:
        """The same with what fresh replications say of its difference and targets, where it ran any.

        `today` is the number of the scenario as it is.
        """
        if self.rival and seen.number == self.rival.number:
            return replace(seen, difference=self.rival.difference, targets=self.rival.targets)
        if seen.number != today:
            return seen
        change = self.wish.change.difference
        difference = Interval(-change.mean, -change.high, -change.low, change.n)
        return replace(seen, difference=difference, targets=tuple(each.today for each in self.targets))


def shortfall(target: Target, reached: float) -> float:
    """How far a mean misses a target; 0 when it meets it."""
    return max(-target.margin(reached), 0.0)


def percent(chance: float) -> int:
    """A chance in whole percent, never said to be more than it is."""
    return floor(chance * 100 + 1e-9)
