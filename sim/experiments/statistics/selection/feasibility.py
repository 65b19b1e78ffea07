"""Which systems meet their targets: repeated t bounds on every margin, with an indifference zone around each target.

A margin is how far a mean lies on the good side of its target; a tolerance is how far a miss does not matter. A system
is called feasible when the bounds say that no margin lies below minus its tolerance, infeasible when one says that a
margin lies below plus its tolerance. Within the tolerance either answer is acceptable, so that a decision comes as soon
as every bound is nearer than the tolerance. Desirable, acceptable and unacceptable systems as in Andradóttir and Kim,
Fully sequential procedures for comparing constrained systems via simulation, 2010, and, for several constraints, Batur
and Kim, Finding feasible systems in the presence of constraints on multiple performance measures, 2010.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sim.experiments.statistics.selection.bounds import distance

Floats = NDArray[np.float64]
Meets = Literal["yes", "no", "undecided"]

YES, UNDECIDED, NO = 1, 0, -1


def feasibility(margin: Floats, sd: Floats, n: NDArray[np.int64], tolerance: Floats, error: float) -> NDArray[np.int64]:
    """YES, NO or UNDECIDED for each system.

    `margin` and `sd` have shape (systems, targets), `n` (systems,), `tolerance` (targets,) with values above 0. Each
    bound fails with probability `error` at most. An unacceptable system is called feasible with that probability at
    most; a desirable one infeasible with at most `error` times the number of targets.
    """
    far = distance(sd, n[:, None], error)
    met = (margin >= 0) & (margin - far > -tolerance)
    missed = (margin < 0) & (margin + far < tolerance)
    return np.where(missed.any(axis=1), NO, np.where(met.all(axis=1), YES, UNDECIDED))


def chance_of_meeting(margin: Floats, sd: Floats, n: NDArray[np.int64]) -> Floats:
    """An estimate for each system of the chance that it meets all targets, as far as its replications tell; (systems,).

    From Student's t about each margin with a flat prior, joined by Boole's inequality, which needs no independence; 0
    where that gives less. Each system has at least two replications. No guarantee rests on it.
    """
    from scipy.special import stdtr

    with np.errstate(divide="ignore", invalid="ignore"):
        far = np.where(sd > 0, margin * np.sqrt(n[:, None]) / sd, np.where(margin >= 0, np.inf, -np.inf))
    missed = stdtr(n[:, None] - 1, -far)
    return np.asarray(np.clip(1 - missed.sum(axis=1), 0, 1))
