"""From a finished sweep to its indices: by elementary effects, by variance or by distribution, as its design allows."""

from collections.abc import Callable, Iterator, Mapping
from math import nan

import numpy as np

from sim.experiments.indices.measured import means_of, positions_of, tables_of
from sim.experiments.indices.points import morris_points
from sim.experiments.indices.rows import CHANCE, NOISE, Row
from sim.experiments.statistics.morris import Estimates, elementary_effects, morris
from sim.experiments.statistics.pawn import pawn
from sim.experiments.statistics.resampling import Floats
from sim.experiments.statistics.sobol import sobol
from sim.experiments.statistics.two_way import noise_share
from sim.experiments.sweep.designs import INDICES, LATIN, MORRIS, SOBOL
from sim.experiments.sweep.facts import AxisEntry
from sim.experiments.sweep.reader import SavedSweep

Analysis = Callable[[SavedSweep, str, Floats], Iterator[Row]]
"""Of one measure, from its mean at each point."""


def has_indices(design: str) -> bool:
    """Whether points of this kind of design say how much each axis matters."""
    return design in _ANALYSES


def indices_of(saved: SavedSweep) -> list[Row]:
    """All that can be said, measure by measure, in the order of the sweep's measures and axes.

    Raises KeyError for a design that has no indices (see `has_indices`).
    """
    analyse = _ANALYSES[saved.facts.design.kind]
    rows: list[Row] = []
    for measure, table in tables_of(saved):
        rows += analyse(saved, measure, means_of(table))
        rows.append(Row(measure, "", "replications", NOISE, *noise_share(table), n=_whole(table)))
    return rows


def _by_effects(saved: SavedSweep, measure: str, means: Floats) -> Iterator[Row]:
    sizes = saved.facts.design.sizes
    at = morris_points(len(saved.facts.axes), sizes["trajectories"], sizes["levels"], saved.facts.design.seed)
    ranks = [_ranks(axis, positions) for axis, positions in zip(saved.facts.axes, at.T, strict=True)]
    effects = elementary_effects(np.column_stack(ranks), means)
    return _rows(saved, measure, "morris", morris(effects), _whole(effects))


def _ranks(axis: AxisEntry, positions: Floats) -> Floats:
    """Where the points lie along an axis, 0 to 1: of an axis with values, the place of the value that each took."""
    last = len(axis.values) - 1
    return np.minimum((positions * (last + 1)).astype(int), last) / last if last > 0 else positions


def _by_variance(saved: SavedSweep, measure: str, means: Floats) -> Iterator[Row]:
    values = means.reshape(-1, len(saved.facts.axes) + 2)
    return _rows(saved, measure, "sobol", sobol(values), _whole(values))


def _by_distribution(saved: SavedSweep, measure: str, means: Floats) -> Iterator[Row]:
    n = int((~np.isnan(means)).sum())
    for axis in saved.facts.axes:
        for name, found in pawn(positions_of(saved, axis.name), means).items():
            yield Row(measure, axis.name, "pawn", name, found.value, found.low, found.high, n)
            yield Row(measure, axis.name, "pawn", name + CHANCE, found.chance, nan, nan, n)


def _rows(saved: SavedSweep, measure: str, method: str, found: Mapping[str, Estimates], n: int) -> Iterator[Row]:
    for place, axis in enumerate(saved.facts.axes):
        for name, each in found.items():
            ends = (float(each.value[place]), float(each.low[place]), float(each.high[place]))
            yield Row(measure, axis.name, method, name, *ends, n)


def _whole(table: Floats) -> int:
    """Rows in which everything is known."""
    return int((~np.isnan(table).any(axis=1)).sum())


_ANALYSES: Mapping[str, Analysis] = {
    MORRIS: _by_effects,
    INDICES: _by_variance,
    LATIN: _by_distribution,
    SOBOL: _by_distribution,
}
