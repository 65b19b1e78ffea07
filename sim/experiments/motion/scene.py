"""One replication and the stretch of it that is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf, isfinite

from sim.experiments.motion.bed_numbers import ENDS_OF_STAY, Numbered, Row, number_beds, rows_of
from sim.experiments.motion.ward import BedGroup
from sim.experiments.motion.window import Window
from sim.patients.population import Population
from sim.rules.calendar import DAY_H
from sim.scenario.part import as_number
from sim.scenario.scenario import Scenario
from sim.unit.log import Log
from sim.vocabulary import Event

ENDS = (Event.REFUSED, Event.GAVE_UP, Event.NO_SHOW, *ENDS_OF_STAY)


@dataclass(frozen=True)
class Scene:
    """A replication, later episodes in `population` included, and the window onto it."""

    scenario: Scenario
    population: Population
    log: Log
    window: Window

    @cached_property
    def rows(self) -> list[Row]:
        """The events, in the order of the log."""
        return rows_of(self.log.events)

    @cached_property
    def groups(self) -> list[BedGroup]:
        """The bed groups; one without a name when the scenario has none."""
        unit = self.scenario.unit
        if not unit.bed_groups:
            return [BedGroup("", as_number(unit.beds))]
        return [
            BedGroup(group.label or name, group.beds, group.room_beds, group.rooms_apart is not None)
            for name, group in unit.bed_groups.items()
        ]

    @cached_property
    def row_of(self) -> Mapping[int, int]:
        """Row of the patient table, by number of the person."""
        return {number: row for row, number in enumerate(self.population.number.tolist())}

    @cached_property
    def beds(self) -> Numbered:
        traits = self.population.traits
        turnover_h = {number: float(traits.turnover_h[row]) for number, row in self.row_of.items()}
        apart = any(group.rooms_apart for group in self.groups)
        kinds = {number: traits.apart[row].tolist() for number, row in self.row_of.items()} if apart else None
        return number_beds(self.rows, self.groups, turnover_h, kinds)

    @cached_property
    def shown(self) -> list[int]:
        """Everybody who waits or has a bed in the window or on the day before it, in the order of their listing.

        The day before counts towards what has happened since midnight.
        """
        listed = {row.patient: row.time_h for row in self.rows if row.event is Event.LISTED}
        ended = {row.patient: row.time_h for row in self.rows if row.event in ENDS}
        numbers = [
            number for number, time_h in listed.items()
            if time_h < self.window.to_h and ended.get(number, inf) >= self.window.from_h - DAY_H
        ]  # fmt: skip
        return sorted(numbers, key=lambda number: (listed[number], number))

    @property
    def unlimited(self) -> bool:
        return not isfinite(sum(group.beds for group in self.groups))
