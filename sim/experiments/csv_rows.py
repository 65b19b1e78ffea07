"""Rows of a dataclass as a table, written and read back to the last bit, as every table of results is (`csv_table`)."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import fields
from math import isnan, nan
from pathlib import Path
from typing import Any, TypeVar

from sim.experiments.csv_table import ENCODING, guard, unguard
from sim.experiments.sweep.tables import keep

Kind = TypeVar("Kind")
Cell = str | float


def columns(kind: type[Any]) -> tuple[str, ...]:
    """Of the table of these rows: the fields of the dataclass, in order."""
    return tuple(field.name for field in fields(kind))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> None:
    """Put a table in its place, whole or not at all; the same rows give the same bytes. Raises OSError."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding=ENCODING, newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(columns)
            writer.writerows(map(_written, rows))
        keep(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def read_rows(path: Path, kind: type[Kind]) -> list[Kind]:
    """Rows of a dataclass of text, numbers and whole numbers. Raises OSError, and ValueError for any other content."""
    held = {field.name: field.type for field in fields(kind)}  # type: ignore[arg-type]
    with path.open(encoding=ENCODING, newline="") as file:
        try:
            heads, *lines = csv.reader(file)
        except csv.Error as fault:
            raise ValueError(str(fault)) from fault
    if heads != list(held):
        raise ValueError(f"the columns are {', '.join(heads)}")
    return [kind(*(_read(cell, of) for cell, of in zip(line, held.values(), strict=True))) for line in lines]


def _written(row: Iterable[Any]) -> list[str]:
    return [guard(cell) if isinstance(cell, str) else "" if isnan(cell) else repr(cell) for cell in row]


def _read(cell: str, kind: Any) -> Cell:
    if kind is str:
        return unguard(cell)
    return int(cell) if kind is int else float(cell) if cell else nan
