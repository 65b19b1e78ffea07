"""Worker processes that stay for a whole study, so that each evaluation starts at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sim.experiments.driving import Values
from sim.experiments.driving.local import local_pool
from sim.experiments.replication import Job, values_of
from sim.experiments.runner import run_in

Run = Callable[[Sequence[Job]], list[Values]]
"""Values of each job, in the order of the plan."""
Tick = Callable[[], None]
"""Told after each replication."""


@contextmanager
def crew(workers: int, tick: Tick) -> Iterator[Run]:
    """Runs one plan after another with the same processes; one worker is this process.

    Running raises ModelError when a run does not add up and IncompleteRun when a process is lost.
    """

    def told(done: int, _total: int) -> None:
        if done:
            tick()

    with local_pool(workers) as pool:
        yield lambda plan: run_in(pool, values_of, plan, told)
