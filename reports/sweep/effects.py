"""How much each axis moves each measure: from where to where, and whether chance alone could do that."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, hypot, isfinite

import pandas as pd

from reports.study import Measure
from reports.sweep.levels import by_level, by_slice, change, crossed, wide
from reports.sweep.space import Axis, Space


@dataclass(frozen=True)
class End:
    """A value or a slice of an axis, and the mean of the measure there with its 95 % interval."""

    said: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Effect:
    """What one axis does to one measure from end to end; over words, from the lowest mean to the highest."""

    axis: Axis
    measure: Measure
    first: End
    last: End
    """In the order of the axis."""
    change: float
    low: float
    high: float
    """Of `last` less `first`, with the 95 % interval; its ends are nan with one replication."""
    over: int
    """Settings of the other axes over which the means go; 0 when they go over slices of drawn points."""

    @property
    def is_clear(self) -> bool:
        """Whether chance alone is an unlikely reason."""
        return self.low > 0 or self.high < 0

    @property
    def relative(self) -> float:
        """Size of the change against the middle of both ends: 0 to 2 for what has one sign, and never beyond 2."""
        size = (abs(self.first.mean) + abs(self.last.mean)) / 2
        return abs(self.change) / size if size else 0.0


def effects(space: Space) -> list[Effect]:
    """Of each axis on each measure that can be told, the largest against its own size first; the clear ones lead."""
    every = [effect(space, measure, axis) for axis in space.varied for measure in space.measures]
    found = [each for each in every if each is not None and isfinite(each.change) and each.change]
    return sorted(found, key=lambda each: (each.is_clear, each.relative), reverse=True)


def effect(space: Space, measure: Measure, axis: Axis) -> Effect | None:
    """None when too few points tell."""
    table = by_level(space, measure.name, [axis])
    if len(table) > 1:
        places = _places(table, axis)
        first, last = _ends(table, [axis.in_text(value) for value in table[axis.name]], places)
        before, after = (table[axis.name].iloc[place] for place in places)
        mean, low, high = change(space, measure.name, axis, before, after, _family(table, axis))
        return Effect(axis, measure, first, last, mean, low, high, settings(space, axis))
    table = by_slice(space, measure.name, axis)
    return _between_slices(table, measure, axis) if len(table) > 1 else None


def settings(space: Space, axis: Axis) -> int:
    """Settings of the other axes in which every value of the axis was run."""
    return len(crossed(space, [axis])) // len(axis.levels)


def _between_slices(table: pd.DataFrame, measure: Measure, axis: Axis) -> Effect:
    """The points of two slices are others, so that their intervals add up as those of independent means."""
    places, family = _places(table, axis), _family(table, axis)
    first, last = _ends(table, slices_said(table, axis), places)
    wider = [wide(int(table["n"].iloc[place]), family) / wide(int(table["n"].iloc[place])) for place in places]
    halves = [float(table["half"].iloc[place]) * each for place, each in zip(places, wider, strict=True)]
    found, half = last.mean - first.mean, hypot(*halves)
    return Effect(axis, measure, first, last, found, found - half, found + half, 0)


def slices_said(table: pd.DataFrame, axis: Axis) -> list[str]:
    """`20`, or `20–24`, for each slice of `by_slice`."""
    ends = [(axis.in_text(first), axis.in_text(last)) for first, last in zip(table["from"], table["to"], strict=True)]
    return [first if first == last else f"{first}–{last}" for first, last in ends]


def _ends(table: pd.DataFrame, said: Sequence[str], places: Sequence[int]) -> tuple[End, End]:
    first, last = (
        End(said[place], *(float(table[name].iloc[place]) for name in ("mean", "low", "high"))) for place in places
    )
    return first, last


def _places(table: pd.DataFrame, axis: Axis) -> list[int]:
    """Both ends of an axis of numbers; words have no ends, and the lowest and the highest mean are taken."""
    if not axis.in_words:
        return [0, len(table) - 1]
    return sorted((int(table["mean"].argmin()), int(table["mean"].argmax())))


def _family(table: pd.DataFrame, axis: Axis) -> int:
    """Pairs among which the two were picked: the most distant two of many would else seem to differ by chance alone."""
    return comb(len(table), 2) if axis.in_words else 1
