"""One bed group: its rooms, and who may share one."""

from sim.scenario.beds import BedGroup


class Rooms:
    """Free and used beds of a group, room by room.

    With `rooms_apart`, people of the two kinds (0 and 1) share no room. A person
    takes the fullest room that has a place for their kind, so that whole rooms
    stay free for either.
    """

    def __init__(self, beds: float, rule: BedGroup | None = None):
        self.free = beds
        self._apart = rule is not None and rule.rooms_apart is not None
        self._places: list[int] = _rooms(int(beds), rule.room_beds) if rule is not None and self._apart else []
        self._kinds: list[list[int]] = [[0, 0] for _ in self._places]
        self._cleaning = [0] * len(self._places)

    def admits(self, kind: int) -> bool:
        """Whether there is a free bed that somebody of this kind may have."""
        return self.free >= 1 and (not self._apart or self._room_for(kind) is not None)

    def take(self, kind: int) -> int:
        """Take a bed; returns its room."""
        self.free -= 1
        if not self._apart:
            return 0
        room = self._room_for(kind)
        if room is None:
            raise ValueError("no room has a place for this person")
        self._kinds[room][kind] += 1
        return room

    def leave(self, room: int, kind: int) -> None:
        """The person is gone; the bed is used until it is clean."""
        if self._apart:
            self._kinds[room][kind] -= 1
            self._cleaning[room] += 1

    def cleaned(self, room: int) -> None:
        self.free += 1
        if self._apart:
            self._cleaning[room] -= 1

    def _room_for(self, kind: int) -> int | None:
        open_to = [room for room in range(len(self._places)) if self._is_open(room, kind)]
        return max(open_to, key=lambda room: (sum(self._kinds[room]), -room), default=None)

    def _is_open(self, room: int, kind: int) -> bool:
        people = self._kinds[room]
        return people[1 - kind] == 0 and sum(people) + self._cleaning[room] < self._places[room]


def _rooms(beds: int, each: int) -> list[int]:
    """Beds in each room; the last one may be smaller."""
    full, rest = divmod(beds, each)
    return [each] * full + ([rest] if rest else [])
