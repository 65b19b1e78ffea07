"""The driver: jobs go in, outcomes come out in the same order, and what is known is not run again."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from sim.experiments.driving.hands import Hands
from sim.experiments.driving.keeping import Keeping
from sim.experiments.driving.keys import Keys
from sim.experiments.driving.landing import LOST, Landing, Run
from sim.experiments.driving.local import LocalPool, Lost, local_pool
from sim.experiments.driving.outcome import Outcome, outcome_of
from sim.experiments.driving.store import opened
from sim.experiments.replication import Job

Tell = Callable[[int, int], None]
"""Told how many jobs are done and kept, and of how many."""


def nothing(_done: int, _total: int) -> None:
    """Progress that nobody wants to see."""


class Drive:
    """Runs one list of jobs after another; worker processes stay in between."""

    def __init__(self, run: Run, keeping: Keeping, tell: Tell):
        self._run, self._keeping, self._tell = run, keeping, tell

    def __call__(self, jobs: Sequence[Job]) -> list[Outcome]:
        """The outcome of each job, in their order; what the store holds is not run again.

        All outcomes are held in memory, about 10 kB each: a long list is better given in parts.
        Raises ResultsError when the store cannot be used and IncompleteRun when work could not be finished.
        """
        of_job = Keys().of
        keys = [of_job(job) for job in jobs]
        wanted = Counter(keys)
        found = self._keeping.held(wanted)
        told = _Told(self._tell, wanted, found)
        missing = {key: job for key, job in zip(keys, jobs, strict=True) if key not in found}
        try:
            for outcomes in self._landing(missing):
                found |= outcomes
                told.more(self._keeping.keep_when_due())
        finally:
            told.more(self._keeping.keep())
        return [found[key] for key in keys]

    def _landing(self, missing: Mapping[str, Job]) -> Iterator[dict[str, Outcome]]:
        keys = list(missing)
        with closing(self._run(list(missing.values()))) as landing:
            for some in landing:
                outcomes = {keys[number]: outcome for number, outcome in some}
                for key, outcome in outcomes.items():
                    self._keeping.add(key, outcome)
                yield outcomes


class _Told:
    """Progress over one list of jobs."""

    def __init__(self, tell: Tell, wanted: Mapping[str, int], found: Mapping[str, Outcome]):
        self._tell, self._wanted = tell, wanted
        self._done, self._total = sum(wanted[key] for key in found), sum(wanted.values())
        tell(self._done, self._total)

    def more(self, safe: Mapping[str, Outcome]) -> None:
        """These are done, and kept."""
        for key in safe:
            self._done += self._wanted[key]
            self._tell(self._done, self._total)


@contextmanager
def driver(hands: Hands, store: Path | None = None, tell: Tell = nothing) -> Iterator[Drive]:
    """Something to run jobs with, many times; `store` keeps what is done, and without one memory does.

    Raises ResultsError when the store cannot be used and IncompleteRun when there is no cluster where there should be.
    """
    with opened(store) as kept, _runs(hands) as run:
        yield Drive(run, Keeping(kept), tell)


def _runs(hands: Hands) -> AbstractContextManager[Run]:
    if hands.cluster is None:
        return _local_run(hands.workers)
    from sim.experiments.driving.cluster import cluster_run

    return cluster_run(hands.cluster)


@contextmanager
def _local_run(workers: int) -> Iterator[Run]:
    with local_pool(workers) as pool:
        yield lambda jobs: _landing(pool, jobs)


def _landing(pool: LocalPool, jobs: Sequence[Job]) -> Landing:
    with closing(pool.run(outcome_of, jobs)) as landing:
        for some in landing:
            yield [(number, LOST if isinstance(outcome, Lost) else outcome) for number, outcome in some]
