"""A finished sweep from the disk: complete and unchanged, or one sentence that says what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sim.errors import ResultsError
from sim.experiments.csv_table import ENCODING, unguard
from sim.experiments.digest import sha256_of
from sim.experiments.sweep.columns import NAMES, columns
from sim.experiments.sweep.facts import AxisEntry, SweepFacts
from sim.experiments.sweep.facts_reader import AGAIN, read_facts
from sim.experiments.tables import NUMBER, TEXT, WHOLE

KINDS = {
    "point": WHOLE, "replication": WHOLE, "n": WHOLE,
    "value": NUMBER, "mean": NUMBER, "low": NUMBER, "high": NUMBER,
    "role": TEXT, "status": TEXT, "reason": TEXT, "measure": TEXT,
}  # fmt: skip


@dataclass(frozen=True)
class SavedSweep:
    """What a sweep found."""

    folder: Path
    facts: SweepFacts
    points: pd.DataFrame
    """point, role, a column for each axis, status (done, failed or left out), reason."""
    runs: pd.DataFrame
    """point, replication, measure, value; nan where a measure was never seen."""
    summary: pd.DataFrame
    """point, a column for each axis, measure, mean, low, high, n."""
    failures: pd.DataFrame
    """point, replication, reason."""


def read_sweep(folder: Path) -> SavedSweep:
    """The results in a folder. Raises ResultsError with one sentence when they are unfinished, damaged or changed."""
    if not folder.is_dir():
        raise ResultsError(f"{folder}: there is no such folder; the folder of a finished sweep is accepted")
    facts = read_facts(folder)
    if not facts.complete:
        raise ResultsError(f"{folder}: the sweep is not finished; {' '.join(facts.command)} goes on with it")
    return SavedSweep(folder, facts, **{name: _table(folder, name, facts) for name in NAMES})


def _table(folder: Path, name: str, facts: SweepFacts) -> pd.DataFrame:
    path = folder / f"{name}.csv"
    try:
        if sha256_of(path) != facts.files.get(path.name):
            raise ResultsError(f"{path}: has been changed or damaged since it was saved; {AGAIN}")
        return _read(path, columns(name, [axis.name for axis in facts.axes]), kinds_of(facts.axes))
    except OSError as fault:
        raise ResultsError(f"{path}: cannot be read ({fault.strerror}); {AGAIN}") from fault
    except ValueError as fault:
        raise ResultsError(f"{path}: is not a table of a sweep ({fault}); {AGAIN}") from fault


def kinds_of(axes: list[AxisEntry]) -> dict[str, str]:
    """Column to the kind of value it holds."""
    return KINDS | {axis.name: TEXT if axis.kind == "word" else NUMBER for axis in axes}


def _read(path: Path, names: tuple[str, ...], kinds: Mapping[str, str]) -> pd.DataFrame:
    """Raises OSError, and ValueError for any other content."""
    of_text = {name for name in names if kinds[name] == TEXT}
    types = {name: "str" if name in of_text else kinds[name] for name in names}
    table = pd.read_csv(path, encoding=ENCODING, dtype=types, keep_default_na=False, na_values=_nothing(names, of_text))
    table.columns = pd.Index([unguard(str(name)) for name in table.columns])
    if tuple(table.columns) != names:
        raise ValueError(f"the columns are {', '.join(table.columns)}")
    return table.assign(**{name: table[name].map(unguard).astype("str") for name in of_text})


def _nothing(names: tuple[str, ...], of_text: set[str]) -> dict[str, list[str]]:
    """An empty cell is no number, and it is a text of no letters."""
    return {name: [""] for name in names if name not in of_text}
