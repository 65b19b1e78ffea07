"""The beds of one group, one by one."""

from math import inf, isfinite
from typing import NamedTuple


class BedGroup(NamedTuple):
    """Beds that stand together."""

    label: str
    beds: float
    """inf when unlimited."""
    room_beds: int = 1
    rooms_apart: bool = False
    """Whether people of two kinds share no room."""


class Ward:
    """Free and used beds, counted from 0; an unlimited group grows as it is used."""

    def __init__(self, group: BedGroup):
        self._group = group
        self.size = int(group.beds) if isfinite(group.beds) else 0
        self._free = dict.fromkeys(range(self.size), -inf)
        self._kind_in: dict[int, int | None] = {}

    def take(self, kind: int | None) -> int:
        """The bed that has been free for longest; of those in the fullest room where rooms keep the kinds apart."""
        if not self._free:
            self._free[self.size] = -inf
            self.size += 1
        if kind is not None and self._group.rooms_apart:
            bed = self._in_fullest_room(kind)
        else:
            bed = min(self._free, key=lambda number: (self._free[number], number))
        del self._free[bed]
        self._kind_in[bed] = kind
        return bed

    def leave(self, bed: int) -> None:
        """The person is gone; the bed is used until it is free."""
        del self._kind_in[bed]

    def free(self, bed: int, time_h: float) -> None:
        self._free[bed] = time_h

    def _in_fullest_room(self, kind: int) -> int:
        rooms: dict[int, list[int | None]] = {}
        for bed, lies_here in self._kind_in.items():
            rooms.setdefault(bed // self._group.room_beds, []).append(lies_here)
        fitting = [bed for bed in self._free if 1 - kind not in rooms.get(bed // self._group.room_beds, [])]
        return max(fitting, key=lambda bed: (len(rooms.get(bed // self._group.room_beds, [])), -bed))
