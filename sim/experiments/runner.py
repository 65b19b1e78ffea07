"""A plan is a list of jobs; running it answers each in the order of the plan, however many processes work."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sim.errors import IncompleteRun
from sim.experiments.driving.local import LocalPool, Lost
from sim.experiments.replication import Job

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how many replications are done, and of how many."""


def run_in(pool: LocalPool, work: Callable[[Job], T], plan: Sequence[Job], progress: Progress) -> list[T]:
    """What `work` makes of each job, in the order of the plan.

    Raises ModelError when a run does not add up and IncompleteRun when a job is lost with every process that has it.
    """
    progress(0, len(plan))
    done: dict[int, T] = {}
    for landed in pool.run(work, plan):
        for number, answer in landed:
            if isinstance(answer, Lost):
                raise IncompleteRun(
                    f"A worker process was lost after {len(done)} of {len(plan)} replications, most often because "
                    "memory ran out; nothing was saved. Give the command again with fewer workers, such as --workers 1."
                )
            done[number] = answer
            progress(len(done), len(plan))
    return [done[number] for number in range(len(plan))]
