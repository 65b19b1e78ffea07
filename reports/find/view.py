"""A saved search, read with the report's questions in mind: its units in words, and what is known of each."""

from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import Any

import pandas as pd

from reports.words import decimals, difference_unit, interval, number, signed
from sim.experiments.find.reader import Estimate, FindFacts, MeasureSaid, SavedFind, TargetSaid
from sim.measures.reach import reach

MET, CLOSE, MISSED = "met", "close to it", "missed"
SIGNS = {MET: ("✓", "better"), CLOSE: ("≈", ""), MISSED: ("✗", "worse")}
"""Verdict on a target to its sign and to what it looks like: colour never stands alone."""


@dataclass(frozen=True)
class Cell:
    """A number with its interval and, for a target, what is to be said of it."""

    value: str
    bounds: str = ""
    verdict: str = ""

    @property
    def sign(self) -> str:
        return SIGNS[self.verdict][0] if self.verdict else ""

    @property
    def look(self) -> str:
        return SIGNS[self.verdict][1] if self.verdict else ""


@dataclass(frozen=True)
class View:
    """What the sections of the report ask of a saved search."""

    saved: SavedFind

    @cached_property
    def facts(self) -> FindFacts:
        """find.json, field by field; no interval goes farther than its measure does."""
        facts = self.saved.facts
        fresh = [
            each.model_copy(update={"found": _within(each.found, measure), "today": _within(each.today, measure)})
            for each, measure in zip(facts.fresh, (facts.wish, *facts.targets), strict=True)
        ]
        return facts.model_copy(update={"fresh": fresh})

    @cached_property
    def ran(self) -> pd.DataFrame:
        """The units that could be run, with their names in the column `unit`; intervals as in `facts`."""
        rows = self.saved.points[self.saved.points["status"] == "run"].reset_index(drop=True)
        facts = self.saved.facts
        for measure in (facts.wish, *facts.targets, facts.access):
            ends = [f"{measure.name}_low", f"{measure.name}_high"]
            rows[ends] = rows[ends].clip(*reach(measure))
        return rows.assign(unit=[self.name(row) for _, row in rows.iterrows()])

    @cached_property
    def failed(self) -> pd.DataFrame:
        """Those that could not, with their names and the reason."""
        rows = self.saved.points[self.saved.points["status"] != "run"].reset_index(drop=True)
        return rows.assign(unit=[self.name(row) for _, row in rows.iterrows()])

    @cached_property
    def choice(self) -> "pd.Series[Any]":
        """The row of the unit chosen."""
        return self.ran[self.ran["chosen"] == "yes"].iloc[0]

    @property
    def chosen(self) -> bool:
        """Whether a unit is recommended, and not only the one that comes nearest."""
        return self.facts.choice.outcome == "chosen"

    def name(self, row: "pd.Series[Any]") -> str:
        """`beds 26, night nurses 2 (today)`."""
        said = ", ".join(f"{choice} {row[choice]}" for choice in self.facts.choices)
        return f"{said} (today)" if row["today"] == "yes" else said


def _within(each: Estimate, measure: MeasureSaid) -> Estimate:
    least, most = reach(measure)
    low, high = (None if end is None else min(max(end, least), most) for end in (each.low, each.high))
    return each.model_copy(update={"low": low, "high": high})


def wanted(target: TargetSaid) -> str:
    """`at least 80 %`."""
    unit = f" {target.unit}" if target.unit else ""
    return f"{'at least' if target.at_least else 'at most'} {target.value:,.10g}{unit}"


def granted(target: TargetSaid) -> str:
    """The tolerance: `1 point`, `0.5 h`."""
    return amount(target.tolerance, target.unit)


def amount(value: float, unit: str) -> str:
    """A difference as it was written, with its unit."""
    unit = "point" if unit == "%" and value == 1 else difference_unit(unit)
    return f"{value:,.10g}{f' {unit}' if unit else ''}"


def title(measure: MeasureSaid) -> str:
    """With its unit."""
    return f"{measure.label} ({measure.unit})" if measure.unit else measure.label


def margin(target: TargetSaid, value: float) -> float:
    """How far a value lies on the good side."""
    return value - target.value if target.at_least else target.value - value


def verdict(target: TargetSaid, mean: float, low: float, high: float) -> str:
    """Met when the whole interval is on the good side, missed when the mean is off by the tolerance or more."""
    worst = min((margin(target, each) for each in (low, high) if each == each), default=margin(target, mean))
    if margin(target, mean) <= -target.tolerance:
        return MISSED
    return MET if worst >= 0 else CLOSE


def cell(each: Estimate, target: TargetSaid | None = None, *, difference: bool = False) -> Cell:
    """An estimate as a cell; with a target, its verdict."""
    mean, low, high = (nan if value is None else value for value in (each.mean, each.low, each.high))
    return numbers(mean, low, high, target, difference=difference)


def numbers(
    mean: float, low: float, high: float, target: TargetSaid | None = None, *, difference: bool = False
) -> Cell:
    """The same from numbers, nan where there is none."""
    places = decimals(low, high, mean)
    said = verdict(target, mean, low, high) if target and mean == mean else ""
    return Cell(signed(mean, places) if difference else number(mean, places), interval(low, high, places), said)
