"""A plan of jobs, run in processes of its own."""

from collections.abc import Sequence

from sim.experiments.driving.local import local_pool
from sim.experiments.replication import Job, run_one
from sim.experiments.runner import Progress, run_in
from sim.experiments.tables import Frames


def run_plan(plan: Sequence[Job], workers: int, progress: Progress) -> list[Frames]:
    """Tables of each job, in the order of the plan."""
    with local_pool(workers) as pool:
        return run_in(pool, run_one, plan, progress)
