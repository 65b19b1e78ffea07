"""How far a unit is from its targets: each distance in tolerances, squared, and summed.

Every point of a search meets the same luck (common random numbers: Law, Simulation Modeling and Analysis, 5th edition,
11.2), so that two points differ by what was changed and hardly by chance.
"""

from collections.abc import Sequence
from math import isnan

from sim.experiments.calibration.study import Target

NEVER_SEEN = 100.0
"""A measure that no replication has seen counts as so many tolerances away."""


def distances(targets: Sequence[Target], means: Sequence[float]) -> list[float]:
    """(mean - wanted) / tolerance of each target."""
    return [
        NEVER_SEEN if isnan(mean) else (mean - target.value) / target.tolerance
        for target, mean in zip(targets, means, strict=True)
    ]


def objective(targets: Sequence[Target], means: Sequence[float]) -> float:
    """Sum of the squared distances; at most the number of targets when each lies just within its tolerance."""
    return sum(distance**2 for distance in distances(targets, means))
