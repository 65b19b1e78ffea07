"""When evidence is looked at, and how much of an error each look may spend, so that looking often deceives nobody.

A bound that fails with probability `error` when it is looked at once fails more often when it is looked at again and
again. So a system is looked at only after 10, 15, 23, ... replications, and look j (from 0) spends
error / ((j + 1) (j + 2)); these sum to `error`, however long it goes on. Repeated intervals in this sense: Jennison and
Turnbull, Interim analysis: the repeated confidence interval approach, 1989.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

FIRST = 10
"""Below ten replications a t interval at a small error is too wide to decide anything."""
GROWTH = 1.5
MOST = 40
"""Looks that are ever needed: the last comes after more than fifty million replications."""


def _all_looks() -> NDArray[np.int64]:
    found = [FIRST]
    for _ in range(MOST - 1):
        found.append(int(np.ceil(found[-1] * GROWTH)))
    return np.array(found)


LOOKS = _all_looks()


def looks_within(n: ArrayLike) -> NDArray[np.int64]:
    """Number of the last look that `n` replications allow, counted from 0; -1 before the first."""
    return np.asarray(np.searchsorted(LOOKS, n, side="right") - 1, dtype=np.int64)


def next_look(n: int) -> int:
    """Replications at the first look after `n`."""
    return int(LOOKS[np.searchsorted(LOOKS, n, side="right")])


def error_at(look: NDArray[np.int64], error: float) -> NDArray[np.float64]:
    """What a look may spend; nothing before the first."""
    return np.where(look >= 0, error / np.maximum((look + 1.0) * (look + 2.0), 1), 0.0)
