"""The parameters of a scenario that nobody knows exactly, and how each of them is drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

import numpy as np
from pydantic import ValidationError

from sim.errors import ScenarioError
from sim.experiments.calibration.applied import tree_of
from sim.experiments.sensitivity.estimates import Estimate, estimates
from sim.experiments.sensitivity.quantities import centre, in_time, is_number, recentred
from sim.experiments.sensitivity.ranges import A_QUARTER, Range, range_of
from sim.experiments.sensitivity.shares import ENDING, others_of
from sim.experiments.sensitivity.variants import moved, parsed
from sim.experiments.statistics.resampling import Floats
from sim.experiments.sweep.base import Base
from sim.experiments.uncertainty.marginals import WHOLE_PCT, Marginal, matched
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.tree.node import Steps
from sim.scenario.tree.place import Refused

EXTREMES = (0.0005, 0.9995)
"""Few draws lie farther out than these; what the scenario does not accept up to here is cut off."""
HALVINGS = 12
LEAST_ROOM = 0.1
"""Of its range; a parameter with less is held in place by the rest of the scenario, as a share that is the whole."""
TRIED = 0.37
"""A fraction that no count has."""
CHOSEN = ("people.traits.*.ages.*", "*.priority")
"""Groups of ages and ranks of tasks are what somebody calls them, and can be no other than they are."""


@dataclass(frozen=True)
class Unknown:
    """One place of a scenario where a parameter stands."""

    key: str
    """Places with the same key are one parameter: they are drawn together."""
    estimate: Estimate
    taken_from: str
    """`PUBLISHED` or `A_QUARTER`."""
    marginal: Marginal
    low: float
    """The range that the scenario accepts; in hours for lengths of time."""
    high: float
    whole: bool = False
    """Whether only whole numbers are accepted."""
    of_a_whole: tuple[Steps, ...] = ()
    """The other shares that make up 100 with this one."""

    def at(self, positions: Floats) -> Floats:
        """Values at positions between 0 and 1; a count is the nearest one."""
        values = np.clip(self.marginal.at(positions), self.low, self.high)
        return np.round(values) if self.whole else values


def unknowns(loaded: LoadedScenario, only: str = "*", published_alone: bool = False) -> list[Unknown]:
    """Those whose dotted path fits the pattern, in the order of the file.

    Left out are those that are 0, of which a quarter less or more is the same, assumed shares of 100 %, and those that
    cannot be moved alone.
    `published_alone` leaves out those without a published interval. Raises ScenarioError when none is left.
    """
    found = list(_unknowns(loaded, only, published_alone))
    if not found:
        lacks = " with a published interval" if published_alone else ""
        raise ScenarioError(f"{loaded.path}: has no estimate{lacks} that fits '{only}' and could be drawn")
    return found


def _unknowns(loaded: LoadedScenario, only: str, published_alone: bool) -> Iterator[Unknown]:
    keys: dict[tuple[Any, ...], str] = {}
    base = Base(loaded)
    for estimate in estimates(loaded, only):
        ends = range_of(estimate)
        if any(fnmatchcase(estimate.path, pattern) for pattern in CHOSEN):
            continue
        if ends.low >= ends.high or (ends.taken_from == A_QUARTER and (published_alone or _is_all(estimate))):
            continue
        key = keys.setdefault(_what(estimate, ends), estimate.path)
        wanted = _unlimited(loaded.resolved, estimate, ends, key)
        unknown = _within(base, wanted)
        if unknown.high - unknown.low > LEAST_ROOM * (wanted.high - wanted.low):
            yield unknown


def _what(estimate: Estimate, ends: Range) -> tuple[Any, ...]:
    """The same for places that say the same published figure."""
    if ends.taken_from == A_QUARTER or not estimate.grounds:
        return (estimate.path,)
    return (*estimate.grounds.sources, in_time(estimate.value), centre(estimate.value), ends.low, ends.high)


def _is_share(estimate: Estimate) -> bool:
    return str(estimate.steps[-1]).endswith(ENDING) and is_number(estimate.value)


def _is_all(estimate: Estimate) -> bool:
    return _is_share(estimate) and bool(estimate.value == WHOLE_PCT)


def _unlimited(tree: Mapping[str, Any], estimate: Estimate, ends: Range, key: str) -> Unknown:
    marginal = matched(ends.low, ends.high, _is_share(estimate))
    low, high = marginal.at(np.array(EXTREMES)).tolist()
    return Unknown(
        key, estimate, ends.taken_from, marginal, low, high, of_a_whole=tuple(others_of(tree, estimate.steps))
    )


def _within(base: Base, unknown: Unknown) -> Unknown:
    """Cut off where the scenario, all else being as it is, would not be valid any more."""
    if unknown.of_a_whole:
        return unknown
    estimate = unknown.estimate
    middle, whole = centre(estimate.value), _is_whole(base.loaded.resolved, estimate)
    low, high = (_farthest(base, estimate, middle, end, whole) for end in (unknown.low, unknown.high))
    return replace(unknown, low=min(low, middle), high=max(high, middle), whole=whole)


def _is_whole(tree: Mapping[str, Any], estimate: Estimate) -> bool:
    if not isinstance(estimate.value, int):
        return False
    try:
        parsed(moved(tree, {estimate.steps: estimate.value + TRIED}))
    except ValidationError as error:
        return any(detail["type"] == "int_type" for detail in error.errors(include_url=False))
    except Refused:
        return False
    return False


def _farthest(base: Base, estimate: Estimate, middle: float, end: float, whole: bool) -> float:
    """The end, or how far towards it the scenario stays valid."""
    if _is_valid(base, estimate, end, whole):
        return end
    inside, outside = middle, end
    for _ in range(HALVINGS):
        tried = (inside + outside) / 2
        if _is_valid(base, estimate, tried, whole):
            inside = tried
        else:
            outside = tried
    return inside


def _is_valid(base: Base, estimate: Estimate, target: float, whole: bool) -> bool:
    section = str(estimate.steps[0])
    changed = moved(base.loaded.resolved[section], {estimate.steps: written_at(estimate, target, whole)}, (section,))
    try:
        base.varied([tree_of({section: changed})])
    except Refused:
        return False
    return True


def written_at(estimate: Estimate, target: float, whole: bool) -> Any:
    """What the scenario says when the centre of the estimate is `target`."""
    return round(target) if whole else recentred(estimate.value, target)
