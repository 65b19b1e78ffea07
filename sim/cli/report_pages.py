"""Which report belongs to a folder: it is told by the file that says what was run."""

from collections.abc import Callable
from pathlib import Path

from reports import find, sensitivity, sweep, uncertainty
from sim.cli.uncertainty_picture import picture
from sim.cli.uncertainty_study import PAGE
from sim.errors import ResultsError
from sim.experiments.find.reader import is_find
from sim.experiments.sensitivity.reader import is_sensitivity
from sim.experiments.sweep.facts import FILE_NAME as OF_A_SWEEP
from sim.experiments.uncertainty.reader import read_uncertainty
from sim.experiments.uncertainty.saving import FILE_NAME as OF_UNCERTAINTY


def write_page(folder: Path) -> Path:
    """Write the report of whatever finished study, other than a run or comparison, is in the folder; return its path.

    Raises ResultsError with one sentence when there is none, or when it is unfinished, damaged or changed.
    """
    if not folder.is_dir():
        raise ResultsError(f"{folder}: there is no such folder; a results folder is accepted")
    for is_this, write in _KINDS:
        if is_this(folder):
            return write(folder)
    raise ResultsError(
        f"{folder}: holds no results that a report can be made of; a folder that run, compare, sweep, find, "
        "sensitivity or uncertainty has written is accepted"
    )


def _holds(name: str) -> Callable[[Path], bool]:
    return lambda folder: (folder / name).exists()


def _of_uncertainty(folder: Path) -> Path:
    uncertainty.write_page(picture(read_uncertainty(folder)), folder / PAGE)
    return folder / PAGE


_KINDS: tuple[tuple[Callable[[Path], bool], Callable[[Path], Path]], ...] = (
    (_holds(OF_A_SWEEP), sweep.write_report),
    (is_find, find.write_report),
    (_holds(OF_UNCERTAINTY), _of_uncertainty),
    (is_sensitivity, sensitivity.write_report),
)
"""How a folder is told, and what writes its report."""
