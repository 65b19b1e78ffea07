"""What the animated page shows, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Floor:
    """One replication of a scenario over a stretch of its measured time."""

    title: str
    sentences: Sequence[str]
    """What is to be seen, the most important first."""
    plan: Mapping[str, Any]
    """Read by `unit.js`: `seconds`, the length of the window; `start`, its calendar: `clock_s` since midnight,
    `weekday` (Monday = 0), `date` or "", `measured_s` into the measured time; `groups` of beds: `label`, `beds`,
    `room` (beds of a room, 0 where it makes no difference); `people`: [number, protocol, priority class or -1];
    `protocols`, `classes` and `roles`, their labels; `fixed`, by protocol, whether it is a stay of fixed length;
    `ratio`: [role, patients for each of it on shift] or None; `late_s`, how long after it was due a check is still
    on time; `kinds` and `events`: rows of [second of the window, place in kinds, who, value] in the order of time."""
    columns: Sequence[str]
    """Of the table of the state at each hour; the first says when."""
    rows: Sequence[Sequence[str]]
    facts: Sequence[tuple[str, str]]
    """Where the picture comes from: what, and its value."""
