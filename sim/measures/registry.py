"""All measures, in the order in which they are shown."""

from collections.abc import Iterator

from sim.measures import access, beds, care, feeling, outcome, punctuality, staffing, transition
from sim.measures.measure import Declared, Measure
from sim.scenario.scenario import Scenario

GROUPS = (access, beds, care, punctuality, feeling, staffing, outcome, transition)
DECLARED = tuple(found for group in GROUPS for found in vars(group).values() if isinstance(found, Declared))

MEASURES = tuple(declared.measure for declared in DECLARED)
"""Every measure once, before it is split by role, destination or band."""


def registry_for(scenario: Scenario) -> list[Measure]:
    """The measures of a scenario, with one for each of its roles, destinations and bands where they are split."""
    return list(_measures(scenario))


def _measures(scenario: Scenario) -> Iterator[Measure]:
    for declared in DECLARED:
        for measure, _ in declared.taken_from(scenario):
            yield measure
