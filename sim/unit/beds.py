"""The beds of the unit: each is free, reserved, occupied or being cleaned."""

from sim.errors import ModelError
from sim.unit.clock import Clock
from sim.unit.log import Log
from sim.vocabulary import Level


class Beds:
    """Counts of beds by state; every change is logged and a bed that is lost is an error."""

    def __init__(self, clock: Clock, log: Log, beds: float):
        self._clock, self._log = clock, log
        self.beds = beds
        self._used = {Level.RESERVED: 0, Level.OCCUPIED: 0, Level.CLEANING: 0}
        for state in self._used:
            log.level(clock.now, state, 0)

    @property
    def free(self) -> float:
        return self.beds - sum(self._used.values())

    @property
    def patients(self) -> int:
        """People in a bed or on their way to one."""
        return self._used[Level.RESERVED] + self._used[Level.OCCUPIED]

    def reserve(self) -> None:
        if self.free < 1:
            raise ModelError(f"a bed was reserved at {self._clock.now} h when none was free")
        self._change(Level.RESERVED, 1)

    def give_back(self) -> None:
        """The person did not come: the bed is free without cleaning."""
        self._change(Level.RESERVED, -1)

    def occupy(self) -> None:
        self._change(Level.RESERVED, -1)
        self._change(Level.OCCUPIED, 1)

    def vacate(self) -> None:
        self._change(Level.OCCUPIED, -1)
        self._change(Level.CLEANING, 1)

    def cleaned(self) -> None:
        self._change(Level.CLEANING, -1)

    def _change(self, state: Level, by: int) -> None:
        self._used[state] += by
        if self._used[state] < 0:
            raise ModelError(f"a {state.name.lower()} bed was released twice at {self._clock.now} h")
        self._log.level(self._clock.now, state, self._used[state])
