"""What has been run: the values that the question asks about, by point and replication."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isnan, nan

import numpy as np
from numpy.typing import NDArray

from sim.errors import IncompleteRun
from sim.experiments.driving import Failed, Outcome, Values
from sim.experiments.find.question import Question
from sim.experiments.replication import Job
from sim.scenario import Scenario
from sim.scenario.tree.place import Refused

Floats = NDArray[np.float64]
Run = Callable[[Sequence[Job]], Sequence[Outcome]]
"""The outcome of each job, in their order; what has run is not run again."""

BASE = -1
"""Stands for the scenario as it is."""


class Runs:
    """Every replication so far. Replication r of each point meets the same luck."""

    def __init__(self, question: Question, run: Run):
        self._question, self._run = question, run
        self._known: dict[int, list[tuple[float, ...]]] = {}
        self._scenarios: dict[int, Scenario] = {}
        self.failed: dict[int, str] = {}
        """Points that cannot be used, and why."""
        self.spent = 0
        """Replications asked for."""

    @property
    def points(self) -> list[int]:
        """Those that have run without a fault, in the order in which they were first looked at."""
        return [number for number in self._known if number not in self.failed]

    @property
    def looked_at(self) -> int:
        """Points that have been run, or could not be."""
        return len(self._known.keys() | self.failed.keys())

    def n(self, number: int) -> int:
        """Replications of a point."""
        return len(self._known.get(number, ()))

    def sample(self, number: int) -> Floats:
        """Cost and margins; shape (replications, 1 + targets)."""
        return np.array(self._known[number])[:, :-1]

    def access(self, number: int) -> Floats:
        """The measure that the front shows; shape (replications,)."""
        return np.array(self._known[number])[:, -1]

    def extend(self, wanted: Mapping[int, int]) -> None:
        """Run points up to so many replications each. Raises what running raises, and IncompleteRun for a failure that
        another try may not meet.

        A point that fails for good, is no valid scenario or has not every value is taken out.
        """
        plan = [(number, job) for number, n in wanted.items() for job in self._jobs(number, range(self.n(number), n))]
        self.spent += len(plan)
        for (number, job), outcome in zip(plan, self._run([job for _, job in plan]), strict=True):
            self._keep(number, job.replication, outcome)

    def fresh(self, number: int, replications: range) -> list[Values]:
        """Every value of a point, or of `BASE`, in replications that the search does not see; none of failed ones."""
        found: list[Values] = []
        for outcome in self._run(self._jobs(number, replications)):
            if isinstance(outcome, Failed):
                self._stop_at_what_may_pass(number, outcome)
            found.append({} if isinstance(outcome, Failed) else outcome)
        return found

    def _jobs(self, number: int, replications: range) -> list[Job]:
        scenario = self._scenario(number)
        if scenario is None:
            return []
        return [Job(self._name(number), scenario, replication) for replication in replications]

    def _name(self, number: int) -> str:
        return self._question.loaded.identity if number == BASE else self._question.said(number)

    def _scenario(self, number: int) -> Scenario | None:
        if number == BASE:
            return self._question.loaded.scenario
        if number not in self._scenarios and number not in self.failed:
            try:
                self._scenarios[number] = self._question.scenario(number)
            except Refused as problem:
                fault = problem.found[0]
                self.failed[number] = f"{fault.path} {fault.says}"
        return self._scenarios.get(number)

    def _keep(self, number: int, replication: int, outcome: Outcome) -> None:
        if isinstance(outcome, Failed):
            self._stop_at_what_may_pass(number, outcome)
            self.failed.setdefault(number, outcome.reason)
            return
        row = tuple(_row(self._question, outcome))
        unseen = [name for name, value in zip(_names(self._question), row, strict=True) if isnan(value)]
        if unseen:
            self.failed.setdefault(number, f"{unseen[0]} was never seen in replication {replication}")
        self._known.setdefault(number, []).append(row)

    def _stop_at_what_may_pass(self, number: int, failed: Failed) -> None:
        """Raises IncompleteRun for a failure that says nothing of the point: another try may do better."""
        if not failed.lasting:
            raise IncompleteRun(
                f"{self._question.path}: with {self._name(number)}: {failed.reason}. What is finished is kept, and "
                "the same command goes on; should it stop here again, leave this unit out with 'only_if'"
            )


def _names(question: Question) -> Iterator[str]:
    yield question.wish.measure.name
    yield from (target.measure.name for target in question.targets)
    yield question.access.name


def _row(question: Question, values: Values) -> Iterator[float]:
    yield question.wish.cost(values.get(question.wish.measure.name, nan))
    yield from (target.margin(values.get(target.measure.name, nan)) for target in question.targets)
    yield values.get(question.access.name, nan)
