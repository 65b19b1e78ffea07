"""The points of a design over the axes of a sweep, and what stands in their way."""

from collections.abc import Sequence
from pathlib import Path

from sim.experiments.said import Said
from sim.experiments.sensitivity.quantities import is_duration, is_number
from sim.experiments.sweep.axes import Axis, Listed, Value
from sim.experiments.sweep.base import Base
from sim.experiments.sweep.designs import (
    GRID,
    LISTED,
    MOST_POINTS,
    ONE_AT_A_TIME,
    Design,
    Made,
    drawn,
    grid,
    one_at_a_time,
)
from sim.scenario.tree.place import shown
from sim.scenario.values.hours import duration


def make_points(design: Design, axes: Sequence[Axis], seed: int, base: Base, said: dict[str, Said]) -> Made:
    """The points; what is wrong is added to the faults of the file. `said` is the file by its first names."""
    if design.kind == GRID:
        return grid(axes)
    if design.kind == LISTED:
        from sim.experiments.sweep.listed import listed_points

        rows, faults = listed_points(Path(design.table), axes, MOST_POINTS)
        said["design"].faults.extend(faults)
        return [(row, "") for row in rows]
    if design.kind == ONE_AT_A_TIME:
        entries = said["axes"].entries()
        centre = {axis.name: _base_value(axis, base, entries[axis.name]) for axis in axes}
        return [] if said["axes"].is_wrong else one_at_a_time(axes, centre)
    return drawn(design, axes, seed)


def _base_value(axis: Axis, base: Base, said: Said) -> Value:
    """What the base has on an axis."""
    if isinstance(axis, Listed) and not axis.paths:
        same = [level for level, tree in axis.changes.items() if not tree.content]
        if not same:
            said.wrong("has no level that changes nothing, from which the others start; one is needed: {as it is: {}}")
        return same[0] if same else ""
    found = [base.value(path) for path in axis.paths]
    if any(each is None for each in found):
        said.wrong(f"has no value in {base.loaded.path} from which one at a time can start; 'set' can give it one")
    elif any(each != found[0] for each in found):
        held = ", ".join(map(shown, found))
        said.wrong(f"has {held} in {base.loaded.path}; one at a time starts from paths that hold the same")
    elif not isinstance(found[0], str) and not is_number(found[0]):
        said.wrong(f"is {shown(found[0])} in {base.loaded.path}; one at a time starts from a number or a word")
    else:
        return _as_value(axis, found[0])
    return ""


def _as_value(axis: Axis, held: str | float) -> Value:
    if axis.in_time and is_duration(held):
        return duration(held)
    return str(held) if isinstance(axis, Listed) and axis.in_words else float(held) if is_number(held) else str(held)
