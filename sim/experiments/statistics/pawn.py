"""PAWN: how far knowing an axis moves the whole distribution of a measure, for measures with a long tail.

Pianosi, Wagener, Environmental Modelling & Software 108 (2018) 320-333: the points are cut into groups along the
axis, and the distribution of each group is set against that of all points by the Kolmogorov-Smirnov distance.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.experiments.statistics.resampling import SEED, Floats, drawn_counts, normal_ends

GROUPS = 10
LEAST_IN_A_GROUP = 10
"""Fewer points than these say nothing about a distribution: there are fewer groups then."""
RESAMPLES = 200
ONE_SIDED = 0.95
INDICES = ("pawn_median", "pawn_max")

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Pawn:
    """An index of one axis, with its 95 % interval and the value that an axis without effect stays under (95 %)."""

    value: float
    low: float
    high: float
    chance: float


def groups_of(positions: Floats) -> Whole:
    """The group of each point along an axis, counted from 0, about equal in size; few different positions are groups.

    Points of one position are never parted.
    """
    distinct, place = np.unique(positions, return_inverse=True)
    wanted = max(min(GROUPS, positions.size // LEAST_IN_A_GROUP), 2)
    if distinct.size <= wanted:
        return place.astype(np.int64)
    edges = np.quantile(positions, np.linspace(0, 1, wanted + 1)[1:-1])
    return np.searchsorted(edges, positions, side="right").astype(np.int64)


def pawn(positions: Floats, values: Floats) -> dict[str, Pawn]:
    """The indices by name, from one axis and one measure of the same points; nan when fewer than two groups are left.

    Points whose value is not known are left out. A distance is never below 0, so that it is too large when there are
    few points, and larger still in a resample: only the spread of these is taken, and `chance` tells the rest.
    """
    known = ~np.isnan(values)
    at, found = positions[known], values[known]
    if found.size < 2 * LEAST_IN_A_GROUP or np.ptp(at) == 0:
        return {name: Pawn(*[float("nan")] * 4) for name in INDICES}
    order = np.argsort(found, kind="stable")
    member, ends = _members(groups_of(at)[order]), _ends_of_ties(found[order])
    value = _indices(_distances(member, ends, np.ones((1, found.size))))[:, 0]
    resampled = _indices(_distances(member, ends, drawn_counts(found.size, RESAMPLES))).T
    chance = _by_chance(tuple(member.sum(axis=1).astype(int).tolist()))
    low, high = normal_ends(value, resampled, 0.0, 1.0)
    return {name: Pawn(*map(float, each)) for name, *each in zip(INDICES, value, low, high, chance, strict=True)}


def _members(groups: Whole) -> Floats:
    """Which group each point is in, shape (groups, points)."""
    present = np.unique(groups)
    members: Floats = (groups == present[:, None]).astype(np.float64)
    return members


def _ends_of_ties(in_order: Floats) -> NDArray[np.bool_]:
    """Where a distribution function has climbed over all that is equal."""
    return np.append(in_order[1:] != in_order[:-1], True)


def _distances(member: Floats, ends: NDArray[np.bool_], counts: Floats) -> Floats:
    """Kolmogorov-Smirnov distance of each group, shape (groups, resamples); nan for a group that was not drawn."""
    everything = np.cumsum(counts, axis=1)[:, ends] / counts.sum(axis=1, keepdims=True)
    distances = np.empty((len(member), len(counts)))
    for number, here in enumerate(member):
        inside = np.cumsum(counts * here, axis=1)[:, ends]
        with np.errstate(invalid="ignore"):
            distances[number] = np.abs(inside / inside[:, -1:] - everything).max(axis=1)
    return distances


def _indices(distances: Floats) -> Floats:
    """Median and largest over the groups, shape (2, resamples)."""
    return np.array([np.nanmedian(distances, axis=0), np.nanmax(distances, axis=0)])


@lru_cache(maxsize=64)
def _by_chance(sizes: tuple[int, ...]) -> tuple[float, ...]:
    """What 95 % of groups of these sizes stay under when they have nothing to do with the values, for each index.

    Values that are equal bring groups nearer to each other, so this holds for them too.
    """
    random = np.random.default_rng(SEED)
    place = np.repeat(np.arange(len(sizes)), sizes)
    ends, one = np.ones(place.size, dtype=np.bool_), np.ones((1, place.size))
    mixed = (_indices(_distances(_members(random.permutation(place)), ends, one)) for _ in range(RESAMPLES))
    return tuple(np.quantile(np.concatenate(list(mixed), axis=1), ONE_SIDED, axis=1).tolist())
