"""The search: look at points, and tell those that have been looked at apart, in turn, until both are done.

What it does next depends on counts and values alone. It ends when the choice is made, when its replications are spent
or when its time is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sim.experiments.find.budget import Clock
from sim.experiments.find.explorer import START, Explorer
from sim.experiments.find.question import Question
from sim.experiments.find.runs import Floats, Runs
from sim.experiments.statistics.selection.allocation import Contest, contest
from sim.experiments.statistics.selection.cheapest import Aim

Ended = Literal["sure", "replications spent", "time spent"]

LEAST_BATCH = 20
"""Replications of a batch that tells points apart; later ones have a tenth of all so far."""


@dataclass
class Search:
    """A search under way, or ended."""

    question: Question
    runs: Runs
    explorer: Explorer
    most: int
    """Replications that it may spend."""
    clock: Clock
    reserve: int
    """Replications for which time is left at the end."""
    stored: int = 0
    """Replications of an earlier part of the same search, which take no time."""
    ended: Ended | None = None
    _looking: int = 0
    _telling: int = 0

    @property
    def skipped(self) -> int:
        """First replications of each point that the bounds do not use: they chose the points."""
        return START if self.question.guided else 0

    @property
    def looks_run_out(self) -> bool:
        """Whether more points would be looked at if more were allowed, for all that is known."""
        return self.question.guided and self.runs.looked_at >= self.question.looks

    @property
    def samples(self) -> list[Floats]:
        """Of each point that has run, in the order of `runs.points`."""
        return [self.runs.sample(number) for number in self.runs.points]

    @property
    def aim(self) -> Aim:
        """What is to be told apart: all points, or as many as are to be looked at, fixed before the first one is."""
        return self.question.aim(min(self.question.looks, self.question.size))

    def go(self) -> Ended:
        """Go on until it ends. Raises what running raises."""
        while self.ended is None:
            self.step()
        return self.ended

    def step(self) -> None:
        """One batch of replications, or the end."""
        wanted = self._wanted()
        more = sum(max(n - self.runs.n(number), 0) for number, n in wanted.items())
        if not wanted:
            self.ended = "sure"
        elif self.runs.spent + more > self.most:
            self.ended = "replications spent"
        elif self.runs.spent + more > self.stored and not self.clock.holds(more + self.reserve):
            self.ended = "time spent"
        else:
            self.clock.begin()
            self.runs.extend(wanted)
            self.clock.end(more)

    def open(self) -> Contest | None:
        """What is still open among the points looked at; None when the choice among them is made."""
        if not self.runs.points:
            return None
        return contest(self.samples, self.aim, self.question.chance, self.skipped)

    def _wanted(self) -> Mapping[int, int]:
        """Point to its replications for the next batch; none at the end."""
        look_first = not self.question.guided or self._looking <= self._telling
        return (self._look() or self._tell_apart()) if look_first else (self._tell_apart() or self._look())

    def _look(self) -> Mapping[int, int]:
        found = dict.fromkeys(self.explorer.next(), START)
        self._looking += START * len(found)
        return found

    def _tell_apart(self) -> Mapping[int, int]:
        found = self.open()
        if found is None:
            return {}
        points = self.runs.points
        wanted = found.wanted(min(max(LEAST_BATCH, self.runs.spent // 10), self.most - self.runs.spent))
        reached = {points[place]: n + self.skipped for place, n in wanted.items()}
        self._telling += sum(n - self.runs.n(number) for number, n in reached.items())
        return reached
