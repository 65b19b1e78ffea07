"""The search: Gauss-Newton steps within the bounds, on slopes taken over wide differences.

A simulated mean is rough: over a small step the luck of single people outweighs the slope. Differences over a fifth, a
tenth and a twentieth of the range look across that roughness, and the points of one slope are run together. The steps
are those of `scipy.optimize.least_squares`, a dogleg in a rectangular trust region (Voglis and Lagaris, 2004). It knows
the distance to every target, not their sum alone: on rough test problems with one to eight free numbers and 60
evaluations it came as near as COBYQA with one, two to twenty times as near with more, and Nelder-Mead was last.
"""

from typing import TYPE_CHECKING, Literal

from sim.experiments.calibration.evaluating import Evaluations, Point, Spent
from sim.experiments.calibration.objective import distances
from sim.experiments.calibration.study import Study

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Ended = Literal["close enough", "no nearer", "evaluations spent"]

WIDTHS = (0.2, 0.1, 0.05, 0.2)
"""Of a difference, in parts of the range; the search starts again with each, from the best point so far."""
CLOSE = 0.2
"""Near enough when the targets lie within so many of their tolerances (root mean square): the rest is chance."""
LEAST_STEP = 0.005
"""A part of the range too small to matter."""
LEAST_GAIN = 0.001
"""A part of the objective too small to matter."""


class _CloseEnough(Exception):
    """Nothing is left to gain."""


def search(study: Study, evaluations: Evaluations) -> Ended:
    """Look for the point nearest to the targets, from the scenario's own values; says why it ended.

    Raises what running raises.
    """
    start = tuple(free.start for free in study.free)
    try:
        _run(study, evaluations, [start])
        for width in WIDTHS:
            _descend(study, evaluations, width)
    except _CloseEnough:
        return "close enough"
    except Spent:
        return "evaluations spent"
    return "no nearer"


def _descend(study: Study, evaluations: Evaluations, width: float) -> None:
    """From the best point so far to one that no step improves."""
    import numpy as np
    from scipy.optimize import least_squares

    def residuals(x: "Floats") -> "Floats":
        return _run(study, evaluations, [_point(study, x)])[0]

    def slopes(x: "Floats") -> "Floats":
        steps = np.diag(np.where(x + width <= 1, width, -width))
        here, *moved = _run(study, evaluations, [_point(study, each) for each in (x, *(x + steps))])
        return np.array([(there - here) / step for there, step in zip(moved, steps.diagonal(), strict=True)]).T

    least_squares(
        residuals,
        _positions(study, evaluations.best.point),
        jac=slopes,
        bounds=(0, 1),
        method="dogbox",
        xtol=LEAST_STEP,
        ftol=LEAST_GAIN,
        gtol=None,
    )


def _run(study: Study, evaluations: Evaluations, points: list[Point]) -> "list[Floats]":
    """Distances at each point. Raises _CloseEnough when one of them is the end."""
    import numpy as np

    found = evaluations.at(points)
    if evaluations.best.objective <= CLOSE**2 * len(study.targets):
        raise _CloseEnough
    return [np.array(distances(study.targets, each.means)) for each in found]


def _point(study: Study, x: "Floats") -> Point:
    return tuple(free.value(position) for free, position in zip(study.free, x.tolist(), strict=True))


def _positions(study: Study, point: Point) -> "Floats":
    import numpy as np

    return np.array([free.position(value) for free, value in zip(study.free, point, strict=True)]).clip(0, 1)
