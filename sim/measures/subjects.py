"""What a measure can be taken for one by one: roles, destinations, bands, kinds of complication, bed groups."""

from collections.abc import Iterable
from typing import Literal

from sim.scenario.scenario import Scenario
from sim.vocabulary import Band

By = Literal["", "role", "role with open shifts", "destination", "step-down", "band", "complication", "bed group"]
Subject = tuple[int, str, str]
"""Number, name, label."""


def subjects(scenario: Scenario, by: By) -> list[Subject]:
    """Those of a scenario, in its order; none where it says nothing of them."""
    match by:
        case "band":
            return [(band, band.name.lower(), band.name.replace("_", " ").lower()) for band in Band]
        case "role" | "role with open shifts":
            return _roles(scenario, by == "role with open shifts")
        case "complication":
            return _named((scenario.complications.kinds if scenario.complications else {}).items())
        case "bed group":
            return _named((scenario.unit.bed_groups or {}).items())
        case _:
            return _destinations(scenario, by == "step-down")


def _roles(scenario: Scenario, with_open_shifts: bool) -> list[Subject]:
    roles = scenario.staff.roles if scenario.staff else {}
    open_shifts = {name for name, role in roles.items() if role.unfilled_pct}
    return [each for each in _named(roles.items()) if not with_open_shifts or each[1] in open_shifts]


def _destinations(scenario: Scenario, own: bool) -> list[Subject]:
    places = scenario.transition.destinations if scenario.transition else {}
    return [each for each in _named(places.items()) if not own or places[each[1]].kind == "own step-down"]


def _named(parts: Iterable[tuple[str, object]]) -> list[Subject]:
    return [(number, name, getattr(part, "label", "") or name) for number, (name, part) in enumerate(parts)]
