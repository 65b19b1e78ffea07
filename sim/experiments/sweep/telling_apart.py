"""Which measures tell the points of a sweep apart: how much they differ between points, beside chance."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def most_different(runs: pd.DataFrame, measures: Sequence[str], most: int) -> list[str]:
    """The `most` of these measures that differ most between points beside chance, in the order in which they came.

    `runs` has the columns point, replication, measure, value. Measures that are the same at every point are left out.
    """
    shares = {name: _beside_chance(_wide(runs, name)) for name in measures}
    ranked = sorted((name for name in measures if shares[name] > 0), key=lambda name: -shares[name])
    return [name for name in measures if name in ranked[:most]]


def _wide(runs: pd.DataFrame, measure: str) -> Floats:
    """Values of shape (points, replications), of the points that have all of them."""
    rows = runs[runs["measure"] == measure]
    table = rows.pivot_table(index="point", columns="replication", values="value", dropna=False)
    return table.dropna().to_numpy(dtype=np.float64)


def _beside_chance(values: Floats) -> float:
    """Variance between the means of points over what chance makes of it, as F of a two-way layout.

    Points meet the same luck, so what a replication adds to all of them is no chance between them. With one
    replication nobody knows chance: the spread of the points beside their mean stands for it.
    """
    if len(values) < 2 or not np.ptp(values.mean(axis=1)):
        return 0.0
    means = values.mean(axis=1, keepdims=True)
    points, replications = values.shape
    if replications < 2:
        return float(np.ptp(means) / max(abs(float(means.mean())), np.finfo(float).tiny))
    between = replications * float(means.var(ddof=1))
    rest = values - means - values.mean(axis=0, keepdims=True) + values.mean()
    chance = float((rest**2).sum()) / ((points - 1) * (replications - 1))
    return between / chance if chance > 0 else float("inf")
