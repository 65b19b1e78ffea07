"""`detox-sim check`: are these scenario files valid?"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import FLAG, Changes, Files
from sim.cli.terminal import write
from sim.errors import ScenarioError

AXES = re.compile(rb"^axes[ ]*:", re.MULTILINE)
CHOOSE = re.compile(rb"^choose[ ]*:", re.MULTILINE)
MOST_BYTES = 250_000

Strict = Annotated[
    bool, typer.Option("--strict", metavar=FLAG, help="Refuse numbers without a source or an assumption.")
]


def check(
    files: Files,
    changes: Changes = None,
    strict: Strict = False,
) -> None:
    """Check files of scenarios, sweeps and searches, and name every fault with its place.

    Of a sweep every point is tried, and nothing is run.

    Example: `detox-sim check my-unit.yaml --strict`
    """
    faults = [fault for file in files for fault in _reader(file)(file, changes or [], strict)]
    if faults:
        raise ScenarioError(faults)


def _reader(file: Path) -> Callable[[Path, list[str], bool], Iterator[str]]:
    """For what the file, or the shipped one of that name, speaks of: axes and choices are in no scenario."""
    from sim.scenario.finding import sweep_path

    try:
        with sweep_path(file).open("rb") as content:
            text = content.read(MOST_BYTES)
    except (OSError, ScenarioError):
        return _faults
    return _sweep_faults if AXES.search(text) else _search_faults if CHOOSE.search(text) else _faults


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
    from sim.scenario.reading.strict import unsourced

    if changes:
        yield f"{file}: is a search, which --set cannot change; 'set' in the file is accepted"
        return
    try:
        question = read_question(file)
    except ScenarioError as refused:
        yield from refused.faults
        return
    bare = unsourced(question.loaded) if strict else []
    yield from (f"{question.loaded.path}: {path}: has neither a source nor an assumption" for path in bare)
    if not bare:
        write(f"{file}: valid; {question.size} units to choose from")
