"""A whole search: plan, look, tell apart, run the choice again, sum up."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sim.errors import IncompleteRun, ScenarioError
from sim.experiments.driving import Hands, Outcome, driver
from sim.experiments.find.afresh import answered
from sim.experiments.find.answer import Answer
from sim.experiments.find.budget import Budget, Clock, budget_of
from sim.experiments.find.explorer import BATCH, START, Explorer
from sim.experiments.find.guess import Guess, guesses
from sim.experiments.find.plan import Known, Plan, planned, reserved
from sim.experiments.find.question import Question
from sim.experiments.find.runs import Run, Runs
from sim.experiments.find.search import Search
from sim.experiments.replication import Job
from sim.experiments.runner import Progress

SPARE = 1.5
"""Times the time that replications take, of a budget that is said to hold them."""
Said = Callable[[Plan], None]
"""Told what is planned, before the search begins."""


@dataclass(frozen=True)
class Found:
    """A search and what came of it."""

    plan: Plan
    search: Search
    answer: Answer
    guesses: tuple[Guess, ...]
    """How well the surrogate predicts what it has not seen; none when all points were looked at."""


def find(question: Question, budget: Budget, run: Run, clock: Clock, say: Said, known: Known) -> Found:
    """Search and confirm; what is found depends on the question and on how far the budget reaches, on nothing else.

    Raises ScenarioError when no point is a valid scenario, ModelError when a run does not add up, IncompleteRun when
    running cannot go on or when the budget holds not even a first look.
    """
    plan = planned(question, Runs(question, run), budget, clock, known)
    say(plan)
    runs = Runs(plan.question, run)
    explorer, reserve = Explorer(plan.question, runs), reserved(question)
    search = Search(plan.question, runs, explorer, plan.most, clock, reserve, known.spent)
    search.go()
    if not runs.points:
        raise _nothing(search)
    guessed = guesses(search.explorer, plan.question) if plan.question.guided else ()
    return Found(plan, search, answered(search), guessed)


def _nothing(search: Search) -> ScenarioError | IncompleteRun:
    question = search.question
    if search.runs.failed:
        number, reason = next(iter(search.runs.failed.items()))
        return ScenarioError(
            f"{question.path}: none of the {search.runs.looked_at} units looked at could be run; with "
            f"{question.said(number)}: {reason}"
        )
    first, second = min(BATCH, question.looks) * START, search.clock.replication_s
    takes = f"{first} replications beside the {search.reserve} of the answer"
    more = f"--budget {budget_of((first + search.reserve) * second * SPARE)}" if second else "more"
    return IncompleteRun(
        f"{question.path}: the budget ends before the first units are looked at, which takes {takes}; "
        f"give the command again with {more}"
    )


@contextmanager
def driven(hands: Hands, store: Path | None, clock: Clock, progress: Progress) -> Iterator[Run]:
    """A driver whose progress is counted over the whole search, and by the clock."""
    counted = _Counted(clock, progress)
    with driver(hands, store, counted.tell) as drive:
        yield counted.around(drive)


class _Counted:
    """Replications of all batches so far; nobody knows how many there will be."""

    def __init__(self, clock: Clock, progress: Progress):
        self._clock, self._progress, self._before = clock, progress, 0

    def tell(self, done: int, total: int) -> None:
        """Of the batch under way."""
        self._clock.tell(done, total)
        self._progress(self._before + done, self._before + total)

    def around(self, run: Run) -> Run:
        """The same, whose batches are added up."""

        def counted(jobs: Sequence[Job]) -> Sequence[Outcome]:
            outcomes = run(jobs)
            self._before += len(jobs)
            return outcomes

        return counted
