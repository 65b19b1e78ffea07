"""Worker processes: a few jobs in flight at a time, and a quick, quiet end when the work is stopped."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from sim.errors import IncompleteRun
from sim.experiments.replication import Job, run_one
from sim.experiments.tables import Frames

IN_FLIGHT = 2
"""Jobs per worker that are under way or ready to start: no worker waits for the next one."""
LISTEN_S = 0.5
"""Windows hears Ctrl-C between waits only."""
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

_plan: Sequence[Job] = ()
"""In a worker: the whole plan, sent once, so that a job is a number on the wire."""


def run_in_pool(plan: Sequence[Job], workers: int, progress: Callable[[int, int], None]) -> list[Frames]:
    """Tables of each job, in the order of the plan.

    Raises what a job raises, and IncompleteRun when a worker is lost.
    """
    done: dict[int, Frames] = {}
    try:
        with worker_pool(plan, workers) as pool:
            for number, frames in _as_completed(pool, len(plan), IN_FLIGHT * workers):
                done[number] = frames
                progress(len(done), len(plan))
    except BrokenProcessPool as fault:
        raise IncompleteRun(
            f"A worker process was lost after {len(done)} of {len(plan)} replications, most often because memory ran "
            "out; nothing was saved. Give the command again with fewer workers, such as --workers 1."
        ) from fault
    return [done[number] for number in range(len(plan))]


def _as_completed(pool: ProcessPoolExecutor, jobs: int, window: int) -> Iterator[tuple[int, Frames]]:
    """(number, tables) of each job as it ends, with no more than `window` handed out at a time."""
    waiting = iter(range(jobs))
    flying: dict[Future[Frames], int] = {}
    while True:
        with interrupts_held():
            flying |= {pool.submit(_run, number): number for number in islice(waiting, window - len(flying))}
        if not flying:
            return
        for future in wait(flying, timeout=LISTEN_S, return_when=FIRST_COMPLETED).done:
            yield flying.pop(future), future.result()


@contextmanager
def worker_pool(plan: Sequence[Job], workers: int) -> Iterator[ProcessPoolExecutor]:
    with _one_thread_each():
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_start, initargs=(plan,))
        try:
            yield pool
        except BaseException:
            # A replication takes seconds, and nobody wants its result any more.
            for process in list((pool._processes or {}).values()):
                process.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _start(plan: Sequence[Job]) -> None:
    """What a worker does first. Ctrl-C reaches the whole process group; only the parent answers it."""
    global _plan  # noqa: PLW0603 - a worker process is a world of its own
    _plan = plan
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    """A parent that is killed says nothing; without this its workers would wait for jobs for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(number: int) -> Frames:
    return run_one(_plan[number])


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Workers share the cores already. Their libraries read this on being loaded, before any code of ours runs."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C waits while processes start, which inherit that; else each would die of it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
