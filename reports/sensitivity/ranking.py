"""The estimates of a study in the order in which they matter, and what each moves most."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from sim.experiments.sensitivity.reader import Row

__all__ = ["Ranked", "Row", "is_clear", "ranked", "refused"]


@dataclass(frozen=True)
class Ranked:
    """An estimate with the measure that it moves most against its size."""

    rank: int
    most: Row

    @property
    def is_clear(self) -> bool:
        """Whether chance alone is an unlikely reason, at either end."""
        return is_clear(self.most)


def is_clear(row: Row) -> bool:
    """Whether the 95 % interval at an end excludes zero; nothing is clear with one replication."""
    ends = ((row.at_low, row.at_low_half_width), (row.at_high, row.at_high_half_width))
    return any(isfinite(half) and abs(change) > half for change, half in ends)


def ranked(rows: Sequence[Row]) -> list[Ranked]:
    """Each estimate that could be varied once, the one that matters most first; rows keep the order of the table."""
    by_path: dict[str, list[Row]] = {}
    for row in rows:
        if row.measure:
            by_path.setdefault(row.path, []).append(row)
    return [Ranked(place, max(found, key=_size)) for place, found in enumerate(by_path.values(), 1)]


def refused(rows: Sequence[Row]) -> list[Row]:
    """The estimates that could not be varied."""
    return [row for row in rows if not row.measure]


def _size(row: Row) -> float:
    return row.importance_pct if isfinite(row.importance_pct) else -1.0
