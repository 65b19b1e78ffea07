"""What `find` does: read, plan, search, save, and say what was found."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import typer

from sim.cli.find_outlook import outlook
from sim.cli.find_words import change, sureness
from sim.cli.progress import progress
from sim.cli.study import cores, refuse_a_place_that_cannot_hold_results
from sim.cli.terminal import complain, results, write
from sim.errors import IncompleteRun
from sim.experiments.driving import Hands
from sim.experiments.find.budget import Budget, Clock, read_budget
from sim.experiments.find.earlier import ANSWER, STORE, Earlier, earlier
from sim.experiments.find.facts import FACTS
from sim.experiments.find.finding import Found, driven, find
from sim.experiments.find.plan import Plan
from sim.experiments.find.question import Question
from sim.experiments.find.reading import read_question
from sim.experiments.find.saving import folder_of, save
from sim.experiments.find.telling import Said
from sim.scenario.finding import search_path
from sim.version import PROGRAM

HEADS = ("Recommended: ", "Best so far: ", "Nearest: ")
"""How the line that matters most begins."""
REPORT = "report.html"


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
    before = earlier(folder, question)
    if before.covers(question, budget, asked.looks):
        sure = before.sure
        if not asked.quiet:
            done = "is done already" if sure else "has had as much already"
            more = "A larger --looks goes on." if sure else "A --budget, or a larger --looks, goes on."
            complain(f"{folder}: {done}; this is what it found. {more}")
    else:
        sure = _searched(asked, question, budget, folder, before)
    _show(folder, asked.quiet)
    if not sure and budget == Budget():
        raise IncompleteRun(
            f"{question.path}: {question.replications} replications were not enough to be sure; a larger number under "
            "'replications', or --budget, goes on from here"
        )


def _searched(asked: FindAsked, question: Question, budget: Budget, folder: Path, before: Earlier) -> bool:
    """Search and save; whether it came to an end."""
    if before.other:
        complain(
            f"{folder}: was made from another version of this file, or of a scenario that it uses; of what had run, "
            "all that still fits is kept"
        )
    try:
        found = _found(asked, question, budget, folder, before)
    except KeyboardInterrupt:
        complain(f"{folder}: what is finished is kept here; the same command goes on with the rest.")
        raise
    said = _said(found)
    save(found, folder, asked.line(found), datetime.now().astimezone(), said, _text(found, said))
    _report(folder)
    return found.search.ended == "sure"


def _found(asked: FindAsked, question: Question, budget: Budget, folder: Path, before: Earlier) -> Found:
    """Search, going on from what the folder holds."""
    clock = Clock(budget.seconds, before.replication_s)
    known = replace(before.known, fixed=asked.looks is not None)
    hands = Hands(asked.workers or cores(), asked.cluster)
    with progress(asked.quiet) as tell, driven(hands, folder / STORE, clock, tell) as run:
        return find(question, budget, run, clock, lambda plan: _tell(plan, budget, asked.quiet), known)


def _said(found: Found) -> Said:
    from sim.cli.find_afresh import afresh

    return {"change": [change(found)], "afresh": list(afresh(found)), "sureness": list(sureness(found))}


def _text(found: Found, said: Said) -> str:
    from sim.cli.find_summary import answer_text

    return answer_text(found, said)


def _report(folder: Path) -> None:
    from reports.find import write_report

    write_report(folder)


def _show(folder: Path, quiet: bool) -> None:
    """What was saved."""
    if not quiet:
        for line in (folder / ANSWER).read_text(encoding="utf-8").splitlines():
            results().print(line, style="bold" if line.startswith(HEADS) else None, soft_wrap=True)
        write("")
    scenario = json.loads((folder / FACTS).read_text(encoding="utf-8"))["found_scenario"]
    write(f"Scenario: {folder / scenario}")
    write(f"Report:   {folder / REPORT}")
    write(f"Results:  {folder}")


def _budget(asked: FindAsked) -> Budget:
    try:
        return read_budget(asked.budget) if asked.budget else Budget()
    except ValueError as problem:
        raise typer.BadParameter(f"'{asked.budget}': {problem}", param_hint="--budget") from None


def _tell(plan: Plan, budget: Budget, quiet: bool) -> None:
    """Beside the results, as all that is no answer."""
    for sentence in () if quiet else outlook(plan, budget):
        complain(sentence)
