"""Which systems get the next replications, and about how many the choice still takes.

The shares are those of `ocba`, of the systems that are not ruled out yet; distances grow by the tolerances and the
worth, because that much is granted. The faintest signal says how many replications its bound takes, the shares how many
the others take beside it, and each takes its first look. Those that have the smallest part of this go on first.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiments.statistics.selection.bounds import multiple
from sim.experiments.statistics.selection.cheapest import Aim, Moments, Standing, moments, paired, standing
from sim.experiments.statistics.selection.feasibility import NO
from sim.experiments.statistics.selection.looks import FIRST, next_look
from sim.experiments.statistics.selection.ocba import paired_shares

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CLEAREST = 1e3
"""In standard deviations; what is clearer than this, or does not vary, is seen at the first look."""
MOST = 10**7
"""Replications of a system that anybody would think of."""


@dataclass(frozen=True)
class Contest:
    """The systems not ruled out yet, and how many replications each seems to take."""

    members: Ints
    leader: int
    """Place among the members."""
    n: Ints
    """Replications of each member that the bounds use."""
    effort: Ints
    """All replications of each member."""
    takes: Floats
    """Replications that each member takes in all until the choice is made, were its means what they seem."""

    def wanted(self, batch: int) -> dict[int, int]:
        """System to the replications that its next look uses, for a batch of about so many more, at least one."""
        found: dict[int, int] = {}
        for place in np.argsort(self.effort / self.takes, kind="stable"):
            n = int(self.n[place])
            found[int(self.members[place])] = next_look(n)
            batch -= next_look(n) - n
            if batch <= 0:
                break
        return found


def contest(samples: list[Floats], aim: Aim, chance: float, skipped: int = 0) -> Contest | None:
    """What is still open; None when the choice is made.

    Each system has at least two replications. The bounds leave out the first `skipped`, which guide all the same.
    """
    counted = [sample[skipped:] for sample in samples]
    found = standing(counted, aim, chance)
    if found.decided:
        return None
    of = moments(samples)
    leader = _leader(of, found, aim)
    members = np.union1d(found.rivals, [leader])
    place = int(np.searchsorted(members, leader))
    dearer = _cost_signals(samples, leader, members, aim)
    missing = _missing(of, members, aim)
    signal = np.minimum(np.maximum(dearer, missing), CLEAREST)
    signal[place] = _leader_signal(of, leader, aim)
    shares = paired_shares(place, signal, dearer >= missing)
    takes = needed(float(np.min(signal)), aim.error(chance)) * shares / shares.max()
    n, effort = (np.array([len(each[member]) for member in members]) for each in (counted, samples))
    return Contest(members, place, n, effort, np.maximum(takes, FIRST))


def _leader(of: Moments, found: Standing, aim: Aim) -> int:
    """The cheapest whose means meet every target; without one, that which misses them least."""
    open_ = np.flatnonzero(found.feasible != NO)
    meets = open_[np.all(of.margin[open_] >= 0, axis=1)]
    if meets.size:
        return int(meets[np.argmin(of.cost[meets])])
    return int(open_[np.argmax(np.min(of.margin[open_] / aim.tolerance, axis=1))])


def _leader_signal(of: Moments, leader: int, aim: Aim) -> float:
    """How clearly it meets the nearest of its targets; when its means miss one, how clearly it does that."""
    margin, sd = of.margin[leader], of.margin_sd[leader]
    if np.all(margin >= 0):
        return float(np.min(_clear(margin + aim.tolerance, sd), initial=CLEAREST))
    return float(np.max(_clear(aim.tolerance - margin, sd)))


def _cost_signals(samples: list[Floats], leader: int, members: Ints, aim: Aim) -> Floats:
    """How clearly each is dearer than the leader."""
    mean, sd, _ = paired(samples, leader, members)
    return _clear(aim.worth - mean, sd)


def _missing(of: Moments, members: Ints, aim: Aim) -> Floats:
    """How clearly each misses the target that it misses most."""
    clear = _clear(aim.tolerance - of.margin[members], of.margin_sd[members])
    return np.asarray(np.max(clear, axis=1, initial=-CLEAREST))


def _clear(distance: Floats, sd: Floats) -> Floats:
    """A distance in standard deviations."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.where(sd > 0, distance / sd, np.sign(distance) * CLEAREST)
    return np.clip(found, -CLEAREST, CLEAREST)


def needed(signal: float, error: float) -> int:
    """The first look at which a bound is nearer than the signal."""
    n = FIRST
    while multiple(n, error) > signal * np.sqrt(n) and n < MOST:
        n = next_look(n)
    return n
