"""Screening by elementary effects: which axes matter at all, and which of them bend or work together.

Morris, Technometrics 33 (1991) 161-174; mean of absolute effects: Campolongo, Cariboni, Saltelli, Environmental
Modelling & Software 22 (2007) 1509-1518.
"""

from dataclasses import dataclass

import numpy as np

from sim.experiments.statistics.resampling import LEAST_ROWS, Floats, drawn_counts, percentile_ends

INDICES = ("mu_star", "mu", "sigma")


@dataclass(frozen=True)
class Estimates:
    """An index and its 95 % interval, each of shape (axes,); its ends are nan where too little is known."""

    value: Floats
    low: Floats
    high: Floats


def elementary_effects(positions: Floats, values: Floats) -> Floats:
    """Change of the value for a move over the whole axis, shape (trajectories, axes).

    `positions` are walks one after another, as `indices.points` makes them; a value belongs to each of them.
    """
    axes = positions.shape[1]
    moves = np.diff(positions.reshape(-1, axes + 1, axes), axis=1)
    changes = np.diff(values.reshape(-1, axes + 1), axis=1)
    moved = np.abs(moves).argmax(axis=2)
    effects = np.empty(moved.shape)
    np.put_along_axis(effects, moved, changes / np.take_along_axis(moves, moved[..., None], axis=2)[..., 0], axis=1)
    return effects


def morris(effects: Floats) -> dict[str, Estimates]:
    """By name: mu_star, the mean absolute effect, mu, the mean, and sigma, the standard deviation (ddof = 1).

    Trajectories with a value that is not known are left out. Intervals by bootstrap over trajectories; nan with fewer
    than ten of them, and sigma with fewer than two.
    """
    known = effects[~np.isnan(effects).any(axis=1)]
    n, axes = known.shape
    if n < 2:
        nothing = np.full(axes, np.nan)
        means = (np.abs(known).mean(axis=0), known.mean(axis=0)) if n else (nothing, nothing)
        return {name: without_interval(value) for name, value in zip(INDICES, (*means, nothing), strict=True)}
    values = _indices(known, np.ones((1, n)))
    if n < LEAST_ROWS:
        return {name: without_interval(value[0]) for name, value in zip(INDICES, values, strict=True)}
    return {
        name: Estimates(value[0], *percentile_ends(all_of_it))
        for name, value, all_of_it in zip(INDICES, values, _indices(known, drawn_counts(n)), strict=True)
    }


def without_interval(value: Floats) -> Estimates:
    """An index of so few rows that resampling them says nothing."""
    nothing = np.full(value.shape, np.nan)
    return Estimates(value, nothing, nothing)


def _indices(effects: Floats, counts: Floats) -> tuple[Floats, Floats, Floats]:
    """Each of shape (resamples, axes)."""
    n = effects.shape[0]
    mean = counts @ effects / n
    centred = effects - effects.mean(axis=0)
    variance = (counts @ centred**2 - (counts @ centred) ** 2 / n) / (n - 1)
    return counts @ np.abs(effects) / n, mean, np.sqrt(np.maximum(variance, 0.0))
