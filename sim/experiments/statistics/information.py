"""What it would be worth to know more before choosing between two: expected value of (partial) perfect information.

Of one unknown by regression: Strong, Oakley, Brennan, Medical Decision Making 34 (2014) 311-326. With few draws the
regression is a parabola, and what a parabola finds where there is nothing to find is said beside it.
"""

from dataclasses import dataclass

import numpy as np

from sim.experiments.statistics.importance import LEAST_DRAWS, ONE_SIDED, mixed_up
from sim.experiments.statistics.resampling import Floats

POWERS = 3
"""A constant, a slope and a bend."""


@dataclass(frozen=True)
class Information:
    """In the unit of the gains, by which a right choice is better than a wrong one."""

    value: Floats
    """Of knowing each of the inputs, shape (inputs,)."""
    chance: float
    """What the largest of them stays under 19 times in 20 when none of the inputs matters."""


def information(inputs: Floats, gains: Floats) -> Information:
    """Worth of knowing each of the inputs, shape (draws, inputs), from what the alternative gains in each draw.

    nan with too few draws.
    """
    draws, count = inputs.shape
    if draws < LEAST_DRAWS:
        return Information(np.full(count, np.nan), float("nan"))
    value, largest = np.empty(count), np.zeros(mixed_up(gains).shape[1])
    together = np.column_stack([gains, mixed_up(gains)])
    for number in range(count):
        worth = _worth(_explained(inputs[:, number], together))
        value[number] = worth[0]
        largest = np.maximum(largest, worth[1:])
    return Information(value, float(np.quantile(largest, ONE_SIDED)))


def worth_of_all(gains: Floats) -> float:
    """Worth of knowing everything, from the true gain in each draw."""
    return float(_worth(gains[:, None])[0])


def _worth(expected: Floats) -> Floats:
    """Choosing anew in each draw, less choosing once for all; for each column."""
    return np.asarray(np.maximum(expected, 0).mean(axis=0) - np.maximum(expected.mean(axis=0), 0))


def _explained(positions: Floats, outputs: Floats) -> Floats:
    """What a parabola over the ranks of an input makes of each column of outputs."""
    ranks = np.argsort(np.argsort(positions)) / (len(positions) - 1) - 0.5
    basis, _ = np.linalg.qr(np.vander(ranks, POWERS))
    return np.asarray(basis @ (basis.T @ outputs))
