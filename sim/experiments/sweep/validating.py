"""Trying every point of a sweep against the types and checks of a scenario, before anything runs.

A value that no point can have is told once, with its line. What is wrong only together with other values is told with
the first point that has it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sim.experiments.said import Said
from sim.experiments.sweep.axes import Axis, Listed, Value, shown
from sim.experiments.sweep.base import Base
from sim.experiments.sweep.point import Point
from sim.experiments.sweep.sweep import Sweep
from sim.scenario.tree.place import Fault, Place, Refused

MOST_TOLD = 10
MOST_VALUES = 6
MOST_TRIED = 200
"""Values of an axis that are tried alone while the file has other faults."""

Cause = tuple[str, Value]
"""An axis and its value, or a place of the scenario and what is wrong there."""


@dataclass(frozen=True)
class Invalid:
    """A point that is not valid, and the first thing that is wrong with it."""

    point: Point
    fault: Fault


def faults_of_points(sweep: Sweep, said: Mapping[str, Said]) -> list[str]:
    """A sentence for each thing that is wrong with points, the first of many; `said` is where each axis was said."""
    invalid, valid_values = _tried(sweep)
    told: dict[Cause, str] = {}
    for each in invalid:
        for cause, sentence in _causes(sweep, each, valid_values, said):
            told.setdefault(cause, sentence)
    sentences = list(told.values())
    if len(sentences) <= MOST_TOLD:
        return sentences
    many = f"{len(invalid)} of the {len(sweep.to_run)} points to be run are not valid"
    return [*sentences[:MOST_TOLD], f"{sweep.path}: there is more like this: {many}"]


def faults_of_values(base: Base, axes: Sequence[Axis], said: Mapping[str, Said]) -> Iterator[Fault]:
    """What the base objects to in a value of an axis itself, for a file in which something else is wrong too."""
    for axis in axes:
        if isinstance(axis, Listed) and axis.paths and not said[axis.name].is_wrong:
            for value in axis.values[:MOST_TRIED]:
                fault = _alone(base, axis, value)
                if fault and fault.path.startswith(axis.paths):
                    yield Fault(_place(said[axis.name], axis, value), _way(axis), _not_valid(value, fault))


def _tried(sweep: Sweep) -> tuple[list[Invalid], set[tuple[str, Value]]]:
    """The points that are not valid, and (axis, value) of all that a valid point has."""
    invalid: list[Invalid] = []
    valid_values: set[tuple[str, Value]] = set()
    for point in sweep.to_run:
        try:
            sweep.scenario(point)
        except Refused as problem:
            invalid.append(Invalid(point, problem.found[0]))
        else:
            valid_values.update(point.values.items())
    return invalid, valid_values


def _causes(
    sweep: Sweep, invalid: Invalid, valid_values: set[tuple[str, Value]], said: Mapping[str, Said]
) -> Iterator[tuple[Cause, str]]:
    """Each value that no point can have; the point itself when there is no such value."""
    found = False
    for axis in sweep.axes:
        value = invalid.point.values[axis.name]
        fault = None if (axis.name, value) in valid_values else _alone(sweep.base, axis, value)
        if fault:
            found = True
            yield (axis.name, value), _of_value(sweep, invalid.point, axis, fault, said[axis.name])
    if not found:
        near = [axis for axis in sweep.axes if axis.paths and invalid.fault.path.startswith(axis.paths)]
        cause = invalid.fault.path, invalid.fault.says
        yield cause, _of_point(sweep, invalid.point, near or sweep.axes, invalid.fault)


def _alone(base: Base, axis: Axis, value: Value) -> Fault | None:
    """What is wrong with a value when nothing else changes."""
    try:
        base.varied([axis.change(value)])
    except Refused as problem:
        return problem.found[0]
    return None


def _way(axis: Axis) -> str:
    return f"axes.{axis.name}"


def _not_valid(value: Value, fault: Fault) -> str:
    return f"{shown(value)} is not valid, because {fault.path} {fault.says}"


def _place(said: Said, axis: Axis, value: Value) -> Place:
    """The line of a value that the file lists; of the axis for others."""
    content = said.node.content if isinstance(said.node.content, dict) else {}
    if isinstance(axis, Listed) and value in axis.values:
        listed = content["values"].content if "values" in content else ()
        if isinstance(listed, tuple) and listed:
            return listed[axis.values.index(value)].place
        levels = content["levels"].content if "levels" in content else {}
        if isinstance(levels, dict) and value in levels:
            return levels[str(value)].place
    return said.node.place


def _of_value(sweep: Sweep, point: Point, axis: Axis, fault: Fault, said: Said) -> str:
    """With its line in the file; a value that the file does not list, with the first point that has it."""
    value = point.values[axis.name]
    if isinstance(axis, Listed):
        return f"{_place(said, axis, value)}: {_way(axis)}: {_not_valid(value, fault)}"
    return _of_point(sweep, point, [axis], fault)


def _of_point(sweep: Sweep, point: Point, axes: Sequence[Axis], fault: Fault) -> str:
    values = ", ".join(f"{axis.name} = {shown(point.values[axis.name])}" for axis in axes[:MOST_VALUES])
    return f"{sweep.path}: point {point.number}: {values}, where {fault.path} {fault.says}"
