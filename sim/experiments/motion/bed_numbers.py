"""Which bed each person has. The model knows groups of beds and their rooms; single beds get their numbers here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from sim.experiments.motion.ward import BedGroup, Ward
from sim.unit.log import Columns
from sim.vocabulary import Event

ENDS_OF_STAY = (Event.DISCHARGED, Event.SELF_DISCHARGED, Event.TRANSFERRED, Event.FACILITY_DISCHARGED)


class Row(NamedTuple):
    """A row of the log's events."""

    time_h: float
    patient: int
    event: Event
    value: float


def rows_of(events: Columns) -> list[Row]:
    """The log's events, in its order."""
    columns = [events[name].tolist() for name in ("time_h", "patient", "event", "value")]
    return [Row(time_h, patient, Event(event), value) for time_h, patient, event, value in zip(*columns, strict=True)]


class Cleaned(NamedTuple):
    """A bed is ready for the next person; `after` is the place in the log of the row with which the last one left."""

    time_h: float
    bed: int
    after: int


@dataclass(frozen=True)
class Numbered:
    """Beds counted from 0 over all groups, in their order."""

    bed_of: Mapping[int, int]
    """By number of the person, for everybody who was called."""
    cleaned: Sequence[Cleaned]
    sizes: Sequence[int]
    """Beds of each group; of an unlimited one, as many as were ever used at once."""


def number_beds(
    rows: Sequence[Row],
    groups: Sequence[BedGroup],
    turnover_h: Mapping[int, float] | None = None,
    kinds: Mapping[int, Sequence[int]] | None = None,
) -> Numbered:
    """Give everybody who is called the bed of their group that has been free for longest.

    `rows` are those of the log, in its order. `turnover_h` is how long the bed is cleaned after each person; without
    it, it is free at once. `kinds`, by person and group, are 0 or 1: the two share no room of a group that keeps
    them apart. Without it, rooms make no difference.
    """
    numbering = _Numbering(groups, turnover_h or {}, kinds or {})
    group_of = {row.patient: int(row.value) for row in rows if row.event is Event.BED}
    for place, row in enumerate(rows):
        if row.event is Event.CALLED:
            numbering.call(row, group_of.get(row.patient, 0))
        elif row.event is Event.NO_SHOW:
            numbering.leave(row, place, clean=True)
        elif row.event in ENDS_OF_STAY:
            numbering.leave(row, place, clean=False)
    return numbering.numbered()


class _Numbering:
    def __init__(self, groups: Sequence[BedGroup], turnover_h: Mapping[int, float], kinds: Mapping[int, Sequence[int]]):
        self._wards = [Ward(group) for group in groups]
        self._turnover_h, self._kinds = turnover_h, kinds
        self._bed_of: dict[int, tuple[int, int]] = {}
        self._dirty: list[tuple[float, int, int, int, bool]] = []
        self._cleaned: list[tuple[float, int, int, int]] = []

    def call(self, row: Row, group: int) -> None:
        self._clean_until(row.time_h)
        kind = self._kinds[row.patient][group] if self._kinds else None
        self._bed_of[row.patient] = group, self._wards[group].take(kind)

    def leave(self, row: Row, place: int, clean: bool) -> None:
        group, bed = self._bed_of[row.patient]
        self._wards[group].leave(bed)
        clean_h = row.time_h if clean else row.time_h + self._turnover_h.get(row.patient, 0.0)
        heappush(self._dirty, (clean_h, place, group, bed, clean))

    def numbered(self) -> Numbered:
        self._clean_until(inf)
        sizes = [ward.size for ward in self._wards]
        first = [sum(sizes[:group]) for group in range(len(sizes))]
        return Numbered(
            {patient: first[group] + bed for patient, (group, bed) in self._bed_of.items()},
            [Cleaned(time_h, first[group] + bed, after) for time_h, after, group, bed in self._cleaned],
            sizes,
        )

    def _clean_until(self, time_h: float) -> None:
        while self._dirty and self._dirty[0][0] <= time_h:
            clean_h, place, group, bed, was_clean = heappop(self._dirty)
            self._wards[group].free(bed, clean_h)
            if not was_clean:
                self._cleaned.append((clean_h, place, group, bed))
