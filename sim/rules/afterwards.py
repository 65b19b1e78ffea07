"""After the unit: a hazard of return to use that decays and that aftercare lowers."""

from collections.abc import Iterable
from math import exp, inf, log

Stretch = tuple[float, float, float]
"""From, to (hours since leaving) and the hazard ratio that holds between them."""


def cumulated(per_day: float, decays_over_h: float, from_h: float, to_h: float) -> float:
    """Cumulative hazard of per_day x exp(-t / decays_over) between two times since leaving."""
    return per_day / 24 * decays_over_h * (exp(-from_h / decays_over_h) - exp(-to_h / decays_over_h))


def reached_at(threshold: float, per_day: float, decays_over_h: float, stretches: Iterable[Stretch]) -> float:
    """Hours since leaving at which the cumulative hazard reaches the threshold; infinity for never.

    `stretches` follow one another from 0; the last one ends at infinity.
    """
    left = threshold
    for from_h, to_h, ratio in stretches:
        there = ratio * cumulated(per_day, decays_over_h, from_h, to_h)
        if there >= left and there > 0:
            share = exp(-from_h / decays_over_h) - left / (ratio * per_day / 24 * decays_over_h)
            return -decays_over_h * log(share) if share > 0 else inf
        left -= there
    return inf
