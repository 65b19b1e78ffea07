"""The table as a file: CSV as the tables of a run have it, read and written by the standard library alone."""

import csv
from collections.abc import Sequence
from dataclasses import astuple
from math import isnan, nan
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.csv_table import ENCODING, guard, unguard
from sim.experiments.sensitivity.rows import COLUMNS, NUMBERS, Row


def write_rows(path: Path, rows: Sequence[Row]) -> None:
    """The same rows give the same bytes everywhere. Raises OSError."""
    with path.open("w", encoding=ENCODING, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([_cell(value) for value in astuple(row)] for row in rows)


def read_rows(path: Path) -> list[Row]:
    """The rows as they were written. Raises ResultsError with one sentence for any other content."""
    try:
        with path.open(encoding=ENCODING, newline="") as file:
            heads, *lines = csv.reader(file)
        if tuple(heads) != COLUMNS:
            raise ValueError(f"its columns are {', '.join(heads)}")
        return [_row(line) for line in lines]
    except (OSError, ValueError, csv.Error) as fault:
        raise ResultsError(f"{path}: is not a table of sensitivity ({fault}); make it again") from fault


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return guard(value)
    return "" if isnan(value) else repr(value)


def _row(cells: Sequence[str]) -> Row:
    told: dict[str, Any] = dict(zip(COLUMNS, cells, strict=True))
    for name, cell in told.items():
        told[name] = (float(cell) if cell else nan) if name in NUMBERS else unguard(cell)
    return Row(**told)
