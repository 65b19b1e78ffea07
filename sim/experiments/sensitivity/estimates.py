"""The estimates of a scenario: every number in it that nobody decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from sim.errors import ScenarioError
from sim.experiments.sensitivity.naming import plain_name
from sim.experiments.sensitivity.quantities import is_duration, is_list, is_number, is_spread
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.reading.strict import DECISIONS, SETTINGS, WORDS
from sim.scenario.tree.node import Provenance, Steps, dotted
from sim.scenario.tree.place import short
from sim.scenario.values.nearest import suggestion

DECIDED = (*DECISIONS, "*.beds", "*.room_beds", "*.slots_per_day", "census.*")
"""Beds, places and headcounts are chosen, and who is in the unit tonight is known."""


@dataclass(frozen=True)
class Estimate:
    """A number, a length of time, a spread, or a list that is moved as one."""

    steps: Steps
    value: Any
    """As it is written in the resolved scenario."""
    name: str
    """In plain words."""
    grounds: Provenance | None
    """Its own, or those of the nearest map or list around it."""

    @property
    def path(self) -> str:
        return dotted(self.steps)


def estimates(loaded: LoadedScenario, only: str = "*") -> list[Estimate]:
    """Those whose dotted path fits the pattern, in the order of the file. Raises ScenarioError when there are none."""
    everything = [
        Estimate(steps, value, plain_name(loaded.resolved, steps), _grounds(loaded, steps))
        for steps, value in _numbers(loaded.resolved, ())
    ]
    found = [each for each in everything if fnmatchcase(each.path, only)]
    if not found:
        paths = [each.path for each in everything]
        raise ScenarioError(
            f"{loaded.path}: no estimate has a path like '{short(only)}'{suggestion(only, paths)}; a dotted path is "
            "accepted, with * for any part of it, such as 'leaving.*'"
        )
    return found


def _numbers(value: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if steps and (steps[0] in SETTINGS or any(fnmatchcase(dotted(steps), pattern) for pattern in DECIDED)):
        return
    if is_spread(value) or is_number(value) or is_list(value) or (is_duration(value) and steps[-1] not in WORDS):
        yield steps, value
    elif isinstance(value, dict | list):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _numbers(below, (*steps, step))


def _grounds(loaded: LoadedScenario, steps: Steps) -> Provenance | None:
    around = (dotted(steps[:length]) for length in range(len(steps), 0, -1))
    return next((loaded.provenance[path] for path in around if path in loaded.provenance), None)
