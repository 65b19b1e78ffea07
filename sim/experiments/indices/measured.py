"""What a sweep measured, in arrays: a row for each of its points, a column for each replication."""

from collections.abc import Iterator

import numpy as np

from sim.experiments.statistics.resampling import Floats
from sim.experiments.sweep.reader import SavedSweep


def tables_of(saved: SavedSweep) -> Iterator[tuple[str, Floats]]:
    """Each measure with its values, shape (points, replications); nan where one is not known."""
    points, replications = len(saved.points), saved.facts.replications
    place = dict(zip(saved.points["point"], range(points), strict=True))
    by_measure = dict(iter(saved.runs.groupby("measure", sort=False)))
    for measure in saved.facts.measures:
        table = np.full((points, replications), np.nan)
        if measure.name in by_measure:
            runs = by_measure[measure.name]
            table[runs["point"].map(place).to_numpy(), runs["replication"].to_numpy()] = runs["value"].to_numpy()
        yield measure.name, table


def means_of(table: Floats) -> Floats:
    """Over the replications that are known; nan where none is."""
    known = ~np.isnan(table)
    count = known.sum(axis=1)
    return np.where(count > 0, np.where(known, table, 0.0).sum(axis=1) / np.maximum(count, 1), np.nan)


def positions_of(saved: SavedSweep, axis: str) -> Floats:
    """The points along an axis: its numbers, or for words the place of each among all of them."""
    values = saved.points[axis]
    if values.dtype.kind == "f":
        return values.to_numpy(dtype=np.float64)
    return np.unique(values.to_numpy(dtype="str"), return_inverse=True)[1].astype(np.float64)
