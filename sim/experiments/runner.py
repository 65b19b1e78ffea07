"""A plan is a list of jobs; running it gives their tables in the order of the plan, however many processes work."""

from collections.abc import Callable, Sequence

from sim.experiments.pool import run_in_pool
from sim.experiments.replication import Job, run_one
from sim.experiments.tables import Frames

Progress = Callable[[int, int], None]
"""Told how many replications are done, and of how many."""


def run_plan(plan: Sequence[Job], workers: int, progress: Progress) -> list[Frames]:
    """Tables of each job, in the order of the plan.

    One worker is this process; more are processes of their own. Raises ModelError
    when a run does not add up and IncompleteRun when a process is lost.
    """
    progress(0, len(plan))
    if min(workers, len(plan)) > 1:
        return run_in_pool(plan, min(workers, len(plan)), progress)
    done: list[Frames] = []
    for job in plan:
        done.append(run_one(job))
        progress(len(done), len(plan))
    return done
