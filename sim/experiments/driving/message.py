"""A message to a worker: jobs, and back come their answers and how long they took."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sim.experiments.driving.outcome import Outcome, outcome_of
from sim.experiments.driving.program import this_program
from sim.experiments.replication import Job

T = TypeVar("T")


def work_off(work: Callable[[Job], T], jobs: Sequence[Job]) -> tuple[list[T], float]:
    """The answer of `work` to each job, and the seconds that this took."""
    began_s = time.perf_counter()
    return [work(job) for job in jobs], time.perf_counter() - began_s


class OtherProgram(Exception):
    """A worker of the cluster has another version of what decides a result; the argument says which."""


class Errand:
    """A message to a machine where the program may not be: it is worked off by being unpickled there.

    Whoever passes it on sees bytes, and a worker without the program says so instead of breaking down.
    """

    def __init__(self, jobs: Sequence[Job]):
        self._jobs = jobs

    def __reduce__(self) -> tuple[Any, ...]:
        return _work_off_as, (this_program(), self._jobs)


def _work_off_as(program: Mapping[str, str], jobs: Sequence[Job]) -> tuple[list[Outcome], float]:
    """Outcomes of jobs from another machine. Raises OtherProgram when the program there is not the one here."""
    if this_program() != program:
        raise OtherProgram(this_program())
    return work_off(outcome_of, jobs)
