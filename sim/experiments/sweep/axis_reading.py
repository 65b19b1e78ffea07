"""Reading the axes of a sweep or a search: what each may be, and that the scenario knows the places they change."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sim.experiments.calibration.applied import NOWHERE
from sim.experiments.said import Said
from sim.experiments.sensitivity.quantities import is_duration, is_number
from sim.experiments.sweep.axes import Axis, Listed, Open, Value, shown
from sim.experiments.sweep.base import Base
from sim.experiments.sweep.levels import read_level
from sim.experiments.sweep.ranges import RANGE, read_range
from sim.scenario.reading.changes import with_change
from sim.scenario.tree.node import Node, Steps, children, dotted, plain
from sim.scenario.tree.place import Fault
from sim.scenario.tree.place import shown as seen
from sim.scenario.values.hours import duration

WAYS = ("path", "paths", "levels")
MOST = 64
TAKEN = ("point", "role", "status", "reason", "replication", "measure", "value", "mean", "low", "high", "n")
"""Columns that the tables of a sweep have anyway."""
NOT_VARIED = ("run.replications", "schema_version", "name", "question", "rationale")


def read_axes(said: Said, base: Base | None, folder: Path) -> tuple[Axis, ...]:
    """At least one; what is wrong is added to the faults. Without a base nobody knows what a path leads to.

    `folder` is where paths to scenario files start.
    """
    entries = said.entries()
    if isinstance(said.node.content, dict) and not 0 < len(entries) <= MOST:
        said.wrong(f"has {len(entries)} axes; from 1 to {MOST} are accepted")
    axes = tuple(_axis(name, entry, base, folder) for name, entry in entries.items())
    for name, times in Counter(_called(axis.name) for axis in axes).items():
        if times > 1:
            said.wrong(f"has {times} axes called {name}; names that differ by more than signs are accepted")
    for path, first, second in _shared_paths(axes):
        entries[second].wrong(f"changes {path}, as the axis '{first}' does; one axis for each value is accepted")
    return axes


def _called(name: str) -> str:
    return "".join(char if char.isalnum() else "_" for char in name.lower())


def _axis(name: str, entry: Said, base: Base | None, folder: Path) -> Axis:
    if _called(name) in TAKEN:
        entry.wrong(f"is what a column of the tables is called; another name than {', '.join(TAKEN)} is accepted")
    if not name.isprintable() or not name[:1].isalpha() or len(name) > 40:
        entry.wrong("is not accepted as a name; up to 40 letters, digits and signs are, a letter first")
    said = entry.fields((), (*WAYS, "values", *RANGE))
    ways = [way for way in WAYS if way in said]
    if len(ways) != 1:
        if isinstance(entry.node.content, dict):
            entry.wrong(
                f"says {' and '.join(ways) or 'none of them'}; exactly one of path, paths and levels is accepted"
            )
        return Open(name, (), in_time=False)
    if ways == ["levels"]:
        for other in said.keys() - {"levels"}:
            said[other].wrong("is not accepted beside levels, which are the values of the axis")
        return _levels(name, said["levels"], base, folder)
    paths = _paths(said[ways[0]], base)
    if "values" in said:
        for other in said.keys() & set(RANGE):
            said[other].wrong("is not accepted beside values")
        return _values(name, said["values"], paths)
    if said.keys() & set(RANGE):
        return read_range(name, entry, said, paths)
    return Open(name, paths, _in_time(paths, base))


def _levels(name: str, said: Said, base: Base | None, folder: Path) -> Axis:
    entries = said.entries()
    if isinstance(said.node.content, dict) and not entries:
        said.wrong("is an empty map; at least one level is accepted")
    if base is None:
        return Listed(name, (), False, dict.fromkeys(entries, Node({}, NOWHERE)))
    return Listed(name, (), False, {level: read_level(each, base, folder) for level, each in entries.items()})


def _paths(said: Said, base: Base | None) -> tuple[str, ...]:
    items = said.items() if said.steps[-1] == "paths" else [said]
    if not items and isinstance(said.node.content, tuple):
        said.wrong("is an empty list; at least one dotted path is accepted")
    paths = [(item, item.text()) for item in items]
    for item, path in paths:
        if path and base:
            faults: list[Fault] = []
            with_change(base.tree, f"{path}=0", faults)
            for fault in faults:
                item.wrong(f"{fault.path} {fault.says}")
        if path in NOT_VARIED:
            item.wrong(f"is '{path}', which changes nothing in the unit; another path is accepted")
    return tuple(path for _, path in paths if path)


def _values(name: str, said: Said, paths: tuple[str, ...]) -> Axis:
    items = said.items()
    if not items and isinstance(said.node.content, tuple):
        said.wrong("is an empty list; at least one value is accepted")
    for item in items:
        if not isinstance(item.node.content, int | float | str):
            item.wrong(f"is {seen(plain(item.node))}; a number or a word is accepted, and 'levels' for anything longer")
    contents = [item.node.content for item in items]
    in_time = bool(contents) and all(map(is_duration, contents))
    axis = Open(name, paths, in_time)
    changes: dict[Value, Node] = {}
    for item in items:
        value = _label(item, in_time, in_words=not in_time and not all(map(is_number, contents)))
        if value in changes:
            item.wrong(f"is {shown(value)} a second time; each value once is accepted")
        changes[value] = axis.put(Node(item.node.content, NOWHERE))
    return Listed(name, paths, in_time, changes)


def _label(item: Said, in_time: bool, in_words: bool) -> Value:
    content = plain(item.node)
    if in_time:
        return duration(content)
    if in_words:
        return {True: "true", False: "false"}[content] if isinstance(content, bool) else str(content)
    return float(content)


def _in_time(paths: tuple[str, ...], base: Base | None) -> bool:
    """Whether the base has lengths of time there, so that a bare number means hours."""
    return bool(paths) and base is not None and all(is_duration(base.value(path)) for path in paths)


def _shared_paths(axes: tuple[Axis, ...]) -> Iterator[tuple[str, str, str]]:
    """(path, first axis, second axis) of what two axes change."""
    first: dict[str, str] = {}
    for axis in axes:
        for path in dict.fromkeys(_changed(axis)):
            owner = next((first[each] for each in first if _within(each, path) or _within(path, each)), None)
            if owner is not None and owner != axis.name:
                yield path, owner, axis.name
            first.setdefault(path, axis.name)


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}.")


def _changed(axis: Axis) -> Iterator[str]:
    yield from axis.paths
    if isinstance(axis, Listed) and not axis.paths:
        for tree in axis.changes.values():
            yield from _leaves(tree, ())


def _leaves(node: Node, steps: Steps) -> Iterator[str]:
    if isinstance(node.content, dict) and node.content:
        for step, child in children(node):
            yield from _leaves(child, (*steps, step))
    elif steps:
        yield dotted(steps)
