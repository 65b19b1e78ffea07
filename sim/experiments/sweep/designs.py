"""Designs: which points of the space that the axes span are run.

A design makes rows of values, one for each point, and says what each of them is for. Designs that draw take positions
from 0 to 1 on each axis: an axis with values of its own gives each an equal share of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from sim.experiments.sweep.axes import Axis, Value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Row = dict[str, Value]
Made = list[tuple[Row, str]]
"""The values of each point and its role."""

GRID, ONE_AT_A_TIME, LATIN, SOBOL, LISTED = "grid", "one at a time", "latin hypercube", "sobol points", "list"
MORRIS, INDICES = "morris", "sobol indices"
DRAWN = (LATIN, SOBOL, MORRIS, INDICES)
WHOLE = (MORRIS, INDICES)
"""Designs of which no point can be left out."""

MOST_POINTS = 100_000
BASE = "base"


@dataclass(frozen=True)
class Design:
    """A kind of design and how much of it."""

    kind: str
    sizes: Mapping[str, int]
    """`points`, or `trajectories` and `levels`; none for designs whose size follows from the axes."""
    table: str = ""
    """The file of a list."""

    def size(self, axes: Sequence[Axis]) -> int:
        """How many points it makes; 0 for a list, which is counted when it is read."""
        match self.kind:
            case "grid":
                return prod(len(axis.values) for axis in axes)
            case "one at a time":
                return 1 + sum(len(axis.values) for axis in axes)
            case "morris":
                return self.sizes["trajectories"] * (len(axes) + 1)
            case "sobol indices":
                return self.sizes["points"] * (len(axes) + 2)
        return self.sizes.get("points", 0)


def grid(axes: Sequence[Axis]) -> Made:
    """Every value with every other; the last axis moves first."""
    names = [axis.name for axis in axes]
    return [(dict(zip(names, values, strict=True)), "") for values in product(*(axis.values for axis in axes))]


def one_at_a_time(axes: Sequence[Axis], base: Row) -> Made:
    """The base, and then each other value of each axis while all else stays; a role is the axis that has moved."""
    moves = ((axis.name, value) for axis in axes for value in axis.values)
    return [(base, BASE), *((base | {name: value}, name) for name, value in moves if value != base[name])]


def drawn(design: Design, axes: Sequence[Axis], seed: int) -> Made:
    """The points of a design that draws; the same seed draws the same ones."""
    positions = _POSITIONS[design.kind](design, len(axes), seed)
    return [
        ({axis.name: axis.at(each) for axis, each in zip(axes, row, strict=True)}, _role(design, axes, place))
        for place, row in enumerate(positions.tolist())
    ]


def _role(design: Design, axes: Sequence[Axis], place: int) -> str:
    """Which walk a point belongs to, or which of two samples its values are from."""
    if design.kind == MORRIS:
        return f"trajectory {place // (len(axes) + 1) + 1}"
    if design.kind == INDICES:
        return ("A", *(f"A, {axis.name} from B" for axis in axes), "B")[place % (len(axes) + 2)]
    return ""


def _latin(design: Design, axes: int, seed: int) -> "NDArray[np.float64]":
    from scipy.stats import qmc

    return qmc.LatinHypercube(axes, rng=seed).random(design.sizes["points"])


def _sobol(design: Design, axes: int, seed: int) -> "NDArray[np.float64]":
    """Scrambled (Owen), so that the points are unbiased and no axis begins at its very end."""
    from scipy.stats import qmc

    return qmc.Sobol(axes, scramble=True, rng=seed).random(design.sizes["points"])


def _morris(design: Design, axes: int, seed: int) -> "NDArray[np.float64]":
    from sim.experiments.indices.points import morris_points

    return morris_points(axes, design.sizes["trajectories"], design.sizes["levels"], seed)


def _saltelli(design: Design, axes: int, seed: int) -> "NDArray[np.float64]":
    from sim.experiments.indices.points import saltelli_points

    return saltelli_points(axes, design.sizes["points"], seed)


_POSITIONS: Mapping[str, Callable[[Design, int, int], "NDArray[np.float64]"]] = {
    LATIN: _latin,
    SOBOL: _sobol,
    MORRIS: _morris,
    INDICES: _saltelli,
}
"""Positions of shape (points, axes), each from 0 to 1."""
