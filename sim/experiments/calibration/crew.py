"""Worker processes that stay for a whole study, so that each evaluation starts at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from sim.errors import IncompleteRun
from sim.experiments.pool import LISTEN_S, interrupts_held, worker_pool
from sim.experiments.replication import Job, run_one

Values = dict[str, float]
"""Measure to its value in one replication; nan where it was never seen."""
Run = Callable[[Sequence[Job]], list[Values]]
"""Values of each job, in the order of the plan."""
Tick = Callable[[], None]
"""Told after each replication."""


@contextmanager
def crew(workers: int, tick: Tick) -> Iterator[Run]:
    """Runs one plan after another with the same processes; one worker is this process.

    Running raises ModelError when a run does not add up and IncompleteRun when a process is lost.
    """
    if workers == 1:
        yield lambda plan: [_told(values_of(job), tick) for job in plan]
        return
    try:
        with worker_pool((), workers) as pool:
            yield lambda plan: _spread(pool, plan, tick)
    except BrokenProcessPool as fault:
        raise IncompleteRun(
            "A worker process was lost, most often because memory ran out; nothing was saved. Give the command again "
            "with fewer workers, such as --workers 1."
        ) from fault


def values_of(job: Job) -> Values:
    """What one replication measures."""
    runs = run_one(job)["runs"]
    return dict(zip(runs["measure"].tolist(), runs["value"].tolist(), strict=True))


def _spread(pool: ProcessPoolExecutor, plan: Sequence[Job], tick: Tick) -> list[Values]:
    with interrupts_held():
        jobs = [pool.submit(values_of, job) for job in plan]
    flying = set(jobs)
    while flying:
        done, flying = wait(flying, timeout=LISTEN_S, return_when=FIRST_COMPLETED)
        for job in done:
            _told(job.result(), tick)
    return [job.result() for job in jobs]


def _told(values: Values, tick: Tick) -> Values:
    tick()
    return values
