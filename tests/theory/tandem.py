"""Detox beds, then step-down beds with no room between: a ready person keeps the detox bed until a place is free.

Blocking after service. Exponential stays in both, a finite waiting list, so the
chain is finite and is solved as it stands. Hunt, Sequential arrays of waiting
lines, Operations Research 4:674-683, 1956; Perros, Queueing Networks with
Blocking, 1994.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tests.theory.chain import State, explore, fixed_point, generator


@dataclass(frozen=True)
class Tandem:
    """Rates per unit of time; stays are means."""

    rate: float
    detox_beds: int
    detox_stay: float
    step_down_beds: int
    step_down_stay: float
    list_limit: int = 0


@dataclass(frozen=True)
class TandemAnswer:
    """Long-run means; `refused` is a share of arrivals."""

    refused: float
    listed: float
    """People on the waiting list."""
    boarding: float
    """Ready people in a detox bed."""
    detox_occupied: float
    """Detox beds in use, boarding included."""
    step_down_occupied: float
    throughput: float


def solve(tandem: Tandem) -> TandemAnswer:
    """States are (listed, in care, boarding, in step-down)."""
    states = explore((0, 0, 0, 0), lambda state: moves(tandem, state))
    shares = fixed_point(generator(states, lambda state: moves(tandem, state)))
    listed, care, boarding, step_down = (shares @ np.array(states, dtype=float)).tolist()
    full = [s[0] == tandem.list_limit and s[1] + s[2] == tandem.detox_beds for s in states]
    return TandemAnswer(
        refused=float(shares @ np.array(full, dtype=float)),
        listed=listed,
        boarding=boarding,
        detox_occupied=care + boarding,
        step_down_occupied=step_down,
        throughput=step_down / tandem.step_down_stay,
    )


def moves(tandem: Tandem, state: State) -> Iterator[tuple[State, float]]:
    """An arrival, a person becoming ready, a step-down place coming free."""
    listed, care, boarding, step_down = state
    if care + boarding < tandem.detox_beds:
        yield (listed, care + 1, boarding, step_down), tandem.rate
    elif listed < tandem.list_limit:
        yield (listed + 1, care, boarding, step_down), tandem.rate
    if care:
        ready = care / tandem.detox_stay
        if step_down == tandem.step_down_beds:
            yield (listed, care - 1, boarding + 1, step_down), ready
        else:
            yield (*_bed_freed(listed, care - 1), boarding, step_down + 1), ready
    if step_down:
        left = step_down / tandem.step_down_stay
        if boarding:
            yield (*_bed_freed(listed, care), boarding - 1, step_down), left
        else:
            yield (listed, care, boarding, step_down - 1), left


def _bed_freed(listed: int, care: int) -> tuple[int, int]:
    """The first of the list takes the bed."""
    return (listed - 1, care + 1) if listed else (listed, care)
