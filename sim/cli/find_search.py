"""What `find` does: read, plan, search, save, and say what was found."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from sim.cli.endings import PROGRAM
from sim.cli.find_summary import print_answer
from sim.cli.find_words import outlook
from sim.cli.progress import progress
from sim.cli.study import cores, refuse_a_place_that_cannot_hold_results
from sim.cli.terminal import complain, write
from sim.errors import IncompleteRun
from sim.experiments.driving import Hands
from sim.experiments.find.budget import Budget, Clock, read_budget
from sim.experiments.find.finding import Found, driven, find
from sim.experiments.find.plan import Known, Plan
from sim.experiments.find.question import Question
from sim.experiments.find.reading import read_question
from sim.experiments.find.saving import STORE, earlier, folder_of, save
from sim.scenario.finding import search_path


@dataclass(frozen=True)
class FindAsked:
    """The words of the command line; None where the file, or the machine, decides."""

    file: Path
    budget: str | None
    looks: int | None
    workers: int | None
    cluster: str | None
    out: Path
    quiet: bool

    def line(self, found: Found) -> list[str]:
        """The words that repeat the search without a clock."""
        words = [PROGRAM, "find", self.file.as_posix(), "--budget", f"{found.search.runs.spent} replications"]
        return [*words, "--looks", str(found.plan.question.looks)]


def find_search(asked: FindAsked) -> None:
    """Carry out what was asked. Raises the faults of each step, and IncompleteRun when all is saved but not sure."""
    budget = _budget(asked)
    question = read_question(search_path(asked.file), asked.looks)
    refuse_a_place_that_cannot_hold_results(asked.out)
    folder = folder_of(question, asked.out)
    try:
        found = _found(asked, question, budget, folder)
    except KeyboardInterrupt:
        complain(f"{folder}: what is finished is kept here; the same command goes on with the rest.")
        raise
    scenario = save(found, folder, asked.line(found), datetime.now().astimezone())
    if not asked.quiet:
        print_answer(found)
    write(f"Scenario: {scenario}")
    write(f"Results:  {folder}")
    if found.search.ended != "sure" and budget == Budget():
        raise IncompleteRun(
            f"{question.path}: {question.replications} replications were not enough to be sure; a larger number under "
            "'replications', or --budget, goes on from here"
        )


def _found(asked: FindAsked, question: Question, budget: Budget, folder: Path) -> Found:
    """Search, going on from what the folder holds."""
    before = earlier(folder)
    same = before.text == question.text and (folder / STORE).exists()
    if before.text is not None and not same:
        complain(f"{folder}: was made from another version of this file; of what had run, all that still fits is kept")
    clock = Clock(budget.seconds, before.replication_s)
    known = Known(before.looks if same else 0, before.spent if same else 0, asked.looks is not None)
    hands = Hands(asked.workers or cores(), asked.cluster)
    with progress(asked.quiet) as tell, driven(hands, folder / STORE, clock, tell) as run:
        return find(question, budget, run, clock, lambda plan: _tell(plan, budget, asked.quiet), known)


def _budget(asked: FindAsked) -> Budget:
    try:
        return read_budget(asked.budget) if asked.budget else Budget()
    except ValueError as problem:
        raise typer.BadParameter(f"'{asked.budget}': {problem}", param_hint="--budget") from None


def _tell(plan: Plan, budget: Budget, quiet: bool) -> None:
    """Beside the results, as all that is no answer."""
    for sentence in () if quiet else outlook(plan, budget):
        complain(sentence)
