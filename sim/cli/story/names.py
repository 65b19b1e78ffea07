"""The names that a scenario's author gave to its parts, by the numbers that the log has for them."""

from collections.abc import Mapping
from typing import Protocol

from sim.scenario.scenario import Scenario
from sim.vocabulary import Band


class Labelled(Protocol):
    """A part of a scenario that may have a label."""

    @property
    def label(self) -> str: ...


class Names:
    """Names of roles, destinations, complications, group sessions and bed groups of one scenario."""

    def __init__(self, scenario: Scenario):
        staff, transition, complications = scenario.staff, scenario.transition, scenario.complications
        self.roles = [name.lower() for name in labels(staff.roles if staff else {})]
        self.complications = labels(complications.kinds if complications else {})
        self.groups = labels(scenario.counselling.groups)
        self.bed_groups = labels(scenario.unit.bed_groups or {})
        self._places = labels(transition.destinations if transition else {})

    def place(self, number: float) -> str:
        """Name of a destination by its number in the log."""
        return self._places[int(number)] if number >= 0 else "no destination"


def labels(parts: Mapping[str, Labelled]) -> list[str]:
    """The label of each part, or its name in the file where it has none."""
    return [part.label or name for name, part in parts.items()]


def band_name(band: Band) -> str:
    return "none" if band is Band.NONE else band.name.replace("_", " ").lower()
