"""A table as CSV that any program opens safely and that reads back to the last bit.

UTF-8 with a byte order mark and lines ending in CR LF, as Excel and RFC 4180 have it. Numbers are written with as
many digits as tell them apart, nan as an empty cell. A text cell that a spreadsheet would take for a formula starts
with an apostrophe, which reading takes away again.
"""

import re
from pathlib import Path

import pandas as pd

from sim.experiments.tables import COLUMNS, NUMBER, TEXT, typed

ENCODING = "utf-8-sig"
FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
"""Apostrophes before the sign are counted in, so that taking one away always undoes what writing did."""


def write_csv(name: str, frame: pd.DataFrame, path: Path) -> None:
    """Write the table `name`; the same table gives the same bytes everywhere. Raises OSError."""
    guarded = {column: frame[column].map(guard) for column in _columns(name, TEXT)}
    with path.open("w", encoding=ENCODING, newline="") as file:
        frame.assign(**guarded).to_csv(file, index=False, lineterminator="\r\n")


def read_csv(name: str, path: Path) -> pd.DataFrame:
    """The table `name` as it was before it was written. Raises OSError, and ValueError for any other content."""
    kinds = COLUMNS[name]
    unseen = {column: [""] for column in _columns(name, NUMBER)}
    found = pd.read_csv(path, encoding=ENCODING, dtype=dict(kinds), keep_default_na=False, na_values=unseen)
    if list(found.columns) != list(kinds):
        raise ValueError(f"the columns are {', '.join(map(str, found.columns))}")
    return typed(name, found.assign(**{column: _unguarded(found[column]) for column in _columns(name, TEXT)}))


def _unguarded(cells: "pd.Series[str]") -> "pd.Series[str]":
    """Each text that differs is looked at once: of half a million cells there are a hundred."""
    guarded = {cell: unguard(cell) for cell in cells.unique() if cell.startswith("'")}
    return cells.replace(guarded) if guarded else cells


def guard(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _columns(name: str, kind: str) -> list[str]:
    return [column for column, holds in COLUMNS[name].items() if holds == kind]
