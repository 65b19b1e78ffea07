"""How often a 95 % interval holds the exact mean of M/M/4, over many short studies.

Studies are drawn from a pool of replications, each study without repeats. That tells the coverage far better than as
many studies as the pool has room for side by side, and is not exact only because the pool's own mean is a little off:
by an eighth of a standard error of a study, which changes the coverage by less than a quarter of a point.
"""

import numpy as np
import pytest

from sim.experiments.comparing import Comparing
from sim.experiments.intervals import paired_interval, t_interval
from sim.patients.population import draw_population
from sim.scenario import load_scenario
from sim.unit.run import simulate
from sim.vocabulary import Level
from tests.statistical.harness import SCENARIOS
from tests.statistical.reading import Floats, Reading
from tests.theory.erlang import mmc_mean_wait

pytestmark = pytest.mark.statistical

POOL, STUDIES, OF = 600, 3000, 15
SHORT = ("run.length=250 days", "run.warm_up=10 days")
RATE, BEDS = 2.0, 4


@pytest.fixture(scope="module")
def pool() -> dict[str, Floats]:
    """Mean numbers in bed and waiting of each replication; times are in days."""
    scenario = load_scenario(SCENARIOS / "mmc-load-50.yaml", SHORT).scenario
    rows = []
    for replication in range(POOL):
        population = draw_population(scenario, replication)
        run = Reading(scenario, population, simulate(scenario, population))
        rows.append((run.mean_level(Level.OCCUPIED), run.mean_level(Level.WAITING)))
    in_bed, waiting = np.array(rows).T
    return {"in bed": in_bed, "waiting": waiting}


EXACT = {"in bed": RATE, "waiting": RATE * mmc_mean_wait(RATE, 1.0, BEDS)}


@pytest.mark.parametrize("what", EXACT)
def test_the_interval_holds_the_exact_mean_as_often_as_it_says(pool: dict[str, Floats], what: str) -> None:
    luck = np.random.default_rng(1)
    studies = [t_interval(luck.choice(pool[what], OF, replace=False)) for _ in range(STUDIES)]
    assert 0.93 <= np.mean([each.low <= EXACT[what] <= each.high for each in studies]) <= 0.97


def test_differences_hold_together_as_often_as_they_say(pool: dict[str, Floats]) -> None:
    """Three alternatives that change nothing, each with luck of its own: all three intervals hold 0."""
    luck, ids = np.random.default_rng(2), ["base", "a", "b", "c"]
    for correction, least, most in (("bonferroni", 0.94, 0.99), ("none", 0.80, 0.93)):
        confidence = Comparing(correction).confidence(ids)  # type: ignore[arg-type]
        held = []
        for _ in range(STUDIES):
            base, *others = luck.choice(pool["in bed"], (4, OF), replace=False)
            changes = [paired_interval(base, other, confidence).difference for other in others]
            held.append(all(each.low <= 0 <= each.high for each in changes))
        assert least <= np.mean(held) <= most
