"""`detox-sim check`: are these files valid?"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import FLAG, Changes, Files
from sim.cli.terminal import write
from sim.errors import ScenarioError

Strict = Annotated[
    bool, typer.Option("--strict", metavar=FLAG, help="Refuse numbers without a source or an assumption.")
]


def check(
    files: Files,
    changes: Changes = None,
    strict: Strict = False,
) -> None:
    """Check files of scenarios, sweeps, searches and studies, and name every fault with its place.

    Of a sweep every point is tried, and nothing is run.

    Example: `detox-sim check my-unit.yaml --strict`
    """
    faults = [fault for file in files for fault in _reader(file)(file, changes or [], strict)]
    if faults:
        raise ScenarioError(faults)


def _reader(file: Path) -> Callable[[Path, list[str], bool], Iterator[str]]:
    """For what the file, or the shipped one of that name, speaks of."""
    from sim.scenario.finding import any_path
    from sim.scenario.reading.file_kinds import CALIBRATION, SEARCH, SWEEP, kind_of_file

    readers = {SWEEP: _sweep_faults, SEARCH: _search_faults, CALIBRATION: _calibration_faults}
    try:
        kind = kind_of_file(any_path(file))
    except ScenarioError:
        kind = None
    return readers.get(kind, _faults) if kind else _faults


def _faults(file: Path, changes: list[str], strict: bool) -> Iterator[str]:
    """Sentences about one file; a valid one is said to be so."""
    from sim.scenario.named import load
    from sim.scenario.reading.strict import unsourced

    try:
        loaded = load(file, changes)
    except ScenarioError as refused:
        yield from refused.faults
        return
    bare = unsourced(loaded)
    if strict and bare:
        yield from (f"{loaded.path}: {path}: has neither a source nor an assumption" for path in bare)
        return
    missing = f"; numbers without a source or an assumption: {len(bare)}" if bare else ""
    write(f"{loaded.path}: valid{missing}")


def _sweep_faults(file: Path, changes: list[str], strict: bool) -> Iterator[str]:
    from sim.experiments.sweep.reading import read_sweep_file
    from sim.scenario.finding import sweep_path
    from sim.scenario.reading.strict import unsourced

    if changes:
        yield f"{file}: is a sweep, which --set cannot change; 'set' in the file is accepted"
        return
    try:
        sweep = read_sweep_file(sweep_path(file))
    except ScenarioError as refused:
        yield from refused.faults
        return
    base = sweep.base.loaded
    bare = unsourced(base) if strict else []
    if bare:
        yield from (f"{base.path}: {path}: has neither a source nor an assumption" for path in bare)
        return
    left = len(sweep.points) - len(sweep.to_run)
    out = f", {left} left out" if left else ""
    write(f"{sweep.path}: valid; {len(sweep.to_run)} points to run{out}, replications of each: {sweep.replications}")


def _search_faults(file: Path, changes: list[str], strict: bool) -> Iterator[str]:
    from sim.experiments.find.reading import read_question
    from sim.scenario.finding import search_path
    from sim.scenario.reading.strict import unsourced

    if changes:
        yield f"{file}: is a search, which --set cannot change; 'set' in the file is accepted"
        return
    try:
        question = read_question(search_path(file))
    except ScenarioError as refused:
        yield from refused.faults
        return
    bare = unsourced(question.loaded) if strict else []
    yield from (f"{question.loaded.path}: {path}: has neither a source nor an assumption" for path in bare)
    if not bare:
        write(f"{question.path}: valid; {question.size} units to choose from")


def _calibration_faults(file: Path, changes: list[str], strict: bool) -> Iterator[str]:
    from sim.experiments.calibration.reading import read_study
    from sim.scenario.finding import calibration_path
    from sim.scenario.reading.strict import unsourced

    if changes:
        yield f"{file}: is a calibration study, which --set cannot change; change the scenario that it calibrates"
        return
    try:
        study = read_study(calibration_path(file))
    except ScenarioError as refused:
        yield from refused.faults
        return
    bare = unsourced(study.calibrated) if strict else []
    yield from (f"{study.calibrated.path}: {path}: has neither a source nor an assumption" for path in bare)
    if not bare:
        write(f"{study.path}: valid; values to find: {len(study.free)}, targets: {len(study.targets)}")
