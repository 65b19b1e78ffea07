"""The table of a study as a file."""

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from sim.errors import ResultsError
from sim.experiments import csv_rows
from sim.experiments.sensitivity.rows import Row


def write_rows(path: Path, rows: Sequence[Row]) -> None:
    """The same rows give the same bytes everywhere. Raises OSError."""
    csv_rows.write_rows(path, csv_rows.columns(Row), map(astuple, rows))


def read_rows(path: Path) -> list[Row]:
    """The rows as they were written. Raises ResultsError with one sentence for any other content."""
    try:
        return csv_rows.read_rows(path, Row)
    except (OSError, ValueError) as fault:
        raise ResultsError(f"{path}: is not a table of sensitivity ({fault}); make it again") from fault
