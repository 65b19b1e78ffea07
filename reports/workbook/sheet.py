"""A sheet of the workbook before it is written: words, and rows of cells under headings."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pandas as pd

from reports.words import decimals

MOST_ROWS = 20_000
"""A longer table stays in its CSV file."""
ENDS = ("mean", "low", "high")


@dataclass(frozen=True)
class Amount:
    """A number, and the decimals that it is shown with; it is saved in full. Nan is an empty cell."""

    value: float
    places: int


Cell: TypeAlias = str | Amount


@dataclass(frozen=True)
class Sheet:
    """One table; units are in its headings or in a column of their own."""

    name: str
    """At most 31 characters, as spreadsheets have it."""
    says: str
    """What it holds, in a sentence."""
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def amounts(row: Mapping[Any, Any], keys: Sequence[str] = ENDS) -> list[Cell]:
    """A value and the ends of its interval, with as many decimals as the interval supports."""
    value, low, high = (float(row[key]) for key in keys)
    places = decimals(low, high, value)
    return [Amount(each, places) for each in (value, low, high)]


def whole(value: float) -> Amount:
    """A count."""
    return Amount(float(value), 0)


def table(
    frame: pd.DataFrame, keys: Sequence[str], names: Mapping[str, str], ends: Sequence[str] = ENDS
) -> list[list[Cell]]:
    """Rows of a tidy frame: the scenario's name, the columns `keys`, and a value with its interval."""
    return [
        [names[row["scenario"]], *(_cell(row[key]) for key in keys), *amounts(row, ends)]
        for row in frame.to_dict("records")
    ]


def _cell(value: object) -> Cell:
    return Amount(float(value), 0) if isinstance(value, int | float) else str(value)


def shown(value: float) -> str | float | None:
    """What stands in a cell for a number: None where there is none, a word where it has no end."""
    if math.isnan(value):
        return None
    return "unlimited" if math.isinf(value) else value
