"""A scenario with all of its unknowns set at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from sim.experiments.calibration.applied import tree_of
from sim.experiments.sensitivity.shares import value_at
from sim.experiments.sensitivity.variants import moved, parsed
from sim.experiments.uncertainty.unknowns import Unknown, written_at
from sim.scenario.reading.faults import faults_of
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.scenario import Scenario
from sim.scenario.tree.node import Steps
from sim.scenario.tree.place import Refused


def with_draw(loaded: LoadedScenario, unknowns: Sequence[Unknown], values: Mapping[str, float]) -> Scenario:
    """The scenario with each unknown at its value (by dotted path; in hours for lengths of time).

    Shares that make up a whole are each set and then scaled together, those that are not drawn too, so that they still
    make it up. Raises Refused when what comes out is not valid.
    """
    tree = loaded.resolved
    moves: dict[Steps, Any] = {
        each.estimate.steps: written_at(each.estimate, values[each.estimate.path], each.whole) for each in unknowns
    }
    for each in unknowns:
        if each.of_a_whole:
            moves |= _made_whole(tree, each, {other.estimate.steps: values[other.estimate.path] for other in unknowns})
    changed = moved(tree, moves)
    try:
        return parsed(changed)
    except ValidationError as error:
        raise Refused(faults_of(error, tree_of(changed))) from None


def _made_whole(tree: Mapping[str, Any], unknown: Unknown, drawn: Mapping[Steps, float]) -> dict[Steps, float]:
    group = (unknown.estimate.steps, *unknown.of_a_whole)
    before = [float(value_at(tree, steps)) for steps in group]
    wanted = [drawn.get(steps, share) for steps, share in zip(group, before, strict=True)]
    scale = sum(before) / sum(wanted)
    return {steps: share * scale for steps, share in zip(group, wanted, strict=True)}
