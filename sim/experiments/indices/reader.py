"""indices.csv from the disk, beside the sweep that it was made from."""

from pathlib import Path

from sim.errors import ResultsError
from sim.experiments.csv_rows import read_rows
from sim.experiments.indices.rows import CHANCE, NOISE, TOO_FEW, Row
from sim.experiments.indices.saving import FILE_NAME

__all__ = ["CHANCE", "NOISE", "TOO_FEW", "Row", "read_indices"]


def read_indices(folder: Path) -> list[Row]:
    """The rows as they were written; none for a sweep whose design says nothing of the kind.

    Raises ResultsError with one sentence when there is something else.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return []
    try:
        return read_rows(path, Row)
    except (OSError, ValueError, TypeError) as fault:
        raise ResultsError(
            f"{path}: is not a table of indices ({fault}); the sweep's command makes it again"
        ) from fault
