"""An axis of a sweep: the values that a point may have on it, and what each of them changes in the scenario.

An axis has values of its own (`Listed`), any value of a range (`Between`), or whatever a list of points says (`Open`).
Lengths of time are numbers of hours here, as everywhere inside the program.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from sim.experiments.calibration.applied import NOWHERE
from sim.experiments.sensitivity.quantities import is_duration
from sim.experiments.sensitivity.quantities import plain as digits
from sim.scenario.reading.merge import merge
from sim.scenario.tree.node import Node, Scalar
from sim.scenario.tree.scalars import scalar
from sim.scenario.values.hours import duration

Value = float | str
"""A number (hours for a length of time), or the name of a level."""

DIGITS = 6
"""Significant digits of a value that is drawn or lies between two ends."""
DECIMALS = 9
"""Most decimals of a length of time that a scenario can write."""


@dataclass(frozen=True)
class Axis:
    """What all kinds of axis have."""

    name: str
    paths: tuple[str, ...]
    """Dotted paths that have the value, all the same one; none for an axis of named levels."""
    in_time: bool
    """Whether its numbers are hours."""

    @property
    def values(self) -> tuple[Value, ...]:
        """In the order in which a grid takes them; none when there is no end to them."""
        return ()

    def at(self, position: float) -> Value:
        """The value at a position from 0 to 1."""
        raise NotImplementedError

    def change(self, value: Value) -> Node:
        """What the value changes, as the tree of a scenario that extends the base."""
        in_hours = self.in_time and not isinstance(value, str)
        return self.put(Node(_length(float(value)) if in_hours else _plain(value), NOWHERE))

    def put(self, setting: Node) -> Node:
        """The tree with this setting at each path."""
        return reduce(merge, (_below(path, setting) for path in self.paths), Node({}, NOWHERE))

    def read(self, cell: str) -> Value:
        """The value that a cell of a list of points means. Raises ValueError with what would be accepted."""
        raise NotImplementedError


@dataclass(frozen=True)
class Listed(Axis):
    """An axis with values of its own, or with named levels."""

    changes: Mapping[Value, Node]

    @property
    def in_words(self) -> bool:
        """Whether its values are names and not numbers."""
        return any(isinstance(value, str) for value in self.changes)

    @property
    def values(self) -> tuple[Value, ...]:
        """As the file has them."""
        return tuple(self.changes)

    def at(self, position: float) -> Value:
        """Each value has an equal share of the positions."""
        return self.values[min(int(position * len(self.changes)), len(self.changes) - 1)]

    def change(self, value: Value) -> Node:
        """What was said for the value; one that was not, such as that of the base, is written as it is."""
        return self.changes[value] if value in self.changes else super().change(value)

    def read(self, cell: str) -> Value:
        """One of the values."""
        value = _meant(cell, self.in_time, self.in_words)
        if value not in self.changes:
            raise ValueError(f"{_either([shown(each) for each in self.values])} is accepted, as the axis says")
        return value


@dataclass(frozen=True)
class Between(Axis):
    """An axis that takes any value of a range, evenly on its scale."""

    low: float
    high: float
    log: bool

    def at(self, position: float) -> Value:
        """With few digits, and never outside the range."""
        if not 0 < position < 1:
            return self.low if position <= 0 else self.high
        return min(max(rounded(along(self.low, self.high, position, self.log)), self.low), self.high)

    def read(self, cell: str) -> Value:
        """A number of the range."""
        value = _meant(cell, self.in_time, in_words=False)
        if isinstance(value, str) or not self.low <= value <= self.high:
            raise ValueError(f"a number from {shown(self.low)} to {shown(self.high)} is accepted, as the axis says")
        return value


@dataclass(frozen=True)
class Open(Axis):
    """An axis whose values a list of points gives."""

    def read(self, cell: str) -> Value:
        """Anything; the scenario decides."""
        return _meant(cell, self.in_time, in_words=False)


def along(low: float, high: float, position: float, log: bool) -> float:
    """The number at a position from 0 to 1 between two ends."""
    if log:
        return math.exp(math.log(low) + position * (math.log(high) - math.log(low)))
    return low + position * (high - low)


def rounded(value: float) -> float:
    """With few digits, and with decimals that a scenario can write: what the tables say is then what ran."""
    return round(float(f"{value:.{DIGITS}g}"), DECIMALS)


def shown(value: Value) -> str:
    """As a person writes it: without an exponent or a point that says nothing."""
    return value if isinstance(value, str) else digits(value)


def _meant(cell: str, in_time: bool, in_words: bool) -> Value:
    if in_time and is_duration(cell):
        return duration(cell)
    try:
        found = scalar(cell)
    except ValueError:
        return cell
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    return float(found) if is_number and not in_words else cell  # type: ignore[arg-type]


def _plain(value: Value) -> Scalar:
    """Whole numbers without a point, because a count takes no other."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value, value)
    return int(value) if value.is_integer() else value


def _length(hours: float) -> str:
    """In minutes where hours would not end."""
    return f"{digits(hours)} h" if hours == round(hours, DECIMALS) else f"{digits(hours * 60)} min"


def _below(path: str, node: Node) -> Node:
    for step in reversed(path.split(".")):
        node = Node({step: node}, NOWHERE)
    return node


def _either(choices: Sequence[str]) -> str:
    """`1, 2 or 3`, the middle of many left out."""
    listed = [*choices[:4], "…", choices[-1]] if len(choices) > 6 else list(choices)
    return f"{', '.join(listed[:-1])} or {listed[-1]}" if len(listed) > 1 else listed[0]
