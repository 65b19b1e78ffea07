"""For researchers: the design, what identifies the sweep, and its points."""

from collections.abc import Iterator
from math import prod
from typing import Any

from reports.appendix import leaves
from reports.identity import made_with, written_in
from reports.sweep.cells import cell, head
from reports.sweep.kept import SYMBOLS, targets_of, verdicts
from reports.sweep.space import Space
from reports.tables import Table
from reports.words import count_word, listing

MOST_POINTS = 200
MOST_VALUES = 12
STORE = "store.sqlite"


def asked(space: Space) -> str:
    """How many points of what design, in a sentence for everybody."""
    facts = space.facts
    names = listing([f"“{axis.name}”" for axis in facts.axes])
    how = {
        "grid": f"every combination of {names}",
        "one at a time": f"one change at a time of {names}, from the base",
        "list": f"a list of points over {names}",
        "morris": f"{facts.design.sizes.get('trajectories', 0)} walks over {names}, a design to learn which matters",
        "sobol indices": f"points drawn over {names}, a design to learn which matters",
    }.get(facts.design.kind, f"points drawn evenly over {names}")
    run = count_word(facts.points - facts.left_out, "variant")
    runs = count_word(facts.replications, "replication")
    each = "" if facts.points - facts.left_out == 1 else " each"
    called = ", here called points" if each else ""
    return f"{run[:1].upper()}{run[1:]} of “{facts.base.name}”{called}: {how}; {runs}{each}."


def axes(space: Space) -> Table:
    """What was varied: where in the scenario, and over which values."""
    rows = [
        [entry.name, ", ".join(entry.paths) or "named levels, each a piece of a scenario", _values(entry)]
        for entry in space.facts.axes
    ]
    return Table("What was varied", ["Axis", "In the scenario", "Values"], rows)


def _values(entry: Any) -> str:
    unit = f" {entry.unit}" if entry.unit else ""
    if entry.low is not None:
        return f"{entry.low:g} to {entry.high:g}{unit}{', on a logarithmic scale' if entry.scale == 'log' else ''}"
    shown = [each if isinstance(each, str) else f"{each:g}" for each in entry.values]
    if not shown:
        return "as the list of points has them"
    if len(shown) > MOST_VALUES:
        shown = [*shown[:3], "…", shown[-1]]
    return f"{', '.join(shown)}{unit}"


def levels(space: Space) -> Table | None:
    """What each named level changes in the base, path by path; None when there are no named levels."""
    rows = [
        [f"{entry.name}: {level}", path, value]
        for entry in space.facts.axes
        for level, tree in entry.levels.items()
        for path, value in (leaves(tree) if tree else [("–", "nothing")])
    ]
    return Table("What each named level changes", ["Axis and level", "Parameter", "Value"], rows) if rows else None


def facts(space: Space) -> list[tuple[str, str]]:
    """What identifies the sweep, as term and value."""
    said = space.facts
    return [
        ("Design", ", ".join(_design(space))),
        ("Points", f"{said.points:,}, of which {said.left_out:,} were left out and {said.failed:,} did not finish"),
        ("Replications", f"{said.replications:,} of each point"),
        ("Seed of the luck", f"{said.base.seed}, that of the scenario; every point meets the same people"),
        ("Base", written_in(said.base.name, said.base.file)),
        ("Sweep file", said.file),
        ("Begun", said.created),
        *made_with(said.versions, said.model_hash),
        ("Finished replications", f"{STORE}, in the same folder; the command goes on from there"),
        ("Tables", ", ".join(said.files)),
    ]


def _design(space: Space) -> Iterator[str]:
    design = space.facts.design
    yield design.kind
    yield from (f"{size:,} {name}" for name, size in design.sizes.items())
    if design.table:
        yield design.table
    if design.kind == "grid":
        sizes = [len(entry.values) for entry in space.facts.axes]
        yield f"{' × '.join(map(str, sizes))} = {prod(sizes):,}"
    if design.sizes:
        yield f"seed {design.seed}"


def points(space: Space) -> Table:
    """The points with their headline measures; the first of many."""
    targets = targets_of(space)
    judged = verdicts(space, targets) if targets else None
    rows = []
    for point in space.points.index[:MOST_POINTS]:
        verdict = [f"{SYMBOLS[judged[point]]} {judged[point]}"] if judged is not None else []
        means = [cell(*space.estimate(measure.name, point)) for measure in space.measures]
        rows.append([str(point), *space.values(point), *verdict, *means])
    heads = ["Point", *(axis.title for axis in space.axes), *(["Targets"] if targets else [])]
    more = (
        f". The first {MOST_POINTS} of {len(space.points):,}; summary.csv has all"
        if len(space.points) > MOST_POINTS
        else ""
    )
    return Table(f"Means of each point (95 % interval){more}", [*heads, *map(head, space.measures)], rows)
