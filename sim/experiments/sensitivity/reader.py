"""A saved study of sensitivity from the disk: complete and unchanged, or one sentence that says what is wrong."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.digest import sha256_of
from sim.experiments.sensitivity.clear import clear_effects
from sim.experiments.sensitivity.rows import Row
from sim.experiments.sensitivity.saved import read_rows
from sim.experiments.sensitivity.saving import FORMAT

__all__ = ["Row", "SavedSensitivity", "clear_effects", "is_sensitivity", "read_sensitivity"]
KIND = "sensitivity"
AGAIN = "make it again"


@dataclass(frozen=True)
class SavedSensitivity:
    """What a study found."""

    folder: Path
    table: str
    """Name of the file with the rows."""
    facts: dict[str, Any]
    """NAME.json: scenario, seed, replications, only, measures, versions, command and more."""
    rows: list[Row]


def is_sensitivity(folder: Path) -> bool:
    """Whether a study of sensitivity is in the folder."""
    return any(_of_this_kind(path) for path in folder.glob("*.json"))


def read_sensitivity(folder: Path) -> SavedSensitivity:
    """The one study in a folder. Raises ResultsError with one sentence when it is damaged or changed, or not alone."""
    found = [path for path in sorted(folder.glob("*.json")) if _of_this_kind(path)]
    if len(found) != 1:
        raise ResultsError(f"{folder}: holds {len(found)} studies of sensitivity; a folder with one is accepted")
    facts, table = json.loads(found[0].read_text(encoding="utf-8")), found[0].with_suffix(".csv")
    if facts.get("format") != FORMAT:
        raise ResultsError(
            f"{found[0]}: the results have format {facts.get('format')}; this program reads format {FORMAT}"
        )
    try:
        if sha256_of(table) != facts["files"][table.name]:
            raise ResultsError(f"{table}: has been changed or damaged since it was saved; {AGAIN}")
    except (OSError, KeyError, TypeError) as fault:
        raise ResultsError(f"{table}: is not there as it was saved ({fault}); {AGAIN}") from fault
    return SavedSensitivity(folder, table.name, facts, read_rows(table))


def _of_this_kind(path: Path) -> bool:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(said, dict) and said.get("kind") == KIND
