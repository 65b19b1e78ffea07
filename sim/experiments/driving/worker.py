"""One worker process with the messages it has: jobs go in by the batch, answers come back in the same order."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context
from typing import Generic, TypeVar

from sim.experiments.driving.message import work_off
from sim.experiments.driving.processes import begin, interrupts_held, one_thread_each
from sim.experiments.replication import Job

T = TypeVar("T")


@dataclass(frozen=True)
class Landed(Generic[T]):
    """What came of one message."""

    numbers: Sequence[int]
    answers: Sequence[T]
    took_s: float


class WorkerLost(Exception):
    """The process has ended."""

    def __init__(self, begun: bool, at_work: Sequence[int], behind: Sequence[int]):
        self.begun = begun
        """Whether it had started to work at all."""
        self.at_work = at_work
        """What it was at, if anything."""
        self.behind = behind
        """What it had not come to."""
        super().__init__()


class Worker(Generic[T]):
    """A process with an executor to itself: when it is lost, it is known which jobs it had, and others go on."""

    def __init__(self) -> None:
        self._executor = ProcessPoolExecutor(1, get_context("spawn"), initializer=begin)
        with one_thread_each(), interrupts_held():
            self._start = self._executor.submit(_nothing)
        self._flying: dict[Future[tuple[list[T], float]], Sequence[int]] = {}
        self._refused: list[int] = []
        """Given when it was lost already."""

    @property
    def messages(self) -> int:
        """How many it has not answered."""
        return len(self._flying) + bool(self._refused)

    @property
    def futures(self) -> list["Future[tuple[list[T], float]]"]:
        """Those that end with an answer or with the process."""
        return list(self._flying)

    def give(self, work: Callable[[Job], T], jobs: Sequence[Job], numbers: Sequence[int]) -> None:
        """Send the jobs with these numbers."""
        try:
            message = self._executor.submit(work_off, work, [jobs[number] for number in numbers])
        except BrokenProcessPool:
            self._refused += numbers
        else:
            self._flying[message] = numbers

    def landed(self) -> Iterator[Landed[T]]:
        """Messages that have been answered, in order. Raises what the work raised, and WorkerLost."""
        while self._flying:
            message, numbers = next(iter(self._flying.items()))
            if not message.done():
                return
            if isinstance(message.exception(), BrokenProcessPool):
                raise self._loss()
            del self._flying[message]
            yield Landed(numbers, *message.result())
        if self._refused:
            raise self._loss()

    def kill(self) -> None:
        """Stop the process in the middle of its work."""
        for process in list((self._executor._processes or {}).values()):
            process.terminate()

    def end(self) -> None:
        """See the process off, which has nothing to do, was killed or is lost."""
        self._executor.shutdown(cancel_futures=True)

    def _loss(self) -> WorkerLost:
        self.end()
        begun = self._start.done() and self._start.exception() is None
        messages = list(self._flying.values())
        at_work, behind = (messages[:1], messages[1:]) if begun else ([], messages)
        return WorkerLost(begun, list(chain(*at_work)), [*chain(*behind), *self._refused])


def _nothing() -> None:
    """The first message of a process: when it is answered, the process has begun."""
