"""Points for elementary effects and for shares of the variance, as positions from 0 to 1 on each axis.

What an axis makes of a position is its own affair: a number on its scale, the nearest whole number, or one of its named
levels, each of which has an equal share of the positions. Levels have no order: an effect of theirs says how far apart
they are, and its sign nothing.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def morris_points(axes: int, trajectories: int, levels: int, seed: int) -> Floats:
    """Walks that move each axis once, one walk after another: shape (trajectories * (axes + 1), axes).

    A move goes half of the `levels` (at least 2) up or down, rounded down; both ends of it lie on the grid of levels.
    """
    random = np.random.default_rng(seed)
    walks = [_walk(axes, levels, levels // 2, random) for _ in range(trajectories)]
    return np.concatenate(walks) / (levels - 1)


def _walk(axes: int, levels: int, step: int, random: np.random.Generator) -> Floats:
    """In numbers of levels, from 0 to `levels` - 1."""
    down = random.integers(0, 2, axes)
    start = random.integers(0, levels - step, axes) + step * down
    walk = np.tile(start, (axes + 1, 1)).astype(np.float64)
    for place, axis in enumerate(random.permutation(axes)):
        walk[place + 1 :, axis] += step * (1 - 2 * down[axis])
    return walk


def saltelli_points(axes: int, points: int, seed: int) -> Floats:
    """Two samples and their crossings, shape (points * (axes + 2), axes); `points` is a power of 2.

    Each row of a scrambled Sobol sequence gives A, then for each axis A with that axis from B, then B.
    """
    from scipy.stats import qmc

    both = qmc.Sobol(2 * axes, scramble=True, rng=seed).random(points)
    a, b = both[:, :axes], both[:, axes:]
    blocks = np.repeat(a[:, None, :], axes + 2, axis=1)
    for axis in range(axes):
        blocks[:, axis + 1, axis] = b[:, axis]
    blocks[:, -1, :] = b
    return blocks.reshape(-1, axes)
