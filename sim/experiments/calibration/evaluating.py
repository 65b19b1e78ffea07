"""What the targets' measures are at a point, over replications; each point is run once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from sim.errors import ScenarioError
from sim.experiments.calibration.applied import applied
from sim.experiments.calibration.crew import Run
from sim.experiments.calibration.objective import objective
from sim.experiments.calibration.study import Study, Target
from sim.experiments.driving import Values
from sim.experiments.replication import Job
from sim.experiments.sensitivity.quantities import plain as digits
from sim.scenario import Scenario
from sim.scenario.tree.place import Refused

Point = tuple[float, ...]
"""Values of the free numbers, in their order."""


@dataclass(frozen=True)
class Evaluation:
    """One point that was run."""

    point: Point
    means: tuple[float, ...]
    """Of the targets' measures, in their order; nan where no replication has seen one."""
    objective: float


class Spent(Exception):
    """The study allows no more evaluations."""


class Evaluations:
    """Every point run so far, in order."""

    def __init__(self, study: Study, run: Run):
        self._study, self._run = study, run
        self._known: dict[Point, Evaluation] = {}

    @property
    def all(self) -> tuple[Evaluation, ...]:
        """In the order in which they were run."""
        return tuple(self._known.values())

    @property
    def best(self) -> Evaluation:
        """The nearest to the targets; of equals the first."""
        return min(self._known.values(), key=lambda each: each.objective)

    def at(self, points: Sequence[Point]) -> list[Evaluation]:
        """Run together those of the points that are new. Raises Spent, with nothing run, when they are too many."""
        new = [point for point in dict.fromkeys(points) if point not in self._known]
        if len(self._known) + len(new) > self._study.evaluations:
            raise Spent
        found = values_at(self._study, self._study.targets, new, range(self._study.replications), self._run)
        for point, values in zip(new, found, strict=True):
            means = tuple(map(_mean, values))
            self._known[point] = Evaluation(point, means, objective(self._study.targets, means))
        return [self._known[point] for point in points]


def values_at(
    study: Study, targets: Sequence[Target], points: Sequence[Point], replications: Iterable[int], run: Run
) -> list[list[list[float]]]:
    """By point, target and replication. Raises ScenarioError for a point that is no valid scenario."""
    numbers = list(replications)
    names = [name for name in study.scenarios if any(target.scenario == name for target in targets)]
    plan = [
        Job(name, scenario, number)
        for point in points
        for name, scenario in _scenarios(study, point, names).items()
        for number in numbers
    ]
    found = iter(run(plan))
    runs = [{name: [next(found) for _ in numbers] for name in names} for _ in points]
    return [[_series(each[target.scenario], target.measure) for target in targets] for each in runs]


def _series(runs: Sequence[Values], measure: str) -> list[float]:
    return [values[measure] for values in runs]


def _scenarios(study: Study, point: Point, names: Sequence[str]) -> dict[str, Scenario]:
    settings = study.settings(point)
    try:
        return {name: applied(study.scenarios[name], settings) for name in names}
    except Refused as problem:
        fault = problem.found[0]
        said = ", ".join(f"{path} = {digits(value)}" for path, value in settings.items())
        raise ScenarioError(
            f"{study.path}: the search came to {said}, where {fault.path} {fault.says}; narrower bounds are accepted"
        ) from None


def _mean(values: Sequence[float]) -> float:
    known = np.array(values)[~np.isnan(values)]
    return float(known.mean()) if known.size else nan
