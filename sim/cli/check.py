"""`detox-sim check`: are these scenario files valid?"""

from collections.abc import Iterator
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
    """Check scenario files and name every fault with its place.

    Example: `detox-sim check my-unit.yaml --strict`
    """
    faults = [fault for file in files for fault in _faults(file, changes or [], strict)]
    if faults:
        raise ScenarioError(faults)


def _faults(file: Path, changes: list[str], strict: bool) -> Iterator[str]:
    """Sentences about one file; a valid one is said to be so."""
    from sim.cli.scenarios import load
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
