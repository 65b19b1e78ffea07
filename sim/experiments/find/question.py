"""What is to be found: the values to choose from, what makes a unit good, and how sure the answer must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sim.experiments.statistics.selection.cheapest import Aim
from sim.experiments.sweep.base import Base
from sim.measures import Measure
from sim.scenario import LoadedScenario, Scenario
from sim.scenario.tree.node import Node

Point = tuple[int, ...]
"""The level of each choice, counted from 0, in their order."""


@dataclass(frozen=True)
class Level:
    """One of the values of a choice."""

    label: str
    change: Node
    """The partial scenario that it stands for."""


@dataclass(frozen=True)
class Choice:
    """Something to decide, and the values it may have."""

    name: str
    levels: tuple[Level, ...]
    paths: tuple[str, ...]
    """Dotted paths that a number goes to; none for named levels."""
    values: tuple[int, ...] | None
    """None for named levels, which have no order."""


@dataclass(frozen=True)
class Wish:
    """A measure that should be small or large."""

    measure: Measure
    largest: bool

    def cost(self, value: float) -> float:
        """Smaller is better; its own opposite."""
        return -value if self.largest else value


@dataclass(frozen=True)
class Target:
    """A figure that the mean of a measure should reach or stay below; within the tolerance either will do."""

    measure: Measure
    at_least: bool
    value: float
    tolerance: float

    def margin(self, value: float) -> float:
        """How far a value lies on the good side."""
        return value - self.value if self.at_least else self.value - value

    def value_of(self, margin: float) -> float:
        """The value with this margin."""
        return self.value + margin if self.at_least else self.value - margin


@dataclass(frozen=True)
class Question:
    """A valid file."""

    path: Path
    text: str
    name: str
    question: str
    base: Base
    set_to: Node
    """The partial scenario that holds for every point and is in the base already."""
    choices: tuple[Choice, ...]
    allowed: tuple[int, ...]
    """Numbers of the points that may be chosen, of the whole grid."""
    wish: Wish
    targets: tuple[Target, ...]
    access: Measure
    """What the front shows against the wish."""
    chance: float
    worth: float
    """A difference in the wish that does not matter."""
    looks: int
    """The most points that are looked at."""
    replications: int
    """The most that the search spends."""
    fresh_replications: int

    @property
    def loaded(self) -> LoadedScenario:
        """The scenario that is varied, with what `set` changes."""
        return self.base.loaded

    @property
    def size(self) -> int:
        """Number of points that may be chosen."""
        return len(self.allowed)

    @property
    def guided(self) -> bool:
        """Whether only some of the points are looked at."""
        return self.looks < self.size

    @cached_property
    def today(self) -> int | None:
        """Number of the point that is the scenario as it is; None when that is no choice."""
        number = 0
        for choice in self.choices:
            place = self._as_it_is(choice)
            if place is None:
                return None
            number = number * len(choice.levels) + place
        return number if number in self.allowed else None

    @cached_property
    def today_labels(self) -> tuple[str, ...]:
        """What each choice is in the scenario as it is; empty where no level says it."""
        return tuple(map(self._label_as_it_is, self.choices))

    def _label_as_it_is(self, choice: Choice) -> str:
        place = self._as_it_is(choice)
        if place is not None:
            return choice.levels[place].label
        found = {self.base.value(path) for path in choice.paths}
        return f"{found.pop():g}" if len(found) == 1 and choice.values is not None else ""

    def _as_it_is(self, choice: Choice) -> int | None:
        """Place of the level that changes nothing."""
        scenario = self.loaded.scenario
        return next(
            (place for place, level in enumerate(choice.levels) if self.base.varied([level.change]) == scenario), None
        )

    def point(self, number: int) -> Point:
        """The point with a number of the whole grid; the last choice changes first."""
        found: list[int] = []
        for choice in reversed(self.choices):
            number, level = divmod(number, len(choice.levels))
            found.append(level)
        return tuple(reversed(found))

    def neighbours(self, number: int) -> Iterator[int]:
        """Points of the whole grid one step away in one choice: the next number up or down, or another named level."""
        step = 1
        for choice, level in reversed(list(zip(self.choices, self.point(number), strict=True))):
            count = len(choice.levels)
            levels = range(count) if choice.values is None else range(max(level - 1, 0), min(level + 2, count))
            yield from (number + (other - level) * step for other in levels if other != level)
            step *= count

    def labels(self, number: int) -> tuple[str, ...]:
        """What the point's choices are called."""
        return tuple(choice.levels[level].label for choice, level in zip(self.choices, self.point(number), strict=True))

    def said(self, number: int) -> str:
        """The point in words: `beds 26, night nurses 2`."""
        return ", ".join(
            f"{choice.name} {label}" for choice, label in zip(self.choices, self.labels(number), strict=True)
        )

    def marked(self, number: int) -> str:
        """The point in words, with a mark on the scenario as it is."""
        return f"{self.said(number)} (today)" if number == self.today else self.said(number)

    def scenario(self, number: int) -> Scenario:
        """The scenario at a point. Raises Refused when it is not valid."""
        return self.base.varied(self.changes(number))

    def changes(self, number: int) -> list[Node]:
        """What a point changes, choice by choice."""
        return [choice.levels[level].change for choice, level in zip(self.choices, self.point(number), strict=True)]

    def aim(self, systems: int) -> Aim:
        """What is to be told apart among so many points."""
        import numpy as np

        return Aim(systems, np.array([target.tolerance for target in self.targets]), self.worth)
