"""A sweep: a base, what is varied in it and how, and all its points."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.experiments.sweep.axes import Axis
from sim.experiments.sweep.base import Base
from sim.experiments.sweep.designs import Design
from sim.experiments.sweep.expressions import Condition
from sim.experiments.sweep.point import Point
from sim.experiments.sweep.targets import Target
from sim.scenario import Scenario


@dataclass(frozen=True)
class Sweep:
    """A valid sweep: every point that is to be run has been tried against the types and checks of a scenario."""

    path: Path
    text: str
    """Of the file."""
    name: str
    question: str
    base: Base
    axes: tuple[Axis, ...]
    design: Design
    conditions: tuple[Condition, ...]
    points: Sequence[Point]
    """All of them, those that are left out too."""
    replications: int
    """Of each point."""
    seed: int
    """Of the design; the luck of the replications is that of the scenario."""
    targets: tuple[Target, ...] = ()
    """What the report holds the points against; they change nothing of what is run."""

    @property
    def to_run(self) -> list[Point]:
        """The points that are not left out."""
        return [point for point in self.points if not point.left_out]

    def in_words(self, axis: Axis) -> bool:
        """Whether any point has a name there and not a number."""
        return any(isinstance(point.values[axis.name], str) for point in self.points)

    def scenario(self, point: Point) -> Scenario:
        """The unit of a point. Raises Refused when it is not valid."""
        return self.base.varied([axis.change(point.values[axis.name]) for axis in self.axes])
