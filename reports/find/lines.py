"""What good units have in common: a line for each unit over the choices and the measures asked about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from reports.figures.parallel import parallel_axes
from reports.find.view import View, margin
from reports.sections.section import Section
from reports.tables import Table
from reports.words import count_word, listing
from sim.experiments.find.reader import MeasureSaid

NOTE = (
    "Each line is a unit, each upright a choice or a measure with a scale of its own, from its smallest value at the "
    "bottom to its largest on top. Grey: all other units."
)
CHOICE, TODAY, GOOD = "choice", "today", "good"
MEETS, UNDECIDED = "meets", "undecided"
MOST_NEAR = 3
"""Units drawn as those that come nearest, when none may meet the targets."""
MILLION = 1e6


@dataclass(frozen=True)
class Good:
    """The units that others can learn from."""

    units: pd.DataFrame
    name: str
    said: str
    """What they are, in a sentence without its stop."""


def lines(view: View) -> Iterator[Section]:
    """The figure, when there are two units and two columns at least."""
    facts = view.facts
    measured = {each.name: each for each in (facts.wish, *facts.targets)}
    large = {name for name in measured if view.ran[name].abs().max() >= MILLION}
    titles = {f"choice {name}": name for name in facts.choices}
    titles |= {name: _title(measured[name], name in large) for name in measured}
    frame = pd.DataFrame({f"choice {name}": _levels(view.ran[name]) for name in facts.choices})
    values = {name: view.ran[name] / (MILLION if name in large else 1.0) for name in measured}
    good = good_units(view)
    frame = frame.assign(**values, group=_groups(view.ran, good.units))
    named = {GOOD: good.name, TODAY: "Today", CHOICE: "The choice"}
    fig = parallel_axes(frame, titles, {key: name for key, name in named.items() if (frame["group"] == key).any()})
    if fig is not None:
        yield Section("lines", "What good units have in common", _lines_said(view, good), NOTE, fig, _lines_table(view))


def _title(measure: MeasureSaid, in_millions: bool) -> str:
    unit = f"{'million ' if in_millions else ''}{measure.unit}".strip()
    return f"{measure.label} ({unit})" if unit else measure.label


def _levels(values: "pd.Series[Any]") -> "pd.Series[Any]":
    """As numbers where all of them are."""
    found = pd.to_numeric(values, errors="coerce")
    return values if found.isna().any() else found


def good_units(view: View) -> Good:
    """Those known to meet every target; where there is none, those that may still do so, or that come nearest."""
    ran, among = view.ran, f"{len(view.ran):,} units"
    found = ran[ran["meets"] == MEETS]
    if len(found):
        are = "is" if len(found) == 1 else "are"
        return Good(found, "Meet the targets", f"{len(found):,} of {among} {are} known to meet every target")
    short = shortfalls(view)
    found = ran[(ran["meets"] == UNDECIDED) & (short < 1)]
    if len(found):
        said = f"None of {among} is known to meet every target; {count_word(len(found), 'unit')} may still do so"
        return Good(found, "May still meet the targets", said)
    found = ran.loc[short.sort_values(kind="stable").index[:MOST_NEAR]]
    return Good(found, "Come nearest", f"None of {among} meets every target; {len(found)} come nearest")


def shortfalls(view: View) -> "pd.Series[float]":
    """How far each unit's means are off, in tolerances of the target that it misses by most; below 0 they meet all."""
    off = {
        target.name: [-margin(target, mean) / target.tolerance for mean in view.ran[target.name]]
        for target in view.facts.targets
    }
    return pd.DataFrame(off, index=view.ran.index).max(axis=1)


def _groups(ran: pd.DataFrame, good: pd.DataFrame) -> "pd.Series[str]":
    groups = pd.Series("", index=ran.index).mask(ran.index.isin(good.index), GOOD)
    return groups.mask(ran["today"] == "yes", TODAY).mask(ran["chosen"] == "yes", CHOICE)


def _lines_said(view: View, good: Good) -> str:
    """Which levels all of them have."""
    units = good.units
    shared = [f"{name} {units[name].iloc[0]}" for name in view.facts.choices if units[name].nunique() == 1 < len(units)]
    return f"{good.said}; all of them have {listing(shared)}." if shared else f"{good.said}."


def _lines_table(view: View) -> Table:
    rows = [
        [name, str(level), f"{int((of['meets'] == MEETS).sum()):,}", f"{int((of['meets'] == 'misses').sum()):,}",
         f"{int((of['meets'] == 'undecided').sum()):,}"]
        for name in view.facts.choices
        for level, of in view.ran.groupby(name, sort=False)
    ]  # fmt: skip
    heads = ["Choice", "Level", "Meet the targets", "Miss one", "Not decided"]
    return Table("Units looked at, by level of each choice", heads, rows)
