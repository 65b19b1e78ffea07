"""How likely something goes wrong, how it is felt, and how it ends."""

from collections.abc import Sequence
from math import exp, log


def rate_per_h(per_1000_patient_days: float, felt: float, reference_score: float, ratio_per_10_points: float) -> float:
    """Hazard per hour of a complication; log-linear in the felt score."""
    return per_1000_patient_days / 24_000 * exp(log(ratio_per_10_points) * (felt - reference_score) / 10.0)


def felt_worse(points: float, since_h: float, fades_over_h: float) -> float:
    """Points that a complication adds to the felt score, fading in a straight line."""
    return points * max(0.0, 1.0 - since_h / fades_over_h)


def which_end(rank: float, shares_pct: Sequence[float]) -> int:
    """Number of the end that a rank in [0, 1) falls to; shares add up to 100."""
    reached = 0.0
    for number, share_pct in enumerate(shares_pct):
        reached += share_pct / 100
        if rank < reached:
            return number
    return max(number for number, share_pct in enumerate(shares_pct) if share_pct > 0)
