"""Small Markov chains given by their moves, solved numerically."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

State = tuple[int, ...]
Moves = Callable[[State], Iterable[tuple[State, float]]]
"""From a state, each next state with its rate."""
Matrix = NDArray[np.float64]


def explore(start: State, moves: Moves) -> list[State]:
    """All states that can be reached, in a stable order."""
    found, edge = {start}, [start]
    while edge:
        for state, _ in moves(edge.pop()):
            if state not in found:
                found.add(state)
                edge.append(state)
    return sorted(found)


def generator(states: list[State], moves: Moves) -> Matrix:
    """Rates between states; rows sum to 0."""
    index = {state: i for i, state in enumerate(states)}
    rates = np.zeros((len(states), len(states)))
    for state, i in index.items():
        for other, rate in moves(state):
            rates[i, index[other]] += rate
            rates[i, i] -= rate
    return rates


def fixed_point(rates: Matrix) -> Matrix:
    """Shares with `shares @ rates = 0` that sum to 1, for a chain with one closed class."""
    equations = np.vstack([rates.T, np.ones(len(rates))])
    right = np.append(np.zeros(len(rates)), 1.0)
    shares: Matrix = np.linalg.lstsq(equations, right, rcond=None)[0]
    return shares
