"""Staff on a roster that repeats: M(t)/M/c(t) under the three ways to end a shift.

Poisson callers, exponential tasks, nobody leaves. A state is (callers present,
tasks beyond those of the crew on shift). Within a shift the chain is homogeneous;
at a shift change the state jumps; the shares that come back after one cycle are
the long run. `finish` is the exhaustive discipline of Ingolfsson, Akhmetshina,
Budge, Li and Wu, A survey and experimental comparison of service-level-approximation
methods for nonstationary M(t)/M/s(t) queueing systems with exhaustive discipline,
INFORMS Journal on Computing 19:201-214, 2007.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.linalg import expm

from tests.theory.chain import Matrix, State, fixed_point, generator

ShiftEnd = Literal["finish", "stop", "handover"]


@dataclass(frozen=True)
class Shift:
    """So many staff for so long, with callers at a constant rate."""

    length: float
    staff: int
    rate: float


@dataclass(frozen=True)
class Roster:
    """Shifts in order, repeated for ever; `task` is the mean length of a task.

    `finish`: a task held over takes a place of the next shift. `stop`: it is put
    down, and by lack of memory what is left of it is as good as new. `handover`: the
    old crew finishes what it holds beside the whole new crew.
    """

    shifts: tuple[Shift, ...]
    task: float
    shift_end: ShiftEnd


def mean_present(roster: Roster, most: int) -> list[float]:
    """Mean callers waiting or served in each shift, in the long run; cut at `most` present."""
    crews = sum(shift.staff for shift in roster.shifts)
    states: list[State] = [(present, held) for present in range(most + 1) for held in range(min(present, crews) + 1)]
    flows, areas = zip(*(_over_a_shift(roster, shift, states) for shift in roster.shifts), strict=True)
    followers = roster.shifts[1:] + roster.shifts[:1]
    jumps = [_jump(roster, *pair, states) for pair in zip(roster.shifts, followers, strict=True)]
    start = _shares_at_start(flows, jumps)
    present = np.array([state[0] for state in states], dtype=float)
    means = []
    for shift, flow, area, jump in zip(roster.shifts, flows, areas, jumps, strict=True):
        means.append(float(start @ area @ present) / shift.length)
        start = start @ flow @ jump
    return means


def _shares_at_start(flows: tuple[Matrix, ...], jumps: list[Matrix]) -> Matrix:
    """Shares at the start of the first shift that come back after one cycle."""
    cycle = np.eye(len(flows[0]))
    for flow, jump in zip(flows, jumps, strict=True):
        cycle = cycle @ flow @ jump
    return fixed_point(cycle - np.eye(len(cycle)))


def _over_a_shift(roster: Roster, shift: Shift, states: list[State]) -> tuple[Matrix, Matrix]:
    """exp(Q t) and its integral over the shift, from one exponential.

    Van Loan, Computing integrals involving the matrix exponential, IEEE Transactions on Automatic Control 23, 1978.
    """
    size = len(states)
    rates = generator(states, lambda state: _moves(roster, shift, state, states[-1][0]))
    both = np.block([[rates, np.eye(size)], [np.zeros((size, 2 * size))]])
    grown = expm(both * shift.length)
    return grown[:size, :size], grown[:size, size:]


def _moves(roster: Roster, shift: Shift, state: State, most: int) -> Iterator[tuple[State, float]]:
    present, held = state
    if present < most:
        yield (present + 1, held), shift.rate
    crew = _crew_busy(shift.staff, present, held)
    if roster.shift_end == "finish" and held:
        # Nobody starts until the crew in hand is down to the places of this shift.
        yield (present - 1, held - 1), (crew + held) / roster.task
        return
    if crew:
        yield (present - 1, held), crew / roster.task
    if held:
        yield (present - 1, held - 1), held / roster.task


def _crew_busy(staff: int, present: int, held: int) -> int:
    """Tasks of the crew on shift, beside `held` others."""
    return min(staff, present - held)


def _jump(roster: Roster, shift: Shift, after: Shift, states: list[State]) -> Matrix:
    """Where each state goes when one shift follows another."""
    index = {state: i for i, state in enumerate(states)}
    jump = np.zeros((len(states), len(states)))
    for (present, held), i in index.items():
        in_hand = held + _crew_busy(shift.staff, present, held)
        over = {"stop": 0, "finish": max(0, in_hand - after.staff), "handover": in_hand}[roster.shift_end]
        jump[i, index[present, min(over, states[-1][1])]] = 1.0
    return jump
