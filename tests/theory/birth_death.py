"""Chains that move one step up or down: finite waiting room and patience.

Kleinrock, Queueing Systems, vol. 1, 1975, chapter 3.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Shares = NDArray[np.float64]


def stationary(births: ArrayLike, deaths: ArrayLike) -> Shares:
    """Long-run shares of states 0..n from n birth rates (out of 0..n-1) and n death rates (out of 1..n)."""
    steps = np.log(np.asarray(births, dtype=float)) - np.log(np.asarray(deaths, dtype=float))
    weights = np.concatenate([[0.0], np.cumsum(steps)])
    shares: Shares = np.exp(weights - weights.max())
    shares /= shares.sum()
    return shares


@dataclass(frozen=True)
class Queue:
    """What an arrival and an observer see in the long run; times in the unit of the rates."""

    shares: Shares
    waits: float
    """Share of arrivals that neither find a bed free nor are turned away."""
    turned_away: float
    gives_up: float
    """Share of all arrivals."""
    mean_queue: float
    mean_busy: float
    mean_wait: float
    """Of those who joined, whether admitted or gave up; Little's law."""


def finite_room(rate: float, stay: float, servers: int, room: int) -> Queue:
    """M/M/c/K with K = servers + room."""
    return _queue(rate, stay, servers, room, patience_rate=0.0, closed=True)


def erlang_a(rate: float, stay: float, servers: int, patience: float) -> Queue:
    """M/M/c+M: each who waits gives up at rate 1/patience.

    Palm 1957; Mandelbaum and Zeltyn, Service engineering in action: the Palm/Erlang-A queue, 2007.
    The waiting room is cut where a longer queue has no weight left.
    """
    room = int(40 * (1 + rate * patience) + 40)
    return _queue(rate, stay, servers, room, patience_rate=1.0 / patience, closed=False)


def _queue(rate: float, stay: float, servers: int, room: int, patience_rate: float, closed: bool) -> Queue:
    people = np.arange(servers + room + 1)
    busy, queue = np.minimum(people, servers), np.maximum(people - servers, 0)
    shares = stationary(np.full(people.size - 1, rate), (busy / stay + queue * patience_rate)[1:])
    turned_away = float(shares[-1]) if closed else 0.0
    mean_queue = float(shares @ queue)
    return Queue(
        shares=shares,
        waits=float(shares[servers:].sum()) - turned_away,
        turned_away=turned_away,
        gives_up=mean_queue * patience_rate / rate,
        mean_queue=mean_queue,
        mean_busy=float(shares @ busy),
        mean_wait=mean_queue / (rate * (1.0 - turned_away)),
    )
