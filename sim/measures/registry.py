"""All measures, in the order in which they are shown."""

from collections.abc import Iterator

from sim.measures import (
    access,
    afterwards,
    beds,
    care,
    complications,
    counselling,
    deaths,
    feeling,
    front_door,
    linkage,
    money,
    outcome,
    punctuality,
    staffing,
    stays,
    transition,
    waiting_list,
)
from sim.measures.measure import Declared, Measure
from sim.scenario.scenario import Scenario

GROUPS = (
    access, front_door, waiting_list, beds, care, punctuality, counselling, feeling, staffing, outcome, stays,
    complications, transition, linkage, afterwards, deaths, money,
)  # fmt: skip
DECLARED = tuple(
    found
    for group in GROUPS
    for found in vars(group).values()
    if isinstance(found, Declared) and found.take.__module__ == group.__name__
)
"""Each once, although a module may know a measure of another one."""

MEASURES = tuple(declared.measure for declared in DECLARED)
"""Every measure once, before it is taken by role, destination, band ... and whatever a scenario needs for it."""


def registry_for(scenario: Scenario) -> list[Measure]:
    """The measures of a scenario, with one for each of its roles, destinations, bands ... where they are so taken."""
    return list(_measures(scenario))


def _measures(scenario: Scenario) -> Iterator[Measure]:
    for declared in DECLARED:
        for measure, _ in declared.taken_from(scenario):
            yield measure
