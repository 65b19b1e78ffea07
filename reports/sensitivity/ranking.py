"""The estimates of a study in the order in which they matter, and what each moves most."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from sim.experiments.sensitivity.reader import Row, clear_effects

__all__ = ["Ranked", "Row", "ranked", "refused"]


@dataclass(frozen=True)
class Ranked:
    """An estimate with the measure that it moves most against its size."""

    rank: int
    most: Row
    is_clear: bool
    """Whether chance alone is an unlikely reason, all that the study looked at taken together."""


def ranked(rows: Sequence[Row], replications: int) -> list[Ranked]:
    """Each estimate that could be varied once, the one that matters most first; rows keep the order of the table."""
    clear = clear_effects(rows, replications)
    by_path: dict[str, list[Row]] = {}
    for row in rows:
        if row.measure:
            by_path.setdefault(row.path, []).append(row)
    most = [max(found, key=_size) for found in by_path.values()]
    return [Ranked(place, row, (row.path, row.measure) in clear) for place, row in enumerate(most, 1)]


def refused(rows: Sequence[Row]) -> list[Row]:
    """The estimates that could not be varied."""
    return [row for row in rows if not row.measure]


def _size(row: Row) -> float:
    return row.importance_pct if isfinite(row.importance_pct) else -1.0
