"""Reading: a results folder is believed when it is whole and nobody has changed it since."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from sim.errors import ResultsError
from sim.experiments.digest import sha256_of
from sim.experiments.facts_file import read_facts
from sim.experiments.manifest import FILE_NAME, FORMAT, Manifest
from sim.experiments.saved_tables import AGAIN, SavedTables
from sim.experiments.tables import ALWAYS, COLUMNS


@dataclass(frozen=True)
class SavedResults:
    """A finished study as it was saved."""

    folder: Path
    manifest: dict[str, Any]
    """The fields of `manifest.Manifest` as plain values."""
    frames: Mapping[str, pd.DataFrame]
    """Tables by name; columns and kinds as in `tables.COLUMNS`, text never missing, numbers nan where never seen."""


def read_results(folder: Path) -> SavedResults:
    """The results in a folder. Raises ResultsError with one sentence when it is unfinished, damaged or changed."""
    if not folder.is_dir():
        raise ResultsError(f"{folder}: there is no such folder; the folder of a finished run is accepted")
    manifest = read_facts(folder / FILE_NAME, Manifest, FORMAT, "a finished run", AGAIN)
    for name, digest in manifest.files.items():
        _check(folder, name, digest)
    missing = [name for name in ALWAYS if f"{name}.csv" not in manifest.files]
    if missing:
        raise ResultsError(f"{folder / FILE_NAME}: does not list {missing[0]}.csv; {AGAIN}")
    tables = SavedTables(folder, [name for name in COLUMNS if f"{name}.csv" in manifest.files])
    return SavedResults(folder, manifest.model_dump(), tables)


def _check(folder: Path, name: str, digest: str) -> None:
    if Path(name).name != name:
        raise ResultsError(f"{folder / FILE_NAME}: lists a file outside its folder; {AGAIN}")
    try:
        found = sha256_of(folder / name)
    except OSError as fault:
        raise ResultsError(f"{folder / name}: cannot be read ({fault.strerror}); {AGAIN}") from fault
    if found != digest:
        raise ResultsError(f"{folder / name}: has been changed or damaged since it was saved; {AGAIN}")
