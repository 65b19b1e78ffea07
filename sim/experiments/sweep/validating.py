"""Trying every point of a sweep against the types and checks of a scenario, before anything runs."""

from collections.abc import Iterator

from sim.experiments.sweep.axes import shown
from sim.experiments.sweep.point import Point
from sim.experiments.sweep.sweep import Sweep
from sim.scenario.tree.place import Fault, Refused

MOST_TOLD = 10
MOST_VALUES = 6


def faults_of_points(sweep: Sweep) -> list[str]:
    """A sentence for each of the first points that are not valid, and one for how many more there are."""
    told: list[str] = []
    more = 0
    for point in sweep.to_run:
        try:
            sweep.scenario(point)
        except Refused as problem:
            if len(told) < MOST_TOLD:
                told.append(f"{sweep.path}: point {point.number}: {_said(sweep, point, problem.found[0])}")
            else:
                more += 1
    if more:
        told.append(f"{sweep.path}: {_counted(more)} not valid either; {len(sweep.to_run)} are to be run")
    return told


def _counted(more: int) -> str:
    return "1 more point is" if more == 1 else f"{more} more points are"


def _said(sweep: Sweep, point: Point, fault: Fault) -> str:
    values = ", ".join(_values(sweep, point, fault))
    return f"{values}, where {fault.path} {fault.says}"


def _values(sweep: Sweep, point: Point, fault: Fault) -> Iterator[str]:
    """Of the axis that decides what is wrong; of the first axes when it is no single one."""
    near = [axis for axis in sweep.axes if any(fault.path.startswith(path) for path in axis.paths)]
    for axis in (near or sweep.axes)[:MOST_VALUES]:
        yield f"{axis.name} = {shown(point.values[axis.name])}"
