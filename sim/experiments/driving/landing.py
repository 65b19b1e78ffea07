"""How work comes back, whoever does it."""

from collections.abc import Callable, Generator, Sequence

from sim.experiments.driving.outcome import Failed, Outcome
from sim.experiments.replication import Job

Landing = Generator[list[tuple[int, Outcome]], None, None]
"""(number, outcome) of jobs as they end, in lists that may be empty, several a second."""
Run = Callable[[Sequence[Job]], Landing]
"""Does the jobs of a list, whose numbers are counted from 0."""

LOST = Failed("took several worker processes with it, most often because memory ran out", lasting=False)
