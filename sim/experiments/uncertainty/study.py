"""Running it: every draw of every scenario over the same replications, which meet the same luck."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sim.errors import ScenarioError
from sim.experiments.comparable import check_comparable, distinct_ids
from sim.experiments.driving import Failed, Hands, Outcome, driver
from sim.experiments.measure_said import hint
from sim.experiments.replication import Job
from sim.experiments.sensitivity.study import MEASURES
from sim.experiments.statistics.resampling import Floats
from sim.experiments.uncertainty.draws import Design, Draw, design_of, draws_of
from sim.measures import registry_for
from sim.measures.measure import Measure
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.scenario import Scenario

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Asked:
    """What a study is of."""

    draws: int
    only: str = "*"
    published_alone: bool = False
    measures: Sequence[str] = ()
    """Those looked at; none for a usual few."""


@dataclass(frozen=True)
class Prepared:
    """A study that can be run: every draw has been tried against the types and checks of a scenario."""

    asked: Asked
    design: Design
    draws: Sequence[Draw]
    measures: Sequence[Measure]

    @property
    def replications(self) -> int:
        return self.design.sides[0].loaded.scenario.run.replications


@dataclass(frozen=True)
class Found:
    """What came of it."""

    prepared: Prepared
    values: dict[str, Floats]
    """Name of a side to its values, shape (draws, replications, measures); nan for what is not known."""
    failed: Sequence[tuple[int, str, int, str]]
    """Draw, side, replication and reason of each run that did not finish."""


def prepare(loaded: Sequence[LoadedScenario], asked: Asked) -> Prepared:
    """Draw, and check everything.

    Raises ScenarioError when the scenarios cannot be paired, when a measure or pattern means nothing here, and when too
    few draws are valid.
    """
    check_comparable(loaded)
    design = design_of(loaded, distinct_ids(loaded), asked.draws, asked.only, asked.published_alone)
    return Prepared(asked, design, draws_of(design), _measures(loaded, asked.measures))


def run_prepared(prepared: Prepared, hands: Hands, store: Path, tell: Tell) -> Found:
    """Run what the store does not hold yet. Raises what the driver raises; what is finished is kept."""
    with driver(hands, store, tell) as drive:
        return found_by(prepared, drive)


def found_by(prepared: Prepared, drive: Callable[[Sequence[Job]], list[Outcome]]) -> Found:
    """The values of every draw, by whatever runs jobs."""
    names = [measure.name for measure in prepared.measures]
    shape = (len(prepared.draws), prepared.replications, len(names))
    values = {side.id: np.full(shape, np.nan) for side in prepared.design.sides}
    failed: list[tuple[int, str, int, str]] = []
    runs = list(_runs(prepared))
    outcomes = drive([Job(f"{side}, draw {draw}", scenario, number) for draw, side, number, scenario in runs])
    for (draw, side, number, _), outcome in zip(runs, outcomes, strict=True):
        if isinstance(outcome, Failed):
            failed.append((draw, side, number, outcome.reason))
        else:
            values[side][draw - 1, number] = [outcome.get(name, np.nan) for name in names]
    return Found(prepared, values, failed)


def _runs(prepared: Prepared) -> Iterator[tuple[int, str, int, Scenario]]:
    """Draw, side, replication and scenario of everything there is to run."""
    for draw in prepared.draws:
        if not draw.left_out:
            for side, scenario in zip(prepared.design.sides, draw.scenarios, strict=True):
                for number in range(prepared.replications):
                    yield draw.number, side.id, number, scenario


def _measures(loaded: Sequence[LoadedScenario], asked: Sequence[str]) -> list[Measure]:
    """Those that every scenario has, in the order asked for."""
    known = [{measure.name: measure for measure in registry_for(each.scenario)} for each in loaded]
    for each, names in zip(loaded, known, strict=True):
        unknown = next((name for name in asked if name not in names), None)
        if unknown is not None:
            raise ScenarioError(f"{each.path}: has no measure '{unknown}'{hint(unknown, names)}")
    shared = known[0].keys() & known[-1].keys()
    return [known[0][name] for name in dict.fromkeys(asked or MEASURES) if name in shared]
