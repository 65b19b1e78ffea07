"""Which of several systems is the best in one measure, and what it takes to say so.

The values of a measure in each scenario of a comparison, which met the same luck:

>>> from sim.experiments.statistics.selection import select_best, share_out
>>> waits_h = [[31, 29, 35, 30], [19, 18, 24, 19], [20, 16, 25, 17]]
>>> select_best(waits_h, worth=2, first=4)
Selection(best=None, left=(1, 2), wanted=(4, 6, 6))

The first is out of the race; the other two need six replications each. When these are there:

>>> select_best([waits_h[0], [*waits_h[1], 21, 22], [*waits_h[2], 19, 20]], worth=2, first=4)
Selection(best=None, left=(1, 2), wanted=(4, 9, 9))

Or thirty more replications, spent where they help most:

>>> share_out(waits_h, 30)
(0, 11, 19)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.experiments.statistics.selection.kn import kn
from sim.experiments.statistics.selection.looks import FIRST
from sim.experiments.statistics.selection.ocba import ocba_shares
from sim.experiments.statistics.selection.rinott import rinott_counts

Floats = NDArray[np.float64]
Luck = Literal["common", "own"]
GROWTH = 1.5


@dataclass(frozen=True)
class Selection:
    """How far the choice has come."""

    best: int | None
    """Number of the system chosen; None while more replications are needed."""
    left: tuple[int, ...]
    """Numbers of the systems that may still be the best."""
    wanted: tuple[int, ...]
    """Replications of each system in all with which to ask again; as many as there are once the choice is made."""


def select_best(
    samples: Sequence[ArrayLike],
    worth: float,
    chance: float = 0.95,
    first: int = FIRST,
    *,
    luck: Luck = "common",
    largest: bool = False,
) -> Selection:
    """The system with the smallest mean, or the largest: chosen with a probability of at least `chance` when it is
    better than every other one by `worth` or more, in the measure's unit.

    `samples` holds the values of each system by replication, at least `first` (4 or more) of them; take the same
    `first` each time. With luck in common, replication r of each system must have met the same luck, and Kim and
    Nelson's procedure (see `kn`) drops systems one by one; with luck of its own for each system, Rinott's two stages
    (see `rinott`) say how many replications each takes. The promise is for means that are near normal: a very skewed
    measure needs a larger `first`. Raises ValueError for samples that are too short or hold a
    value that is no finite number, and for a worth, a chance or a luck that means nothing.
    """
    values = _values(samples, largest)
    _check(values, worth, chance, first)
    if luck not in get_args(Luck):
        raise ValueError(f"luck is {luck!r}; 'common' or 'own' is accepted")
    select = _in_common if luck == "common" else _of_their_own
    return select(values, worth, chance, first)


def share_out(samples: Sequence[ArrayLike], replications: int, *, largest: bool = False) -> tuple[int, ...]:
    """How many of so many further replications each system should get, so that the best is seen most clearly.

    Optimal computing budget allocation (see `ocba`), for systems with luck of their own; it guarantees nothing. Raises
    ValueError for fewer than two systems, for one with fewer than two replications, values that do not vary or a value
    that is no finite number, and for less than no replications.
    """
    values = _values(samples, largest)
    if replications < 0:
        raise ValueError(f"{replications} further replications are asked for; 0 or more are accepted")
    if len(values) < 2 or any(each.size < 2 or not each.std() for each in values):
        raise ValueError("two systems or more are accepted, each with two replications or more that differ")
    means, sds = (np.array(each) for each in zip(*((v.mean(), v.std(ddof=1)) for v in values), strict=True))
    done = np.array([each.size for each in values])
    return _filled(ocba_shares(means, sds), done, replications)


def _values(samples: Sequence[ArrayLike], largest: bool) -> list[Floats]:
    """What is best is the smallest of them. A value that is not known would compare with nothing."""
    values = [np.asarray(sample, dtype=np.float64) * (-1 if largest else 1) for sample in samples]
    for system, each in enumerate(values):
        if not np.isfinite(each).all():
            at = int(np.flatnonzero(~np.isfinite(each))[0])
            raise ValueError(f"system {system}, replication {at}: is not a finite number, and only these are accepted")
    return values


def _check(values: Sequence[Floats], worth: float, chance: float, first: int) -> None:
    if not values or first < 4 or any(each.size < first for each in values):
        raise ValueError(f"at least {max(first, 4)} replications of each system are accepted")
    if not (0 < worth < inf and 0.5 <= chance < 1):
        raise ValueError("a finite worth above 0 and a chance from 0.5 to below 1 are accepted")


def _in_common(values: list[Floats], worth: float, chance: float, first: int) -> Selection:
    found = kn(values, first, worth, chance)
    if len(found.left) == 1:
        return Selection(found.left[0], found.left, tuple(each.size for each in values))
    wanted = ceil(found.n * GROWTH)
    counts = (max(wanted, each.size) if place in found.left else each.size for place, each in enumerate(values))
    return Selection(None, found.left, tuple(counts))


def _of_their_own(values: list[Floats], worth: float, chance: float, first: int) -> Selection:
    variances = np.array([each[:first].var(ddof=1) for each in values])
    counts = rinott_counts(variances, first, worth, chance)
    sizes = np.array([each.size for each in values])
    if np.any(sizes < counts):
        return Selection(None, tuple(range(len(values))), tuple(np.maximum(counts, sizes).tolist()))
    best = int(np.argmin([each[:n].mean() for each, n in zip(values, counts, strict=True)]))
    return Selection(best, (best,), tuple(sizes.tolist()))


def _filled(shares: Floats, done: NDArray[np.int64], more: int) -> tuple[int, ...]:
    """Whole numbers with the sum `more` that bring what is done near to the shares of all."""
    found = np.zeros(done.size, dtype=np.int64)
    for _ in range(more):
        found[int(np.argmin((done + found + 0.5) / shares))] += 1
    return tuple(found.tolist())
