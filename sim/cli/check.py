"""`detox-sim check`: are these files valid?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import FLAG, Changes, Files
from sim.cli.terminal import write
from sim.errors import ScenarioError

if TYPE_CHECKING:
    from sim.scenario.reading.load import LoadedScenario

Strict = Annotated[
    bool, typer.Option("--strict", metavar=FLAG, help="Refuse numbers without a source or an assumption.")
]


@dataclass(frozen=True)
class _Valid:
    """A file without a fault."""

    path: Path
    scenario: "LoadedScenario"
    """Whose numbers need grounds: that of the file, or the one that it speaks of."""
    says: str
    """What there is to say of it, after `valid`."""


def check(
    files: Files,
    changes: Changes = None,
    strict: Strict = False,
) -> None:
    """Check files of scenarios, sweeps, searches and studies, and name every fault with its place.

    Of a sweep every point is tried, and nothing is run.

    Example: `detox-sim check my-unit.yaml --strict`
    """
    faults = [fault for file in files for fault in _faults(file, changes or [], strict)]
    if faults:
        raise ScenarioError(faults)


def _faults(file: Path, changes: list[str], strict: bool) -> Iterator[str]:
    """Sentences about one file; a valid one is said to be so."""
    from sim.scenario.reading.strict import unsourced

    try:
        valid = _reader(file)(file, changes)
    except ScenarioError as refused:
        yield from refused.faults
        return
    bare = unsourced(valid.scenario) if strict else []
    yield from (f"{valid.scenario.path}: {path}: has neither a source nor an assumption" for path in bare)
    if not bare:
        write(f"{valid.path}: valid{valid.says}")


def _reader(file: Path) -> Callable[[Path, list[str]], _Valid]:
    """For what the file, or the shipped one of that name, speaks of; it raises ScenarioError."""
    from sim.scenario.finding import any_path
    from sim.scenario.reading.file_kinds import CALIBRATION, SEARCH, SWEEP, kind_of_file

    readers = {SWEEP: _sweep, SEARCH: _search, CALIBRATION: _calibration}
    try:
        kind = kind_of_file(any_path(file))
    except ScenarioError:
        kind = None
    return readers.get(kind, _scenario) if kind else _scenario


def _scenario(file: Path, changes: list[str]) -> _Valid:
    from sim.scenario.named import load
    from sim.scenario.reading.strict import unsourced

    loaded = load(file, changes)
    bare = len(unsourced(loaded))
    return _Valid(loaded.path, loaded, f"; numbers without a source or an assumption: {bare}" if bare else "")


def _sweep(file: Path, changes: list[str]) -> _Valid:
    from sim.experiments.sweep.reading import read_sweep_file
    from sim.scenario.finding import sweep_path

    _refuse_changes(file, changes, "is a sweep", "'set' in the file is accepted")
    sweep = read_sweep_file(sweep_path(file))
    left = len(sweep.points) - len(sweep.to_run)
    out = f", {left} left out" if left else ""
    says = f"; {len(sweep.to_run)} points to run{out}, replications of each: {sweep.replications}"
    return _Valid(sweep.path, sweep.base.loaded, says)


def _search(file: Path, changes: list[str]) -> _Valid:
    from sim.experiments.find.reading import read_question
    from sim.scenario.finding import search_path

    _refuse_changes(file, changes, "is a search", "'set' in the file is accepted")
    question = read_question(search_path(file))
    return _Valid(question.path, question.loaded, f"; {question.size} units to choose from")


def _calibration(file: Path, changes: list[str]) -> _Valid:
    from sim.experiments.calibration.reading import read_study
    from sim.scenario.finding import calibration_path

    _refuse_changes(file, changes, "is a calibration study", "change the scenario that it calibrates")
    study = read_study(calibration_path(file))
    says = f"; values to find: {len(study.free)}, targets: {len(study.targets)}"
    return _Valid(study.path, study.calibrated, says)


def _refuse_changes(file: Path, changes: list[str], what: str, instead: str) -> None:
    if changes:
        raise ScenarioError(f"{file}: {what}, which --set cannot change; {instead}")
