"""A scenario file, run as often as it asks, against numbers known exactly.

A number disagrees when it lies more than `FAR` standard errors from theory. With
25 replications that happens by chance to about 1 number in 2000 (Student's t, 24
degrees of freedom, |t| > 4). Seeds are fixed, so a test that has passed passes
again; one that fails is run once more with fresh luck, and only a number that is
far both times is believed to be wrong: a false alarm in about 1 of 4 million.

Each test says which relative bias it would notice; the run must be long enough to
notice it in 19 of 20 cases, or the test fails as too weak.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sim.patients.population import draw_population
from sim.scenario import Scenario, load_scenario
from sim.unit.run import simulate
from tests.statistical.reading import Reading

FAR = 4.0
NOTICED_IN_19_OF_20 = 1.645
FRESH = 1_000_000
SCENARIOS = Path(__file__).parent / "scenarios"

Numbers = Mapping[str, float]
Read = Callable[[Reading], Numbers]
Trial = Callable[[Scenario, int], Numbers]
"""One replication, by whatever means, as the numbers that theory speaks of."""


@dataclass(frozen=True)
class Estimate:
    """Mean over replications with its standard error, beside the exact value."""

    mean: float
    error: float
    exact: float

    @property
    def distance(self) -> float:
        """From theory, in standard errors."""
        return abs(self.mean - self.exact) / self.error

    @property
    def noticed(self) -> float:
        """The smallest relative bias that would be noticed in 19 of 20 cases."""
        return (FAR + NOTICED_IN_19_OF_20) * self.error / abs(self.exact)

    def __str__(self) -> str:
        return f"{self.mean:.6g} ± {self.error:.2g}, exact {self.exact:.6g}, {self.distance:.1f} standard errors"


def in_the_engine(read: Read) -> Trial:
    """A trial that runs the unit and reads its log."""

    def trial(scenario: Scenario, replication: int) -> Numbers:
        population = draw_population(scenario, replication)
        return read(Reading(scenario, population, simulate(scenario, population)))

    return trial


def agree(name: str, trial: Trial, exact: Numbers, notices: float, changes: Sequence[str] = ()) -> None:
    """Fail unless every number of the scenario file `name` agrees with theory.

    `notices` is the relative bias that every number must be able to show;
    `changes` are made to the file first, as `--set` would.
    """
    scenario = load_scenario(SCENARIOS / f"{name}.yaml", changes).scenario
    first = estimate(scenario, scenario.run.seed, trial, exact)
    weak = [f"{key} shows only {found.noticed:.1%}" for key, found in first.items() if found.noticed > notices]
    assert not weak, f"{name} is too short to notice a bias of {notices:.1%}: " + "; ".join(weak)
    far = [key for key, found in first.items() if found.distance > FAR]
    if far:
        again = estimate(scenario, scenario.run.seed + FRESH, trial, exact)
        wrong = [f"{key}: {first[key]}; again {again[key]}" for key in far if again[key].distance > FAR]
        assert not wrong, f"{name} disagrees with theory. " + "; ".join(wrong)


def estimate(scenario: Scenario, seed: int, trial: Trial, exact: Numbers) -> dict[str, Estimate]:
    """Means and standard errors over the scenario's replications."""
    run = scenario.run.model_copy(update={"seed": seed})
    seeded = scenario.model_copy(update={"run": run})
    rows = [trial(seeded, replication) for replication in range(run.replications)]
    values = {key: np.array([row[key] for row in rows]) for key in exact}
    return {
        key: Estimate(float(found.mean()), float(found.std(ddof=1)) / run.replications**0.5, exact[key])
        for key, found in values.items()
    }
