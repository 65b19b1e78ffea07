"""The tables of a results folder, each read when it is first asked for: the largest are seldom needed."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from sim.errors import ResultsError
from sim.experiments.csv_table import ENCODING, read_csv
from sim.experiments.tables import COLUMNS

AGAIN = "run the scenario again"


class SavedTables(Mapping[str, pd.DataFrame]):
    """Table name to its data frame (columns and kinds as in `tables.COLUMNS`), in the order of `names`.

    The columns of every table are checked at once, its cells when it is read. Raises ResultsError for other content.
    """

    def __init__(self, folder: Path, names: Sequence[str]):
        self._paths = {name: folder / f"{name}.csv" for name in names}
        self._read: dict[str, pd.DataFrame] = {}
        for name, path in self._paths.items():
            _check_columns(name, path)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._read:
            self._read[name] = _table(name, self._paths[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _check_columns(name: str, path: Path) -> None:
    try:
        with path.open(encoding=ENCODING, newline="") as file:
            found = next(csv.reader(file), [])
    except (OSError, ValueError, csv.Error) as fault:
        raise _no_table(path, fault) from fault
    if found != list(COLUMNS[name]):
        raise _no_table(path, f"the columns are {', '.join(found) or 'missing'}")


def _table(name: str, path: Path) -> pd.DataFrame:
    try:
        return read_csv(name, path)
    except (OSError, ValueError) as fault:
        raise _no_table(path, fault) from fault


def _no_table(path: Path, why: object) -> ResultsError:
    return ResultsError(f"{path}: is not a table of results ({why}); {AGAIN}")
