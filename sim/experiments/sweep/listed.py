"""Points from a CSV file: a column for each axis, a row for each point."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from sim.experiments.csv_table import ENCODING, unguard
from sim.experiments.sweep.axes import Axis, Value
from sim.scenario.tree.place import Fault, Place, read_from
from sim.scenario.tree.place import shown as seen
from sim.scenario.values.nearest import suggestion

MOST_TOLD = 10
"""Faults of a table; most often it is one and the same in every row."""

Row = dict[str, Value]


def listed_points(path: Path, axes: Sequence[Axis], most: int) -> tuple[list[Row], list[Fault]]:
    """The points of the file and what is wrong with it. More than `most` points are a fault."""
    try:
        with path.open(encoding=ENCODING, newline="") as file:
            return _read(csv.reader(file, strict=True), path, axes, most)
    except UnicodeDecodeError:
        says = "is not a table in UTF-8; save it as CSV in UTF-8"
    except csv.Error as problem:
        says = f"is not a table that can be read ({problem}); a CSV file is accepted"
    except OSError as problem:
        says = f"cannot be read ({problem.strerror}); a CSV file with a column for each axis is accepted"
    return [], [Fault(read_from(path), "", says)]


def _read(rows: Iterator[list[str]], path: Path, axes: Sequence[Axis], most: int) -> tuple[list[Row], list[Fault]]:
    said_in = read_from(path).said_in
    columns = [name.strip() for name in next(rows, [])]
    faults = _wrong_columns(columns, axes, Place(said_in, 1))
    if faults:
        return [], faults
    by_name = {axis.name: axis for axis in axes}
    points: list[Row] = []
    place = Place(said_in, 1)
    for line, cells in enumerate(rows, 2):
        if any(cells):
            place = Place(said_in, line)
            points.append(_point(cells, [by_name[name] for name in columns], place, len(points) + 1, faults))
        if len(points) > most:
            return [], [Fault(place, "", f"begins a point too many; up to {most} are accepted")]
    if not points:
        faults.append(Fault(Place(said_in), "", "has no points; a row for each is accepted"))
    more = len(faults) - MOST_TOLD
    if more > 0:
        faults = [*faults[:MOST_TOLD], Fault(place, "", f"is the last line; there are {more} more faults in the file")]
    return [] if faults else [{axis.name: point[axis.name] for axis in axes} for point in points], faults


def _wrong_columns(columns: Sequence[str], axes: Sequence[Axis], place: Place) -> list[Fault]:
    names = [axis.name for axis in axes]
    faults = [
        Fault(place, "", f"has a column {seen(name)}, which is no axis{suggestion(name, names)}")
        for name in columns
        if name not in names
    ]
    faults += [
        Fault(place, "", f"has no column '{name}'; one for each axis is needed")
        for name in names
        if name not in columns
    ]
    if len(set(columns)) < len(columns):
        faults.append(Fault(place, "", "has a column twice; each once is accepted"))
    return faults


def _point(cells: list[str], axes: Sequence[Axis], place: Place, number: int, faults: list[Fault]) -> Row:
    if len(cells) != len(axes):
        says = f"has {len(cells)} cells; {len(axes)} are accepted, as in the first line"
        faults.append(Fault(place, f"point {number}", says))
        return {}
    row: Row = {}
    for axis, cell in zip(axes, cells, strict=True):
        text = unguard(cell.strip())
        try:
            row[axis.name] = axis.read(text)
        except ValueError as problem:
            held = seen(text) if text else "empty"
            faults.append(Fault(place, f"point {number}", f"{axis.name} is {held}; {problem}"))
    return row
