"""The beds of the unit: each is free, reserved, occupied or being cleaned."""

from dataclasses import dataclass

from sim.errors import ModelError
from sim.scenario.beds import UnitPart
from sim.scenario.part import as_number
from sim.unit.clock import Clock
from sim.unit.log import Log
from sim.unit.person import Person
from sim.unit.rooms import Rooms
from sim.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Bed:
    """A bed that somebody has, or that is cleaned after them."""

    group: int
    room: int
    kind: int


class Beds:
    """Counts of beds by state; every change is logged and a bed that is lost is an error."""

    def __init__(self, clock: Clock, log: Log, rule: UnitPart):
        self._clock, self._log = clock, log
        self.beds = as_number(rule.beds)
        groups = list(rule.bed_groups.values()) if rule.bed_groups else []
        self.groups = [Rooms(group.beds, group) for group in groups] or [Rooms(self.beds)]
        self._occupied_in = [0] * len(groups)
        self._held = 0
        self._used = {Level.RESERVED: 0, Level.OCCUPIED: 0, Level.CLEANING: 0}
        for state in (*self._used, Level.HELD):
            log.level(clock.now, state, 0)
        for number in range(len(groups)):
            log.level(clock.now, Level.GROUP_OCCUPIED, 0, number)

    @property
    def free(self) -> float:
        return sum(group.free for group in self.groups)

    @property
    def patients(self) -> int:
        """People in a bed or on their way to one."""
        return self._used[Level.RESERVED] + self._used[Level.OCCUPIED]

    def group_for(self, person: Person) -> int | None:
        """The most specific group with a free bed that the person may have."""
        for number in person.bed_groups:
            if number >= 0 and self.groups[number].admits(person.apart[number]):
                return number
        return None

    def reserve(self, person: Person) -> Bed:
        number = self.group_for(person)
        if number is None:
            raise ModelError(f"a bed was reserved at {self._clock.now} h when none was free")
        kind = person.apart[number]
        self._change(Level.RESERVED, 1)
        return Bed(number, self.groups[number].take(kind), kind)

    def give_back(self, bed: Bed) -> None:
        """The person did not come: the bed is free without cleaning."""
        self._change(Level.RESERVED, -1)
        self.groups[bed.group].leave(bed.room, bed.kind)
        self.groups[bed.group].cleaned(bed.room)

    def occupy(self, bed: Bed) -> None:
        self._change(Level.RESERVED, -1)
        self._change(Level.OCCUPIED, 1)
        self._in_group(bed.group, 1)

    def vacate(self, bed: Bed) -> None:
        self._change(Level.OCCUPIED, -1)
        self._change(Level.CLEANING, 1)
        self._in_group(bed.group, -1)
        self.groups[bed.group].leave(bed.room, bed.kind)

    def cleaned(self, bed: Bed) -> None:
        self._change(Level.CLEANING, -1)
        self.groups[bed.group].cleaned(bed.room)

    def hold(self, by: int) -> None:
        """One more or one fewer occupied bed whose person is in hospital."""
        self._held += by
        self._log.level(self._clock.now, Level.HELD, self._held)

    def _in_group(self, number: int, by: int) -> None:
        if self._occupied_in:
            self._occupied_in[number] += by
            self._log.level(self._clock.now, Level.GROUP_OCCUPIED, self._occupied_in[number], number)

    def _change(self, state: Level, by: int) -> None:
        self._used[state] += by
        if self._used[state] < 0:
            raise ModelError(f"a {state.name.lower()} bed was released twice at {self._clock.now} h")
        self._log.level(self._clock.now, state, self._used[state])
