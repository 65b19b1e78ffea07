"""A finished study from the disk: complete and unchanged, or one sentence that says what is wrong."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.csv_rows import read_rows
from sim.experiments.digest import sha256_of
from sim.experiments.uncertainty.rows import TABLES, Importance, Parameter, Summary
from sim.experiments.uncertainty.saving import FILE_NAME, FORMAT

AGAIN = "give the command of the study again"


@dataclass(frozen=True)
class SavedUncertainty:
    """What a study found."""

    folder: Path
    facts: dict[str, Any]
    """uncertainty.json."""
    parameters: list[Parameter]
    summary: list[Summary]
    importance: list[Importance]


def read_uncertainty(folder: Path) -> SavedUncertainty:
    """The results in a folder. Raises ResultsError with one sentence when they are unfinished, damaged or changed."""
    path = folder / FILE_NAME
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        known = facts["format"] == FORMAT
    except OSError:
        raise ResultsError(f"{folder}: has no {FILE_NAME} to read, so it is not that of a finished study") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ResultsError(f"{path}: is damaged; {AGAIN}") from None
    if not known:
        raise ResultsError(f"{path}: the results have format {facts['format']}; this program reads format {FORMAT}")
    return SavedUncertainty(folder, facts, **{name: _table(folder / f"{name}.csv", facts) for name in TABLES})


def _table(path: Path, facts: dict[str, Any]) -> Any:
    try:
        if sha256_of(path) != facts["files"][path.name]:
            raise ResultsError(f"{path}: has been changed or damaged since it was saved; {AGAIN}")
        return read_rows(path, TABLES[path.stem])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise ResultsError(f"{path}: is not a table of a study ({fault}); {AGAIN}") from fault
