"""A point of a sweep: a value on each axis."""

from collections.abc import Mapping
from dataclasses import dataclass

from sim.experiments.sweep.axes import Value, shown


@dataclass(frozen=True)
class Point:
    """One unit to be run."""

    number: int
    """Counted from 1."""
    values: Mapping[str, Value]
    """By the name of an axis, in the order of the axes."""
    role: str
    """What the point is for in its design; empty where all points are alike."""
    left_out: str = ""
    """The condition that it does not meet; such a point is not run."""

    def said(self) -> str:
        """`beds = 30, nights = 2`."""
        return ", ".join(f"{name} = {shown(value)}" for name, value in self.values.items())
