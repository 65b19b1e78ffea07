"""Jobs on this machine: in this process, or in worker processes that stay from one list of jobs to the next."""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sim.errors import IncompleteRun
from sim.experiments.driving.waiting import Waiting
from sim.experiments.driving.worker import Worker, WorkerLost
from sim.experiments.replication import Job

T = TypeVar("T")

WORTH_S = 0.1
"""Work in a message; to send it and its answer takes about half a millisecond."""
IN_FLIGHT = 2
"""Messages per worker that are under way or ready to start: no worker waits for the next one."""
LISTEN_S = 0.2
"""Windows hears Ctrl-C between waits only, and whoever asked has things to do between answers."""
MOST_FALSE_STARTS = 3
MOST_LOST_IN_A_ROW = 30
"""Workers lost with no job done in between: then the machine is at fault, not a job."""


@dataclass(frozen=True)
class Lost:
    """In place of an answer: this job took every worker with it that had it."""


class LocalPool:
    """Up to so many processes; 1 is this process."""

    def __init__(self, workers: int):
        self._most = workers
        self._workers: list[Worker[Any]] = []
        self._false_starts = self._lost_in_a_row = 0

    def run(self, work: Callable[[Job], T], jobs: Sequence[Job]) -> Generator[list[tuple[int, T | Lost]], None, None]:
        """(number, answer) of jobs as they end, in lists that may be empty: at least one every `LISTEN_S`.

        Raises what `work` raises, and IncompleteRun when workers are lost whatever they do.
        """
        if not self._workers and min(self._most, len(jobs)) <= 1:
            for number, job in enumerate(jobs):
                yield [(number, work(job))]
            return
        waiting = Waiting(len(jobs))
        try:
            while waiting or self._busy:
                self._hand_out(work, jobs, waiting)
                wait([future for worker in self._workers for future in worker.futures], LISTEN_S, FIRST_COMPLETED)
                yield self._landed(waiting)
        finally:
            if self._busy:
                self.kill()

    def kill(self) -> None:
        """End all processes in the middle of their work, which nobody wants any more."""
        for worker in self._workers:
            worker.kill()
        self.close()

    def close(self) -> None:
        """End all processes; together, for each takes a moment."""
        if self._workers:
            with ThreadPoolExecutor(len(self._workers)) as together:
                list(together.map(Worker.end, self._workers))
        self._workers.clear()

    @property
    def _busy(self) -> bool:
        return any(worker.messages for worker in self._workers)

    def _hand_out(self, work: Callable[[Job], T], jobs: Sequence[Job], waiting: Waiting) -> None:
        """Give every worker something to do, and a second message only when each has a first."""
        while len(self._workers) < min(self._most, len(jobs), waiting.new or bool(waiting)):
            self._workers.append(Worker())
        places = IN_FLIGHT * len(self._workers)
        for depth in range(IN_FLIGHT):
            for worker in self._workers:
                numbers = waiting.batch(places, WORTH_S) if worker.messages == depth else []
                if numbers:
                    worker.give(work, jobs, numbers)
        if not self._busy:
            self._workers[0].give(work, jobs, waiting.suspect())

    def _landed(self, waiting: Waiting) -> list[tuple[int, T | Lost]]:
        found: list[tuple[int, T | Lost]] = []
        for worker in list(self._workers):
            try:
                for message in worker.landed():
                    waiting.took(len(message.numbers), message.took_s)
                    found += zip(message.numbers, message.answers, strict=True)
                    self._false_starts = self._lost_in_a_row = 0
            except WorkerLost as loss:
                self._workers.remove(worker)
                found += [(number, Lost()) for number in self._given_up(loss, waiting)]
        return found

    def _given_up(self, loss: WorkerLost, waiting: Waiting) -> list[int]:
        """Jobs that have had their chances. Raises IncompleteRun when it is not the jobs."""
        waiting.put_back(loss.behind)
        self._false_starts += not loss.begun
        if self._false_starts >= MOST_FALSE_STARTS:
            raise IncompleteRun(
                "Worker processes end before they have begun. In a script of your own, the call belongs under "
                "`if __name__ == '__main__':`; else give the command again with --workers 1."
            )
        self._lost_in_a_row += 1
        if self._lost_in_a_row >= MOST_LOST_IN_A_ROW:
            raise IncompleteRun(
                f"{self._lost_in_a_row} worker processes in a row were lost, most often because memory ran out. Give "
                "the command again with fewer workers, such as --workers 1."
            )
        return waiting.lost(loss.at_work)


@contextmanager
def local_pool(workers: int) -> Iterator[LocalPool]:
    """Processes start when they are needed and end with the block, at once when it ends badly."""
    pool = LocalPool(workers)
    try:
        yield pool
    except BaseException:
        pool.kill()
        raise
    finally:
        pool.close()
