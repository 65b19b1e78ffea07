"""A finished sweep on the terminal: what was run, and where the headline measures are best and worst; 80 columns."""

from collections.abc import Iterator
from math import floor, log10
from typing import TYPE_CHECKING

from rich.table import Table

from sim.cli.terminal import results, say, write
from sim.experiments.sweep.axes import shown
from sim.experiments.sweep.reader import SavedSweep
from sim.experiments.sweep.telling_apart import most_different

if TYPE_CHECKING:
    import pandas as pd

    from sim.experiments.manifest import MeasureEntry

MOST_MEASURES = 5
MOST_DECIMALS = 6
MOST_AXES = 4
"""More than these are too many for a line."""


def print_sweep(saved: SavedSweep, kept: int) -> None:
    """What was asked, how much was run, and the best and the worst point of a few measures.

    `kept` is how many replications were there before.
    """
    facts = saved.facts
    results().print(facts.name, style="bold")
    if facts.question:
        say(facts.question)
    write("")
    say(_counted(saved, kept))
    write("")
    if len(saved.summary["point"].unique()) > 1:
        results().print(_table(saved))
        write("")
        say(_certainty(facts.replications))
        write("")


def _counted(saved: SavedSweep, kept: int) -> str:
    facts = saved.facts
    run = facts.points - facts.left_out
    axes = ", ".join(axis.name for axis in facts.axes)
    left = f" {facts.left_out} more were left out by only_if." if facts.left_out else ""
    failed = f" {facts.failed} of them did not finish." if facts.failed else ""
    before = f" {kept} of {run * facts.replications} replications were there already." if kept else ""
    return (
        f"{_many(run, 'point')} of {facts.base.name} ({facts.design.kind} over {axes}), "
        f"{_many(facts.replications, 'replication')} each.{failed}{left}{before}"
    )


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _table(saved: SavedSweep) -> Table:
    """A line for the best point and one for the worst."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column("Measure", ratio=1)
    table.add_column("", no_wrap=True)
    for head in ("Mean", *_heads(saved)):
        table.add_column(head, justify="right")
    for measure, means in _varied(saved):
        both = zip(*_ends(saved, measure, means), strict=True)
        table.add_row(_label(measure), "best\nworst", *map("\n".join, both))
    return table


def _heads(saved: SavedSweep) -> list[str]:
    axes = saved.facts.axes
    return [axis.name for axis in axes] if len(axes) <= MOST_AXES else ["Point"]


def _varied(saved: SavedSweep) -> Iterator[tuple["MeasureEntry", "pd.DataFrame"]]:
    """The headline measures of which one way is good and that tell the points apart best."""
    named = {measure.name: measure for measure in saved.facts.measures if measure.headline and measure.better}
    for name in most_different(saved.runs, list(named), MOST_MEASURES):
        yield named[name], saved.summary[saved.summary["measure"] == name].dropna(subset="mean")


def _ends(saved: SavedSweep, measure: "MeasureEntry", means: "pd.DataFrame") -> Iterator[list[str]]:
    """Mean and place of the best point and of the worst; of equal ones the first."""
    from reports.words import decimals, number

    values = means["mean"].to_numpy()
    rows = [means.iloc[int(values.argmax())], means.iloc[int(values.argmin())]]
    best_first = rows if measure.better == "higher" else rows[::-1]
    places = max(_telling(means["mean"]), *(decimals(row["low"], row["high"], row["mean"]) for row in rows))
    for row in best_first:
        yield [number(row["mean"], places).replace("\u2212", "-"), *_place(saved, row)]


def _telling(means: "pd.Series[float]") -> int:
    """Decimals that show the best and the worst as different: two digits of what lies between them."""
    return min(max(1 - floor(log10(means.max() - means.min())), 0), MOST_DECIMALS)


def _place(saved: SavedSweep, row: "pd.Series[float]") -> list[str]:
    """The values of a point; only its number where there are too many."""
    axes = saved.facts.axes
    return [_value(row[axis.name], axis.unit) for axis in axes] if len(axes) <= MOST_AXES else [str(row["point"])]


def _value(value: float | str, unit: str) -> str:
    if isinstance(value, str):
        return value
    return f"{shown(float(value))} {unit}".strip()


def _label(measure: "MeasureEntry") -> str:
    short = measure.label.partition(" (")[0]
    return f"{short} ({measure.unit})" if measure.unit else short


def _certainty(replications: int) -> str:
    shown = "Shown: the headline measures that differ most between points, beside chance; summary.csv has all"
    if replications < 2:
        return f"{shown}. One replication says nothing about chance: take it as a first look."
    return (
        f"{shown}, with 95 % intervals. Means of {replications} replications; every point met the same people. The "
        "best of many points looks better than it is: compare it with others before you choose."
    )
