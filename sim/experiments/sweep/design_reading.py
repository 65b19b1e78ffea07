"""Reading the design of a sweep: its kind, how much of it, and whether the axes suit it."""

import os
from collections.abc import Sequence
from pathlib import Path

from sim.experiments.said import Said
from sim.experiments.sweep.axes import Axis, Open
from sim.experiments.sweep.designs import (
    DRAWN,
    GRID,
    INDICES,
    LATIN,
    LISTED,
    MORRIS,
    MOST_POINTS,
    ONE_AT_A_TIME,
    SOBOL,
    Design,
)
from sim.scenario.tree.node import plain
from sim.scenario.tree.place import shown
from sim.scenario.values.nearest import nearest

PLAIN = (GRID, ONE_AT_A_TIME)
SIZES = {LATIN: ("points",), SOBOL: ("points",), MORRIS: ("trajectories", "levels"), INDICES: ("points",)}
LEAST = {"points": 1, "trajectories": 2, "levels": 2}
POWERS = (SOBOL, INDICES)
"""Sobol's sequence is even over the space only after a power of two of its points."""
KINDS = (*PLAIN, *SIZES, LISTED)


def read_design(said: Said, axes: Sequence[Axis], entries: dict[str, Said], folder: Path) -> Design:
    """A grid, with faults, for a design that cannot be read. `entries` are where each axis was said."""
    design = _read(said, folder)
    if said.is_wrong:
        return design
    _check_axes(design, axes, entries)
    if not 0 <= design.size(axes) <= MOST_POINTS:
        said.wrong(f"makes {design.size(axes)} points; up to {MOST_POINTS} are accepted")
    return design


def _read(said: Said, folder: Path) -> Design:
    content = said.node.content
    if isinstance(content, str):
        if content in PLAIN:
            return Design(content, {})
        said.wrong(_unknown(content))
        return Design(GRID, {})
    entries = said.entries() if isinstance(content, dict) else {}
    if len(entries) != 1:
        said.wrong(f"is {shown(plain(said.node))}; one design is accepted, such as grid or {{{LATIN}: {{points: 64}}}}")
        return Design(GRID, {})
    ((kind, below),) = entries.items()
    if kind not in SIZES and kind != LISTED:
        below.wrong(_unknown(kind).replace("is ", "is no design here: ", 1))
        return Design(GRID, {})
    if kind == LISTED:
        return Design(LISTED, {}, os.path.normpath(folder / below.text()))
    sizes = below.fields(SIZES[kind], ())
    return Design(kind, {name: _size(kind, name, sizes[name]) for name in SIZES[kind] if name in sizes})


def _unknown(kind: str) -> str:
    best = nearest(kind, KINDS)
    hint = f"; did you mean {best}?" if best else ""
    needs = " (written as a map with its size)" if best in SIZES or best == LISTED else ""
    return f"is {shown(kind)}; {', '.join(KINDS[:-1])} or {KINDS[-1]} is accepted{hint}{needs}"


def _size(kind: str, name: str, said: Said) -> int:
    size = said.whole(LEAST[name], MOST_POINTS)
    if name == "points" and kind in POWERS and size & (size - 1):
        less = 1 << (size.bit_length() - 1)
        said.wrong(f"is {size}; a power of two is accepted, such as {less} or {2 * less}")
    return size


def _check_axes(design: Design, axes: Sequence[Axis], entries: dict[str, Said]) -> None:
    for axis in axes:
        if entries[axis.name].is_wrong:
            continue
        if design.kind in PLAIN and not axis.values:
            lacks = "has no values" if isinstance(axis, Open) else "has no steps"
            says = f"{lacks}, which {design.kind} needs; 'values', 'step', 'steps' or 'whole: true' is accepted"
            entries[axis.name].wrong(says)
        elif design.kind in DRAWN and isinstance(axis, Open):
            says = f"has no values, which {design.kind} needs; 'from' and 'to', or 'values', are accepted"
            entries[axis.name].wrong(says)
