"""Draws: a value for every parameter at once, and the scenarios that have them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sim.errors import ScenarioError
from sim.experiments.statistics.resampling import Floats
from sim.experiments.uncertainty.applying import with_draw
from sim.experiments.uncertainty.unknowns import Unknown, unknowns
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.scenario import Scenario
from sim.scenario.tree.place import Refused

MOST_LEFT_OUT = 0.5
"""When more of the draws than this are not valid, what is left says little about what we do not know."""


@dataclass(frozen=True)
class Side:
    """One of the scenarios compared, or the only one."""

    id: str
    loaded: LoadedScenario
    unknowns: Sequence[Unknown]


@dataclass(frozen=True)
class Draw:
    """One state of the world that what is published allows."""

    number: int
    """Counted from 1."""
    scenarios: Sequence[Scenario]
    """One for each side; none when the draw is left out."""
    left_out: str = ""
    """Why it is not valid."""


@dataclass(frozen=True)
class Design:
    """What is drawn."""

    sides: Sequence[Side]
    keys: Sequence[str]
    """The parameters: dotted path of the first place of each."""
    positions: Floats
    """From 0 to 1, shape (draws, parameters): a Latin hypercube."""

    def places(self, key: str) -> list[Unknown]:
        """Where a parameter stands, each path once; the base has the first word."""
        found: dict[str, Unknown] = {}
        for side in self.sides:
            for each in side.unknowns:
                if each.key == key:
                    found.setdefault(each.estimate.path, each)
        return list(found.values())


def design_of(
    loaded: Sequence[LoadedScenario], ids: Sequence[str], draws: int, only: str, published_alone: bool
) -> Design:
    """The draws over all parameters of the scenarios; one that stands in several is drawn once for all of them.

    The seed is that of the first scenario. Raises ScenarioError when a scenario has no parameter to draw.
    """
    from scipy.stats import qmc

    sides = [Side(name, each, unknowns(each, only, published_alone)) for name, each in zip(ids, loaded, strict=True)]
    keys = list(dict.fromkeys(unknown.key for side in sides for unknown in side.unknowns))
    hypercube = qmc.LatinHypercube(len(keys), rng=loaded[0].scenario.run.seed)
    return Design(sides, keys, np.asarray(hypercube.random(draws)))


def draws_of(design: Design) -> list[Draw]:
    """Every draw. Raises ScenarioError when too few of them make valid scenarios."""
    values = [_values(design, side) for side in design.sides]
    draws = list(_draws(design, values))
    refused = [draw for draw in draws if draw.left_out]
    if len(refused) > MOST_LEFT_OUT * len(draws):
        raise ScenarioError(
            f"{design.sides[0].loaded.path}: {len(refused)} of {len(draws)} draws are not valid scenarios, the first "
            f"because {refused[0].left_out}; --only chooses what is drawn"
        )
    return draws


def _draws(design: Design, values: Sequence[Mapping[str, Floats]]) -> Iterator[Draw]:
    for row in range(len(design.positions)):
        try:
            scenarios = [
                with_draw(side.loaded, side.unknowns, {path: float(each[row]) for path, each in of_side.items()})
                for side, of_side in zip(design.sides, values, strict=True)
            ]
        except Refused as problem:
            fault = problem.found[0]
            yield Draw(row + 1, [], f"{fault.path} {fault.says}")
        else:
            yield Draw(row + 1, scenarios)


def _values(design: Design, side: Side) -> dict[str, Floats]:
    """Path to its value in each draw."""
    column = {key: number for number, key in enumerate(design.keys)}
    return {each.estimate.path: each.at(design.positions[:, column[each.key]]) for each in side.unknowns}
