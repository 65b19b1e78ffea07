"""What `run` and `compare` share: simulate, save, report, sum up."""

import os
from collections.abc import Sequence
from pathlib import Path

from sim.cli.asked import Asked
from sim.cli.beforehand import say_beforehand
from sim.cli.progress import progress
from sim.cli.summary import print_summary
from sim.cli.terminal import write
from sim.cli.wishes import comparing, precision
from sim.errors import ResultsError
from sim.experiments.comparable import distinct_ids
from sim.experiments.experiment import Study, run_experiment
from sim.experiments.precision.beforehand import beforehand
from sim.experiments.results import Results, save
from sim.experiments.results_reader import read_results
from sim.scenario.named import load


def study(asked: Asked) -> None:
    """Carry out what was asked. Raises the faults of each step; until the results are saved nothing is written."""
    loaded = [load(file, asked.changes, asked.replications, asked.seed) for file in asked.files]
    refuse_a_place_that_cannot_hold_results(asked.out)
    scenarios = [each.scenario for each in loaded]
    known = [measure.name for measure in Study.of(distinct_ids(loaded), scenarios).measures]
    how, precisely = comparing(asked, known), precision(asked, known)
    if not asked.quiet:
        replications = None if precisely else scenarios[0].run.replications
        say_beforehand(beforehand(dict(zip(distinct_ids(loaded), scenarios, strict=True)), replications), loaded)
    with progress(asked.quiet) as tell:
        results = run_experiment(loaded, asked.workers or cores(), tell, asked.events, how, precisely)
    finish(results, asked, asked.line())


def finish(results: Results, asked: Asked, line: Sequence[str]) -> None:
    """Save, write the report and sum up; `line` is the command line that repeats the study."""
    from reports import write_report
    from reports.workbook import write_workbook

    saved = read_results(save(results, asked.out, line))
    page, workbook = write_report(saved), write_workbook(saved)
    if not asked.quiet:
        print_summary(saved)
    write(f"Report:   {page}")
    write(f"Workbook: {workbook}")
    write(f"Results:  {saved.folder}")


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def refuse_a_place_that_cannot_hold_results(out: Path) -> None:
    """Better now than after an hour of work."""
    there = next((folder for folder in (out, *out.absolute().parents) if folder.exists()), out)
    if not there.is_dir():
        raise ResultsError(f"{out}: {there} is a file; a folder is accepted for results")
    if not os.access(there, os.W_OK):
        raise ResultsError(f"{out}: you may not write to {there}; choose another folder with --out")
