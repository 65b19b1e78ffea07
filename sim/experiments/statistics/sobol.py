"""Shares of a variance: what each axis does alone (first order), and with all it works together with (total).

Saltelli and others, Computer Physics Communications 181 (2010) 259-270: first order by their table 2 (b), total by
Jansen's formula, table 2 (f). The values are centred before, which takes most of the noise out of the first order.
"""

import numpy as np

from sim.experiments.statistics.morris import Estimates, without_interval
from sim.experiments.statistics.resampling import LEAST_ROWS, Floats, drawn_counts, percentile_ends

INDICES = ("S1", "ST")


def sobol(values: Floats) -> dict[str, Estimates]:
    """S1 and ST by name. A row of `values` is A, A with each axis from B, and B (see `indices.points`).

    Rows with a value that is not known are left out. Intervals by bootstrap over rows, nan with fewer than ten. All
    nan when nothing varies or fewer than two rows are left.
    """
    known = values[~np.isnan(values).any(axis=1)]
    n, axes = known.shape[0], known.shape[1] - 2
    if n < 2 or np.ptp(known) == 0:
        nothing = Estimates(*(np.full(axes, np.nan) for _ in range(3)))
        return dict.fromkeys(INDICES, nothing)
    found = _indices(known, np.ones((1, n)))
    if n < LEAST_ROWS:
        return {name: without_interval(value[0]) for name, value in zip(INDICES, found, strict=True)}
    resampled = _indices(known, drawn_counts(n))
    return {
        name: Estimates(value[0], *percentile_ends(all_of_it))
        for name, value, all_of_it in zip(INDICES, found, resampled, strict=True)
    }


def _indices(values: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Each of shape (resamples, axes). The total variance is that of A and B together, around their mean."""
    n = values.shape[0]
    a, crossed, b = values[:, :1], values[:, 1:-1], values[:, -1:]
    shift = (a.mean() + b.mean()) / 2
    a, crossed, b = a - shift, crossed - shift, b - shift
    mean = counts @ (a + b) / (2 * n)
    variance = counts @ (a**2 + b**2) / (2 * n) - mean**2
    moved = crossed - a
    with np.errstate(divide="ignore", invalid="ignore"):
        first = (counts @ (b * moved) - mean * (counts @ moved)) / n / variance
        total = counts @ moved**2 / (2 * n) / variance
    return first, total
