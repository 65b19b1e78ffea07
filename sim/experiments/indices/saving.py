"""indices.csv, in the folder of its sweep."""

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from sim.experiments.csv_rows import columns, write_rows
from sim.experiments.indices.analysis import has_indices, indices_of
from sim.experiments.indices.rows import Row
from sim.experiments.sweep.reader import SavedSweep
from sim.experiments.sweep.tables import writing_to

FILE_NAME = "indices.csv"


def write_indices(folder: Path, rows: Sequence[Row]) -> Path:
    """Write the table and return its path. Raises ResultsError when the folder cannot be written."""
    with writing_to(folder):
        write_rows(folder / FILE_NAME, columns(Row), map(astuple, rows))
    return folder / FILE_NAME


def save_indices(saved: SavedSweep) -> list[Row]:
    """What the points say about the axes, in a table of its own; nothing for a design that cannot say it.

    Raises ResultsError when the folder cannot be written.
    """
    if not has_indices(saved.facts.design.kind):
        (saved.folder / FILE_NAME).unlink(missing_ok=True)
        return []
    rows = indices_of(saved)
    write_indices(saved.folder, rows)
    return rows
