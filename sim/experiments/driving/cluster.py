"""Jobs on a Dask cluster. Tasks are raw futures that are looked at again and again, and sent anew when they are lost.

The workers need the same version of the program, which each task checks. It is not sent to them: they need its
libraries in any case, and a package that is sent to a worker that has run an older one leaves parts of both.
"""

import pickle
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sim.errors import IncompleteRun
from sim.experiments.driving.landing import LOST, Landing, Run
from sim.experiments.driving.message import Errand, OtherProgram
from sim.experiments.driving.outcome import Outcome
from sim.experiments.driving.program import differences
from sim.experiments.driving.scheduler import ANSWER_S, Scheduler, connected
from sim.experiments.driving.waiting import Waiting
from sim.experiments.replication import Job

if TYPE_CHECKING:
    from distributed import Future

Flying = dict["Future[Any]", list[int]]
"""Tasks that are not answered, with the numbers of their jobs."""

TASK_S = 0.002
"""What the scheduler does for one task, one after the other."""
SHARE = 10
"""The scheduler may be busy one part in so many of the time."""
LEAST_WORTH_S = 0.1
IN_FLIGHT = 2
"""Messages for each thread of a worker: under way, or there when that is done."""
POLL_S = 0.02
KEPT = "What was finished is kept."


@contextmanager
def cluster_run(address: str) -> Iterator[Run]:
    """Raises IncompleteRun when there is no scheduler at the address; running, when it goes or cannot do the work."""
    with connected(address) as scheduler:
        yield lambda jobs: _landing(scheduler, jobs)


def _landing(scheduler: Scheduler, jobs: Sequence[Job]) -> Landing:
    waiting, flying = Waiting(len(jobs)), Flying()
    try:
        while waiting or flying:
            if scheduler.running:
                _hand_out(scheduler, jobs, waiting, flying)
            time.sleep(POLL_S)
            yield list(_landed(waiting, flying))
    finally:
        # The scheduler forgets tasks whose futures are gone.
        flying.clear()


def _hand_out(scheduler: Scheduler, jobs: Sequence[Job], waiting: Waiting, flying: Flying) -> None:
    threads = scheduler.threads
    places, worth_s = IN_FLIGHT * threads, max(LEAST_WORTH_S, threads * TASK_S * SHARE)
    while len(flying) < places:
        numbers = waiting.batch(places, worth_s) or ([] if flying else waiting.suspect())
        if not numbers:
            return
        errand = pickle.dumps(Errand([jobs[number] for number in numbers]))
        flying[scheduler.submit(pickle.loads, errand)] = numbers


def _landed(waiting: Waiting, flying: Flying) -> Iterator[tuple[int, Outcome]]:
    from distributed import CancelledError, KilledWorker

    for future in [future for future in flying if future.status != "pending"]:
        numbers = flying.pop(future)
        try:
            yield from _answers(future, numbers, waiting)
        except (CancelledError, TimeoutError):
            waiting.put_back(numbers)
        except KilledWorker:
            # The scheduler has tried it with several workers, but blames whatever waited there with the culprit too.
            given_up = numbers if waiting.ran_alone(numbers) else waiting.lost(numbers)
            yield from ((number, LOST) for number in given_up)
        except OtherProgram as other:
            raise IncompleteRun(
                f"A worker of the cluster has another version of the program: {differences(other.args[0])}. Install "
                f"the same there, start it again, and give the same command again. {KEPT}"
            ) from other
        except Exception as problem:
            raise IncompleteRun(
                f"The cluster cannot do this work ({type(problem).__name__}: {problem}). Its workers need the same "
                f"detox-sim as this machine; give the same command again when they have it. {KEPT}"
            ) from problem


def _answers(future: "Future[Any]", numbers: list[int], waiting: Waiting) -> Iterator[tuple[int, Outcome]]:
    """Raises what the task raised, CancelledError when it was lost and TimeoutError when the answer does not come."""
    if future.status == "lost":
        raise TimeoutError
    answers, took_s = future.result(ANSWER_S)
    waiting.took(len(numbers), took_s)
    yield from zip(numbers, answers, strict=True)
