"""A finished search from the disk: whole and unchanged, or one sentence that says what is wrong."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sim.errors import ResultsError
from sim.experiments.csv_table import ENCODING, unguard
from sim.experiments.digest import sha256_of
from sim.experiments.facts_file import read_facts
from sim.experiments.find.facts import FACTS, FORMAT, Estimate, FindFacts, MeasureSaid, TargetSaid

__all__ = ["Estimate", "FindFacts", "MeasureSaid", "SavedFind", "TargetSaid", "is_find", "read_find"]
AGAIN = "give the command again, which writes it anew from what has run"
OF_TEXT = ("status", "meets", "front", "chosen", "today", "reason")


@dataclass(frozen=True)
class SavedFind:
    """What a search found."""

    folder: Path
    facts: FindFacts
    points: pd.DataFrame
    """A row for each unit looked at: point; a text for each choice; status (run or failed); replications; meets (meets,
    misses, undecided); chance_pct; front, chosen, today (yes or no); mean, `_low` and `_high` of each measure asked
    about; difference (of the wish's measure from the choice, in pairs) with its interval and n; reason."""
    surrogate: pd.DataFrame
    """measure, label, points, explained_pct, within_two_sd_pct; no rows when every unit was looked at."""


def is_find(folder: Path) -> bool:
    """Whether it is the folder of a search."""
    return (folder / FACTS).is_file()


def read_find(folder: Path) -> SavedFind:
    """The results in a folder. Raises ResultsError with one sentence when they are unfinished, damaged or changed."""
    if not folder.is_dir():
        raise ResultsError(f"{folder}: there is no such folder; the folder of a finished search is accepted")
    facts = read_facts(folder / FACTS, FindFacts, FORMAT, "a finished search", AGAIN)
    texts = ("measure", "label")
    return SavedFind(
        folder, facts, _table(folder, "points", facts, (*facts.choices, *OF_TEXT)),
        _table(folder, "surrogate", facts, texts),
    )  # fmt: skip


def _table(folder: Path, name: str, facts: FindFacts, of_text: tuple[str, ...]) -> pd.DataFrame:
    path = folder / f"{name}.csv"
    try:
        if sha256_of(path) != facts.files.get(path.name):
            raise ResultsError(f"{path}: has been changed or damaged since it was saved; {AGAIN}")
        return _read(path, set(of_text))
    except OSError as fault:
        raise ResultsError(f"{path}: cannot be read ({fault.strerror}); {AGAIN}") from fault
    except ValueError as fault:
        raise ResultsError(f"{path}: is not a table of a search ({fault}); {AGAIN}") from fault


def _read(path: Path, of_text: set[str]) -> pd.DataFrame:
    """Raises OSError, and ValueError for any other content."""
    table = pd.read_csv(path, encoding=ENCODING, dtype="str", keep_default_na=False)
    table.columns = pd.Index([unguard(str(name)) for name in table.columns])
    missing = sorted(of_text - set(table.columns))
    if missing:
        raise ValueError(f"has no column {missing[0]}")
    for name in table.columns:
        if name in of_text:
            table[name] = table[name].map(unguard).astype("str")
        else:
            table[name] = pd.to_numeric(table[name].replace("", "nan"))
    return table
