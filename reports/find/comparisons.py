"""What the choice does beside the unit as it is, and what it beat: the tables of the first page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from reports.find.view import Cell, View, cell, margin, numbers, title, wanted
from sim.experiments.find.reader import Estimate, MeasureSaid

MOST_BEATEN = 4
"""Units of each kind: those that are better in the wish and miss a target, and those that do not."""


@dataclass(frozen=True)
class Row:
    """A measure of the choice."""

    measure: MeasureSaid
    wanted: str
    found: Cell
    today: Cell
    change: Cell


@dataclass(frozen=True)
class Beaten:
    """A unit that was not chosen."""

    number: int
    unit: str
    difference: Cell
    pairs: str
    """How many replications of both it is over, and whether they are fresh."""
    why: str


def measures(view: View) -> list[Row]:
    """The wish and every target over fresh replications, beside the unit as it is."""
    facts = view.facts
    which = "largest" if facts.wish.largest else "smallest"
    wish = facts.fresh[0]
    rows = [Row(facts.wish, which, cell(wish.found), cell(wish.today), cell(wish.change, difference=True))]
    for target, each in zip(facts.targets, facts.fresh[1:], strict=True):
        change = cell(each.change, difference=True)
        rows.append(Row(target, wanted(target), cell(each.found, target), cell(each.today, target), change))
    return rows


def beaten(view: View) -> list[Beaten]:
    """The unit as it is, then those nearest in the wish to the choice, the best first."""
    sign = -1 if view.facts.wish.largest else 1
    others = view.ran[view.ran["chosen"] != "yes"]
    others = others.assign(ahead=sign * others["difference"]).sort_values("ahead", kind="stable")
    misses = others[(others["meets"] == "misses") & (others["ahead"] < 0)].tail(MOST_BEATEN)
    rest = others[others["meets"] != "misses"].head(MOST_BEATEN)
    nearest = pd.concat([misses, rest])
    today = others[(others["today"] == "yes") & ~others["point"].isin(nearest["point"])]
    return [_beaten(view, row) for _, row in pd.concat([today, nearest]).iterrows()]


def _beaten(view: View, row: "pd.Series[Any]") -> Beaten:
    fresh = _fresh(view, row)
    if fresh:
        change, means = fresh
        return Beaten(
            int(row["point"]), row["unit"], cell(change, difference=True), f"{change.n:,} fresh", _why(view, row, means)
        )
    difference = numbers(row["difference"], row["difference_low"], row["difference_high"], difference=True)
    return Beaten(int(row["point"]), row["unit"], difference, f"{int(row['difference_n']):,}", _why(view, row, {}))


def _fresh(view: View, row: "pd.Series[Any]") -> tuple[Estimate, dict[str, float]] | None:
    """The difference of the runner-up, or of today's unit, over fresh replications, and the mean of each target: a page
    has one number for each.
    """
    facts = view.facts
    names = [target.name for target in facts.targets]
    if facts.rival and row["point"] == facts.rival.number:
        return facts.rival.difference, _means(names, facts.rival.targets)
    if row["today"] != "yes":
        return None
    change = facts.fresh[0].change
    low, mean, high = (None if value is None else -value for value in (change.high, change.mean, change.low))
    means = _means(names, [each.today for each in facts.fresh[1:]])
    return Estimate(mean=mean, low=low, high=high, n=change.n), means


def _means(names: Iterable[str], found: Iterable[Estimate]) -> dict[str, float]:
    return {name: each.mean for name, each in zip(names, found, strict=True) if each.mean is not None}


def _why(view: View, row: "pd.Series[Any]", fresh: Mapping[str, float]) -> str:
    """What speaks against choosing it; `fresh` has the mean of each target over fresh replications, if it ran any."""
    known = why_not(view, pd.Series({**row, **fresh}))
    if row["meets"] == "misses":
        return known
    wish = view.facts.wish
    best = -row["difference_high"] if wish.largest else row["difference_low"]
    ruled_out = view.facts.choice.sure or best > -wish.worth
    return f"{known}; not better by what matters" if ruled_out else f"{known}; not ruled out yet"


def why_not(view: View, row: "pd.Series[Any]") -> str:
    """What is known of a unit and its targets."""
    if row["meets"] == "meets":
        return "meets the targets"
    worst = min(view.facts.targets, key=lambda target: margin(target, row[target.name]) / target.tolerance)
    short = -margin(worst, row[worst.name])
    if row["meets"] == "misses":
        if short <= 0:
            return "missed a target in the search, but not afresh"
        within = ", within its tolerance" if short < worst.tolerance else ""
        return f"misses {worst.label} by {short:.3g}{within}"
    return f"seems to miss {worst.label} by {short:.3g}" if short >= worst.tolerance else "may meet the targets"


def heads(view: View) -> Iterator[str]:
    """Heads of the table of all units, after the unit itself."""
    facts = view.facts
    yield title(facts.wish)
    yield from (f"{title(target)}, {wanted(target)}" for target in facts.targets)
    if facts.access.name not in {facts.wish.name, *(target.name for target in facts.targets)}:
        yield title(facts.access)


def cells(view: View, row: "pd.Series[Any]") -> Iterator[Cell]:
    """The cells under these heads."""
    facts = view.facts
    yield _named(row, facts.wish.name)
    for target in facts.targets:
        yield numbers(*_ends(row, target.name), target)
    if facts.access.name not in {facts.wish.name, *(target.name for target in facts.targets)}:
        yield _named(row, facts.access.name)


def _named(row: "pd.Series[Any]", name: str) -> Cell:
    return numbers(*_ends(row, name))


def _ends(row: "pd.Series[Any]", name: str) -> tuple[float, float, float]:
    return float(row[name]), float(row[f"{name}_low"]), float(row[f"{name}_high"])
