"""Reading what there is to choose from: whole numbers at one path or several, or named levels."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from sim.experiments.calibration.applied import tree_of
from sim.experiments.find.question import Choice, Level
from sim.experiments.said import Said
from sim.experiments.sweep.base import Base
from sim.experiments.sweep.levels import read_level
from sim.scenario.reading.changes import with_change
from sim.scenario.reading.merge import merge
from sim.scenario.tree.node import Node
from sim.scenario.tree.place import Fault, Refused

NOTHING = tree_of({})
"""A partial scenario that changes nothing."""
NUMBERS = ("path", "paths", "from", "to", "step", "values")
MOST_LEVELS = 1_000
LEAST, MOST = 0, 1_000_000
LONGEST = 40
TAKEN = ("point", "status", "reason", "replications", "meets", "chance_pct", "front", "chosen", "today", "difference")
"""Columns that the tables have anyway."""


def read_choices(said: Said, base: Base | None, folder: Path) -> tuple[Choice, ...]:
    """At least one; what is wrong is added to the faults. Each level is tried in the scenario, when there is one.

    `folder` is where paths to scenario files start.
    """
    entries = said.entries()
    if not entries and isinstance(said.node.content, dict):
        said.wrong("is an empty map; at least one thing to choose is accepted")
    found = tuple(_choice(name, entry, base, folder) for name, entry in entries.items())
    for path, times in Counter(path for choice in found for path in choice.paths).items():
        if times > 1:
            said.wrong(f"names {path} more than once; once is accepted")
    return found


def _choice(name: str, entry: Said, base: Base | None, folder: Path) -> Choice:
    before = len(entry.faults)
    if name in TAKEN or not name.isprintable() or len(name) > LONGEST:
        entry.wrong(f"is not accepted as a name; up to {LONGEST} letters are, other than {', '.join(TAKEN)}")
    named = isinstance(entry.node.content, dict) and "levels" in entry.node.content
    choice = _levels(name, entry, base, folder) if named else _numbers(name, entry)
    if base and len(entry.faults) == before:
        _try(entry, choice, base)
    return choice


def _levels(name: str, entry: Said, base: Base | None, folder: Path) -> Choice:
    levels = entry.fields(("levels",), ())["levels"].entries()
    if not levels:
        entry.wrong("has no level; at least one is accepted")
    trees = {label: read_level(each, base, folder) if base else NOTHING for label, each in levels.items()}
    return Choice(name, tuple(Level(label, tree) for label, tree in trees.items()), (), None)


def _numbers(name: str, entry: Said) -> Choice:
    said = entry.fields((), NUMBERS)
    paths = _paths(said, entry)
    values = _values(said, entry)
    levels = tuple(Level(str(value), _at(paths, value)) for value in values)
    return Choice(name, levels, paths, values)


def _paths(said: dict[str, Said], entry: Said) -> tuple[str, ...]:
    if ("path" in said) == ("paths" in said):
        entry.wrong("one of 'path' and 'paths' is accepted, or 'levels'")
        return ()
    if "path" in said:
        return (said["path"].text(),)
    paths = tuple(item.text() for item in said["paths"].items())
    if not paths and isinstance(said["paths"].node.content, tuple):
        said["paths"].wrong("is an empty list; at least one dotted path is accepted")
    return paths


def _values(said: dict[str, Said], entry: Said) -> tuple[int, ...]:
    """Whole numbers in rising order."""
    if "values" in said:
        values = tuple(sorted({item.whole(LEAST, MOST) for item in said["values"].items()}))
        if "from" in said or "to" in said or "step" in said:
            entry.wrong("either 'values' or 'from' and 'to' is accepted")
        return values
    if "from" not in said or "to" not in said:
        entry.wrong("'from' and 'to' are accepted, or 'values', a list")
        return ()
    low, high = (said[word].whole(LEAST, MOST) for word in ("from", "to"))
    step = said["step"].whole(1, MOST) if "step" in said else 1
    if low > high:
        said["from"].wrong(f"is {low}; a value up to 'to', which is {high}, is accepted")
    if (high - low) // step >= MOST_LEVELS:
        entry.wrong(f"has more than {MOST_LEVELS:,} values; a larger step is accepted")
        return (low,)
    return tuple(range(low, high + 1, step))


def _at(paths: tuple[str, ...], value: int) -> Node:
    """The partial scenario that has the value at each path."""
    return reduce(merge, (below(path.split("."), tree_of(value)) for path in paths), NOTHING)


def below(steps: Sequence[str], node: Node) -> Node:
    """The partial scenario that has the node at the end of these steps."""
    for step in reversed(steps):
        node = Node({step: node}, node.place)
    return node


def _try(entry: Said, choice: Choice, base: Base) -> None:
    """Add a fault for a path that means nothing, or else for the first level that the scenario refuses alone."""
    for path in choice.paths:
        wrong: list[Fault] = []
        with_change(base.tree, f"{path}=1", wrong)
        for fault in wrong:
            entry.wrong(f"{fault.path} {fault.says}")
    if not entry.faults:
        for level in choice.levels:
            try:
                base.varied([level.change])
            except Refused as problem:
                fault = problem.found[0]
                entry.wrong(f"{level.label} is not valid: {fault.path} {fault.says}")
                return
