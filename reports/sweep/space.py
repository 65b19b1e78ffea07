"""What the page knows of a finished sweep: its axes, its measures, and what each point that was run came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor, log10, nan
from typing import Any

import pandas as pd

from reports.possible import possible
from reports.study import Measure
from reports.words import NAME_LENGTH, NBSP, short
from sim.experiments.sweep.reader import SavedSweep

COST = "cost_per_year"
MOST_AXES_SAID = 4
"""A point of more axes than these is named by its number alone."""
MORRIS, INDICES = "morris", "sobol indices"
FEWEST_OF_A_LOG, LEAST_FACTOR, SAME = 4, 1.5, 1.1
LEARNING = (MORRIS, INDICES)
"""Designs whose points are there to learn from, and not to choose from."""
ONE_AT_A_TIME = "one at a time"
LEAST_ALIKE = 3
"""Replications that are all alike and so leave chance no part; two may be alike by chance."""
Value = float | str


@dataclass(frozen=True)
class Axis:
    """What was varied, as the page speaks of it."""

    name: str
    unit: str
    in_words: bool
    levels: tuple[Value, ...]
    """The values of the points that were run: numbers from the smallest, words in the order of the file."""
    log: bool = False
    """Whether its values lie evenly on a logarithmic scale."""

    @property
    def title(self) -> str:
        return f"{self.name} ({self.unit})" if self.unit else self.name

    def said(self, value: Value) -> str:
        """A value with its unit, as a person writes it."""
        if self.unit == "h" and not isinstance(value, str) and 0 < value < 1:
            return f"{_digits(round(60 * value, 1))}{NBSP}min"
        text = value if isinstance(value, str) else _digits(float(value))
        return f"{text}{NBSP}{self.unit}" if self.unit else text

    def in_text(self, value: Value) -> str:
        """A value as a sentence has it: a word in quotation marks."""
        return f"“{short(value, NAME_LENGTH)}”" if isinstance(value, str) else self.said(value)


@dataclass(frozen=True)
class Space:
    """A finished sweep, read with the page's questions in mind. Points of which a replication failed are left out."""

    saved: SavedSweep

    @property
    def facts(self) -> Any:
        """sweep.json, field by field."""
        return self.saved.facts

    @cached_property
    def points(self) -> pd.DataFrame:
        """Those that ran to the end: point, role and a column for each axis; the index is the point's number."""
        done = self.saved.points[self.saved.points["status"] == "done"]
        return done.set_index("point", drop=False)[["point", "role", *(axis.name for axis in self.saved.facts.axes)]]

    @cached_property
    def axes(self) -> tuple[Axis, ...]:
        """In the order of the file."""
        return tuple(_axis(entry, self.points[entry.name]) for entry in self.saved.facts.axes)

    @cached_property
    def varied(self) -> tuple[Axis, ...]:
        """The axes on which the points differ."""
        return tuple(axis for axis in self.axes if len(axis.levels) > 1)

    @cached_property
    def measures(self) -> list[Measure]:
        """The headline measures that were seen, and the cost where it is known."""
        fields = Measure.__dataclass_fields__
        every = [
            Measure(**{name: getattr(each, name) for name in fields})
            for each in self.saved.facts.measures
        ]  # fmt: skip
        return [each for each in every if (each.headline or each.name == COST) and len(self.estimates(each.name))]

    @property
    def named(self) -> Mapping[str, Measure]:
        """All measures by name, those that are no headline too."""
        fields = Measure.__dataclass_fields__
        return {
            each.name: Measure(**{name: getattr(each, name) for name in fields}) for each in self.saved.facts.measures
        }

    @property
    def replications(self) -> int:
        return int(self.saved.facts.replications)

    def estimates(self, measure: str) -> pd.DataFrame:
        """Where the measure was seen: a column for each axis, mean, low, high and n; the index is the point's number.

        low and high are nan with one replication.
        """
        return self._summaries.get(measure, self._summaries[""])

    def estimate(self, measure: str, point: int) -> tuple[float, float, float]:
        """Mean, low and high of the measure at a point where it was seen; all nan elsewhere."""
        table = self.estimates(measure)
        if point not in table.index:
            return nan, nan, nan
        place = int(table.index.get_indexer(pd.Index([point]))[0])
        mean, low, high = (float(table[name].iloc[place]) for name in ("mean", "low", "high"))
        return mean, low, high

    def runs(self, measure: str) -> pd.DataFrame:
        """The measure in each replication: rows are points, columns replications; nan where it was never seen."""
        if measure not in self._pivots:
            part = self._runs.get(measure, self.saved.runs.iloc[:0])
            self._pivots[measure] = part.pivot(index="point", columns="replication", values="value")
        return self._pivots[measure]

    @cached_property
    def _summaries(self) -> dict[str, pd.DataFrame]:
        table = self.saved.summary.dropna(subset="mean")
        table = without_alike(table[table["point"].isin(self.points.index)])
        table = possible(table, self.named.values()).set_index("point")
        parts = {str(name): part.drop(columns="measure") for name, part in table.groupby("measure", sort=False)}
        return parts | {"": table.iloc[:0].drop(columns="measure")}

    @cached_property
    def _runs(self) -> dict[str, pd.DataFrame]:
        table = self.saved.runs[self.saved.runs["point"].isin(self.points.index)]
        return {str(name): part for name, part in table.groupby("measure", sort=False)}

    @cached_property
    def _pivots(self) -> dict[str, pd.DataFrame]:
        """Those of `runs` that were asked for."""
        return {}

    def place(self, point: int) -> str:
        """`beds 20, night nurses 1`; `point 17` where there are too many axes."""
        if len(self.axes) > MOST_AXES_SAID:
            return f"point {point}"
        row = int(self.points.index.get_indexer(pd.Index([point]))[0])
        return ", ".join(f"{axis.name}{NBSP}{axis.in_text(self.points[axis.name].iloc[row])}" for axis in self.axes)

    def values(self, point: int) -> list[str]:
        """The value of a point on each axis, with its unit."""
        place = int(self.points.index.get_indexer(pd.Index([point]))[0])
        return [axis.said(self.points[axis.name].iloc[place]) for axis in self.axes]


def without_alike(table: pd.DataFrame) -> pd.DataFrame:
    """Without the interval of two replications that happen to be alike: it is of no width, and would pass for certain.

    Columns mean, low, high and n; what is 0 in both is left as it is.
    """
    alike = (table["n"] < LEAST_ALIKE) & (table["low"] == table["high"]) & (table["mean"] != 0)
    return table.assign(low=table["low"].mask(alike), high=table["high"].mask(alike))


def _digits(value: float) -> str:
    """Four significant digits, which tell drawn values apart well enough to read; whole numbers keep all of theirs."""
    if value.is_integer() or value == 0:
        return f"{value:.0f}"
    places = max(0, 3 - floor(log10(abs(value))))
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def _is_log(entry: Any, levels: Sequence[Value]) -> bool:
    """Whether the file says so, or the values grow by about the same factor from each to the next."""
    numbers = [value for value in levels if not isinstance(value, str) and value > 0]
    if entry.scale == "log" or len(numbers) < max(FEWEST_OF_A_LOG, len(levels)):
        return bool(entry.scale == "log")
    factors = [after / before for before, after in pairwise(numbers)]
    return min(factors) > LEAST_FACTOR and max(factors) < SAME * min(factors)


def _axis(entry: Any, values: "pd.Series[Any]") -> Axis:
    seen = list(dict.fromkeys(values.tolist()))
    in_words = entry.kind == "word"
    order = {value: place for place, value in enumerate(entry.values)}
    levels = sorted(seen, key=lambda value: order.get(value, len(order))) if in_words else sorted(seen)
    return Axis(entry.name, entry.unit, in_words, tuple(levels), _is_log(entry, levels))
