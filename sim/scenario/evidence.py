"""The evidence table that ships with the program: published figures and how strong they are."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STRENGTHS = ("guideline", "registry", "trial", "cohort", "expert", "seed", "recalled")
"""From rules and statistics to memory. The last three are weak."""


@dataclass(frozen=True)
class Row:
    """One published figure; `low` and `high` are its interval, band or spread across sources."""

    parameter: str
    value: float
    low: float
    high: float
    unit: str
    population_or_condition: str
    source_title: str
    source_year: str
    source_url_or_doi: str
    strength: str
    note: str


@cache
def table() -> tuple[Row, ...]:
    """Every row, in the order of the file."""
    text = files("sim.scenario").joinpath("evidence.csv").read_text(encoding="utf-8")
    return tuple(_row(record) for record in csv.DictReader(text.splitlines()))


def _row(record: dict[str, str]) -> Row:
    value, low, high = (float(record.pop(name)) for name in ("value", "low", "high"))
    return Row(value=value, low=low, high=high, **record)


@cache
def names() -> frozenset[str]:
    """Names of all parameters."""
    return frozenset(row.parameter for row in table())


def rows(name: str) -> tuple[Row, ...]:
    """All rows of a name; some figures were published more than once. Raises KeyError for an unknown name."""
    found = tuple(row for row in table() if row.parameter == name)
    if not found:
        raise KeyError(name)
    return found


def strength(name: str) -> str:
    """The strongest of the rows of a name. Raises KeyError for an unknown name."""
    return min((row.strength for row in rows(name)), key=STRENGTHS.index)
