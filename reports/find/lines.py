"""What good units have in common: a line for each unit over the choices and the measures asked about."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from reports.figures.parallel import parallel_axes
from reports.find.view import View
from reports.sections.section import Section
from reports.tables import Table

NOTE = (
    "Each line is a unit, each upright a choice or a measure with a scale of its own, from its smallest value at the "
    "bottom to its largest on top. Grey: units that miss a target or are not decided."
)
CHOICE, TODAY, MEETS = "choice", "today", "meets"
MILLION = 1e6


def lines(view: View) -> Iterator[Section]:
    """The figure, when there are two units and two columns at least."""
    facts = view.facts
    names = list(dict.fromkeys([facts.wish.name, *(each.name for each in facts.targets)]))
    labels = {each.name: each.label for each in (facts.wish, *facts.targets)}
    large = {name for name in names if view.ran[name].abs().max() >= MILLION}
    titles = {f"choice {name}": name for name in facts.choices}
    titles |= {name: f"{labels[name]}{', millions' if name in large else ''}" for name in names}
    frame = pd.DataFrame({f"choice {name}": _levels(view.ran[name]) for name in facts.choices})
    measured = {name: view.ran[name] / (MILLION if name in large else 1.0) for name in names}
    frame = frame.assign(**measured, group=_groups(view.ran))
    named = {MEETS: "Meet the targets", TODAY: "Today", CHOICE: "The choice"}
    fig = parallel_axes(frame, titles, {key: name for key, name in named.items() if (frame["group"] == key).any()})
    if fig is not None:
        yield Section("lines", "What good units have in common", _lines_said(view), NOTE, fig, _lines_table(view))


def _levels(values: "pd.Series[Any]") -> "pd.Series[Any]":
    """As numbers where all of them are."""
    found = pd.to_numeric(values, errors="coerce")
    return values if found.isna().any() else found


def _groups(ran: pd.DataFrame) -> "pd.Series[str]":
    return ran["meets"].where(ran["meets"] == MEETS, "").mask(ran["today"] == "yes", TODAY).mask(
        ran["chosen"] == "yes", CHOICE
    )  # fmt: skip


def _lines_said(view: View) -> str:
    """Which levels all units that meet the targets have."""
    good = view.ran[view.ran["meets"] == MEETS]
    if good.empty:
        return "No unit is known yet to meet every target."
    shared = [f"{name} {good[name].iloc[0]}" for name in view.facts.choices if good[name].nunique() == 1 < len(good)]
    count = len(good)
    said = f"{count:,} of {len(view.ran):,} units {'is' if count == 1 else 'are'} known to meet every target"
    return f"{said}; all of them have {', '.join(shared)}." if shared else f"{said}."


def _lines_table(view: View) -> Table:
    rows = [
        [name, str(level), f"{int((of['meets'] == MEETS).sum()):,}", f"{int((of['meets'] == 'misses').sum()):,}",
         f"{int((of['meets'] == 'undecided').sum()):,}"]
        for name in view.facts.choices
        for level, of in view.ran.groupby(name, sort=False)
    ]  # fmt: skip
    heads = ["Choice", "Level", "Meet the targets", "Miss one", "Not decided"]
    return Table("Units looked at, by level of each choice", heads, rows)
