"""What a scenario must have for a measure to mean anything in it."""

from collections.abc import Callable, Mapping
from typing import Literal

from sim.scenario.protocols import Alpha2Agonist, Dosed
from sim.scenario.scenario import Scenario

Need = Literal[
    "", "doses", "blood pressure", "sessions", "groups", "meal breaks", "open shifts", "constant observation",
    "complications", "hospital", "discharge by the unit", "outpatient withdrawal", "harm while waiting", "transition",
    "appointments", "a way on", "afterwards", "coming back", "deaths", "money", "money and transition", "bed groups",
]  # fmt: skip


def is_met(need: Need, scenario: Scenario) -> bool:
    """Whether the scenario has it; the empty need is always met."""
    return not need or _HAS[need](scenario)


def _complications(scenario: Scenario) -> bool:
    return scenario.complications is not None


def _hospital(scenario: Scenario) -> bool:
    return scenario.complications is not None and scenario.complications.hospital is not None


def _outpatient(scenario: Scenario) -> bool:
    return scenario.demand.screening is not None and scenario.demand.screening.outpatient is not None


def _appointments(scenario: Scenario) -> bool:
    places = scenario.transition.destinations.values() if scenario.transition else ()
    return any(place.kind == "outpatient" for place in places)


def _meal_breaks(scenario: Scenario) -> bool:
    return scenario.staff is not None and any(role.meal_break for role in scenario.staff.roles.values())


def _open_shifts(scenario: Scenario) -> bool:
    return scenario.staff is not None and any(role.unfilled_pct for role in scenario.staff.roles.values())


_HAS: Mapping[Need, Callable[[Scenario], bool]] = {
    "doses": lambda scenario: any(isinstance(plan, Dosed) for plan in scenario.protocols.values()),
    "blood pressure": lambda scenario: any(isinstance(plan, Alpha2Agonist) for plan in scenario.protocols.values()),
    "sessions": lambda scenario: scenario.counselling.individual is not None,
    "groups": lambda scenario: bool(scenario.counselling.groups),
    "meal breaks": _meal_breaks,
    "open shifts": _open_shifts,
    "constant observation": lambda scenario: scenario.tasks.constant_observation is not None,
    "complications": _complications,
    "hospital": _hospital,
    "discharge by the unit": lambda scenario: bool(scenario.leaving and scenario.leaving.by_facility_per_1000_days),
    "outpatient withdrawal": _outpatient,
    "harm while waiting": lambda scenario: scenario.demand.harm_while_waiting is not None,
    "transition": lambda scenario: scenario.transition is not None,
    "appointments": _appointments,
    "a way on": lambda scenario: bool(scenario.transition or scenario.afterwards),
    "afterwards": lambda scenario: scenario.afterwards is not None,
    "coming back": lambda scenario: scenario.afterwards is not None and scenario.afterwards.comes_back is not None,
    "deaths": lambda scenario: scenario.afterwards is not None and scenario.afterwards.deaths is not None,
    "money": lambda scenario: scenario.money is not None,
    "money and transition": lambda scenario: scenario.money is not None and scenario.transition is not None,
    "bed groups": lambda scenario: scenario.unit.bed_groups is not None,
}
