"""A scenario with some of its numbers replaced, as by `--set`."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from sim.experiments.sensitivity.quantities import plain as digits
from sim.scenario import LoadedScenario, Scenario
from sim.scenario.checks.cross_checks import cross_faults
from sim.scenario.reading.changes import with_change
from sim.scenario.reading.faults import faults_of
from sim.scenario.tree.node import Node, dotted, plain
from sim.scenario.tree.place import Fault, Place, Refused

NOWHERE = Place("")
"""The tree was read long ago; its lines no longer matter."""


def value_at(loaded: LoadedScenario, path: str) -> Any:
    """What the resolved scenario says at a dotted path; None where it says nothing."""
    found: Any = loaded.resolved
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def applied(loaded: LoadedScenario, settings: Mapping[str, float]) -> Scenario:
    """`with_values`, with those paths left out at which the scenario has nothing. Raises Refused."""
    return with_values(loaded, {path: value for path, value in settings.items() if value_at(loaded, path) is not None})


def with_values(loaded: LoadedScenario, settings: Mapping[str, float]) -> Scenario:
    """The scenario with these values at these dotted paths, its file not being read again.

    Raises Refused with a fault for everything that the types and the checks between sections object to.
    """
    faults: list[Fault] = []
    root = tree_of(loaded.resolved)
    for path, value in settings.items():
        root = with_change(root, f"{path}={digits(value)}", faults)
    if faults:
        raise Refused(faults)
    try:
        scenario = Scenario.model_validate(plain(root), by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(faults_of(error, root)) from None
    sections = {name: getattr(scenario, name) for name in Scenario.model_fields}
    faults = [Fault(NOWHERE, dotted(steps), says) for steps, says in cross_faults(sections)]
    if faults:
        raise Refused(faults)
    return scenario


def tree_of(value: Any) -> Node:
    """A resolved scenario, or a part of it, as a tree without places."""
    if isinstance(value, Mapping):
        return Node({name: tree_of(below) for name, below in value.items()}, NOWHERE)
    return Node(tuple(map(tree_of, value)) if isinstance(value, list) else value, NOWHERE)
