"""Jobs that wait for a worker: which go together in one message, and which have killed the worker that had them."""

from collections import Counter, deque
from collections.abc import Sequence
from math import ceil

MOST_LOSSES = 3
"""Workers that one job may take with it before it is given up."""
NEWEST = 0.3
"""Weight of the latest message in the mean duration of a job."""


class Waiting:
    """Jobs are numbers here, from 0."""

    def __init__(self, jobs: int):
        self._new = deque(range(jobs))
        self._suspects: deque[int] = deque()
        self._losses: Counter[int] = Counter()
        self._alone: set[int] = set()
        self._each_s: float | None = None

    def __bool__(self) -> bool:
        return bool(self._new or self._suspects)

    @property
    def new(self) -> int:
        """How many jobs wait that are above suspicion."""
        return len(self._new)

    def batch(self, places: int, worth_s: float) -> list[int]:
        """Jobs for one of `places` messages: with `worth_s` of work, and no more than its part of what is left."""
        fair = ceil(len(self._new) / places) if places else 0
        worth = ceil(worth_s / self._each_s) if self._each_s else 1
        return [self._new.popleft() for _ in range(min(fair, worth))]

    def suspect(self) -> list[int]:
        """One job of those that were with a lost worker, to be run while nothing else is; or none."""
        if self._new or not self._suspects:
            return []
        self._alone.add(self._suspects[0])
        return [self._suspects.popleft()]

    def ran_alone(self, jobs: Sequence[int]) -> bool:
        """Whether they are one suspect, whose worker no other job can have taken."""
        return self._alone.issuperset(jobs)

    def took(self, jobs: int, seconds: float) -> None:
        """A message with so many jobs kept its worker busy for so long."""
        each_s = seconds / jobs
        self._each_s = each_s if self._each_s is None else NEWEST * each_s + (1 - NEWEST) * self._each_s

    def put_back(self, jobs: Sequence[int]) -> None:
        """They never ran: their worker was lost with another job, or left."""
        self._alone.difference_update(jobs)
        self._new.extendleft(reversed(jobs))

    def lost(self, jobs: Sequence[int]) -> list[int]:
        """Their worker was lost while it had them. Returns those to give up; the others run again, each alone."""
        self._losses.update(jobs)
        given_up = [job for job in jobs if self._losses[job] >= MOST_LOSSES]
        self._suspects.extendleft(job for job in reversed(jobs) if job not in given_up)
        return given_up
