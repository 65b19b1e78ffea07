"""A scenario with one estimate moved: valid, or with the reason why it cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isclose
from typing import Any

from pydantic import ValidationError

from sim.experiments.sensitivity.estimates import Estimate
from sim.experiments.sensitivity.quantities import centre, is_number, recentred, written
from sim.experiments.sensitivity.ranges import Range, range_of
from sim.experiments.sensitivity.shares import NoRoom, made_room, others_of, whole_pct
from sim.scenario.checks.cross_checks import cross_faults
from sim.scenario.reading.faults import faults_of
from sim.scenario.scenario import Scenario
from sim.scenario.tree.node import Node, Steps, dotted
from sim.scenario.tree.place import Fault, Place, Refused

LIMITS = {"less_than_equal": "le", "greater_than_equal": "ge"}
MOST_TRIES = 3
"""As wanted, as a whole number, at the limit."""

Tree = Mapping[str, Any]
Moves = Mapping[Steps, Any]


@dataclass(frozen=True)
class Variant:
    """One end of an estimate's range."""

    value: Any
    """As it would be written in a scenario."""
    scenario: Scenario | None
    """None when the end is where the estimate is already, or when it was refused."""
    refused: str = ""
    """Why it is not valid."""


@dataclass(frozen=True)
class Varied:
    """An estimate at both ends of its range."""

    estimate: Estimate
    taken_from: str
    low: Variant
    high: Variant


def varied(tree: Tree, estimate: Estimate) -> Varied:
    """Both ends, all else as it is in the resolved scenario `tree`."""
    ends = range_of(estimate)
    low, high = (_variant(tree, estimate, target, ends) for target in (ends.low, ends.high))
    return Varied(estimate, ends.taken_from, low, high)


def _variant(tree: Tree, estimate: Estimate, target: float, ends: Range) -> Variant:
    if ends.low == ends.high:
        return Variant(estimate.value, None, "is 0, of which a quarter less or more is the same")
    others = others_of(tree, estimate.steps)
    if others:
        target = min(max(target, 0.0), whole_pct(tree, estimate.steps, others))
    stays = isclose(target, centre(estimate.value), rel_tol=1e-9)
    value = estimate.value if stays else recentred(estimate.value, target)
    try:
        return _settled(tree, estimate, value, others)
    except NoRoom as problem:
        return Variant(value, None, str(problem))
    except Refused as problem:
        return Variant(value, None, _reason(problem.found[0], estimate))


def _settled(tree: Tree, estimate: Estimate, value: Any, others: list[Steps]) -> Variant:
    """The value wanted, or the nearest that the types accept. Raises Refused and NoRoom."""
    for _ in range(MOST_TRIES):
        if value == estimate.value:
            return Variant(value, None)
        moves = {estimate.steps: value, **(made_room(tree, estimate.steps, others, value) if others else {})}
        changed = moved(tree, moves)
        try:
            return Variant(value, parsed(changed))
        except ValidationError as error:
            nearest = _nearest(error, estimate.value, value)
            if nearest is None:
                raise Refused(faults_of(error, _node(changed))) from None
            value = nearest
    raise Refused([Fault(Place(""), estimate.path, f"is {written(value)}, and no value near it is accepted")])


def parsed(tree: Tree) -> Scenario:
    """The scenario of a tree. Raises ValidationError from the types, and Refused from the checks between sections."""
    scenario = Scenario.model_validate(_with_tuples(tree), by_alias=True, by_name=False)
    sections = {name: getattr(scenario, name) for name in Scenario.model_fields}
    faults = [Fault(Place(""), dotted(steps), says) for steps, says in cross_faults(sections)]
    if faults:
        raise Refused(faults)
    return scenario


def _nearest(error: ValidationError, before: Any, value: Any) -> Any:
    """The whole number or the limit that the types ask for; None when they ask for something else."""
    if not is_number(value):
        return None
    for detail in error.errors(include_url=False):
        if detail["type"] == "int_type":
            return _whole(before, value)
        if detail["type"] in LIMITS:
            limit = detail["ctx"][LIMITS[detail["type"]]]
            return int(limit) if isinstance(before, int) else float(limit)
    return None


def _whole(before: int, value: float) -> int:
    """Rounded, and moved by at least 1."""
    return round(value) if round(value) != before else before + (1 if value > before else -1)


def _reason(fault: Fault, estimate: Estimate) -> str:
    return fault.says if fault.path == estimate.path else f"{fault.path} {fault.says}"


def moved(value: Any, moves: Moves, steps: Steps = ()) -> Any:
    """A tree, or what is below `steps` in it, with what stands at the end of each of these ways replaced."""
    if steps in moves:
        return moves[steps]
    if isinstance(value, Mapping):
        return {name: moved(below, moves, (*steps, name)) for name, below in value.items()}
    if isinstance(value, list):
        return [moved(below, moves, (*steps, place)) for place, below in enumerate(value)]
    return value


def _with_tuples(value: Any) -> Any:
    """Lists as the reader of files hands them on."""
    if isinstance(value, Mapping):
        return {name: _with_tuples(below) for name, below in value.items()}
    return tuple(map(_with_tuples, value)) if isinstance(value, list) else value


def _node(value: Any) -> Node:
    """The tree as messages need it; nothing in it was said in a file."""
    node = Node(value, Place(""))
    if isinstance(value, Mapping):
        return replace(node, content={name: _node(below) for name, below in value.items()})
    return replace(node, content=tuple(map(_node, value))) if isinstance(value, list) else node
