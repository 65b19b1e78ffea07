"""The same files over a hundred centuries, by the recursions that the engine follows: biases of a few per cent show.

A queue's mean wait settles so slowly that no run of seconds on a clock can show
less than a tenth of it. The engine admits each person exactly when the recursion
does (first test here), so the recursion may do the long runs. Times in days.
"""

from collections.abc import Callable

import numpy as np
import pytest

from sim.patients.population import Population, draw_population
from sim.scenario import Scenario, load_scenario
from sim.unit.run import simulate
from sim.vocabulary import Event
from tests.statistical.harness import SCENARIOS, Numbers, Trial, agree
from tests.statistical.reading import Floats, Mask, Reading
from tests.theory.birth_death import erlang_a
from tests.theory.erlang import erlang_b, erlang_c, mmc_mean_wait, mmc_wait_beyond
from tests.theory.pollaczek import md1_mean_wait, mg1_mean_wait
from tests.theory.priority import mmc_class_waits
from tests.theory.recursions import by_priority, first_come_first_served
from tests.theory.scheduled import dmc

pytestmark = pytest.mark.statistical

DAY_H = 24.0
LONG = ("run.length=36400 days", "run.replications=70")

LOADS_PCT = (30, 50, 70, 80, 90)
STAYS = ("exponential", "constant", "lognormal", "mixed", "empirical")


def admissions(scenario: Scenario, population: Population) -> Floats:
    """Times of admission by recursion, h; nan for never."""
    traits, beds = population.traits, int(scenario.unit.beds)
    holds_h = traits.stay_h + traits.turnover_h
    if scenario.demand.priority_classes:
        return by_priority(population.referral_h, holds_h, traits.priority, beds)
    patience_h = np.zeros(population.size) if scenario.demand.list_limit == 0 else traits.patience_h
    return first_come_first_served(population.referral_h, holds_h, patience_h, beds)


@pytest.mark.parametrize(
    "name",
    [
        *(f"mmc-load-{pct}" for pct in LOADS_PCT),
        *(f"erlang-b-{stays}" for stays in (*STAYS, "turnover")),
        "erlang-a", "erlang-a-equal", "priority", "priority-one-bed", "one-bed-constant", "one-bed-gamma", "scheduled",
    ],
)  # fmt: skip
def test_the_engine_admits_each_person_when_the_recursion_does(name: str) -> None:
    scenario = load_scenario(SCENARIOS / f"{name}.yaml", ("run.length=200 days",)).scenario
    population = draw_population(scenario, replication=0)
    reading = Reading(scenario, population, simulate(scenario, population))
    expected_h = admissions(scenario, population)
    expected_h[expected_h >= scenario.run.horizon_h] = np.nan
    np.testing.assert_allclose(reading.times(Event.ADMITTED), expected_h, rtol=0, atol=1e-9)


def by_recursion(read: Callable[[Floats, Population, Mask], Numbers]) -> Trial:
    """A trial that reads waits (days, nan for never admitted) of the people referred after warm-up."""

    def trial(scenario: Scenario, replication: int) -> Numbers:
        population = draw_population(scenario, replication)
        wait_d = (admissions(scenario, population) - population.referral_h) / DAY_H
        return read(wait_d, population, population.referral_h >= scenario.run.warm_up_h)

    return trial


@by_recursion
def waits(wait_d: Floats, _: Population, some: Mask) -> Numbers:
    return {
        "mean wait": float(wait_d[some].mean()),
        "waits": float((wait_d[some] > 0).mean()),
        "waits half a day": float((wait_d[some] > 0.5).mean()),
    }


@by_recursion
def turned_away(wait_d: Floats, _: Population, some: Mask) -> Numbers:
    return {"never admitted": float(np.isnan(wait_d[some]).mean()), "waits": float((~(wait_d[some] == 0)).mean())}


@by_recursion
def waits_by_class(wait_d: Floats, population: Population, some: Mask) -> Numbers:
    priority = population.traits.priority
    return {f"class {k}": float(wait_d[some & (priority == k)].mean()) for k in range(3)}


@pytest.mark.parametrize("load_pct", LOADS_PCT)
def test_four_beds_are_mmc(load_pct: int) -> None:
    rate = 4 * load_pct / 100
    exact = {
        "mean wait": mmc_mean_wait(rate, 1.0, 4),
        "waits": erlang_c(4, rate),
        "waits half a day": mmc_wait_beyond(0.5, rate, 1.0, 4),
    }
    agree(f"mmc-load-{load_pct}", waits, exact, 0.06, LONG)


@pytest.mark.parametrize("stays", STAYS)
def test_blocking_depends_on_the_mean_stay_only(stays: str) -> None:
    exact = {"never admitted": erlang_b(10, 8.0)}
    agree(f"erlang-b-{stays}", turned_away, exact, 0.02, ("run.length=20000 days",))


def test_patience() -> None:
    exact = erlang_a(4.4, 1.0, 4, patience=1.5)
    numbers = {"never admitted": exact.gives_up, "waits": exact.waits}
    agree("erlang-a", turned_away, numbers, 0.02, ("run.length=20000 days",))


def test_three_classes() -> None:
    exact = mmc_class_waits([0.8, 1.12, 1.28], 1.0, 4)
    numbers = {f"class {k}": wait for k, wait in enumerate(exact)}
    agree("priority", waits_by_class, numbers, 0.04, LONG)


def test_one_bed_and_equal_stays() -> None:
    agree("one-bed-constant", waits, {"mean wait": md1_mean_wait(0.7, 1.0), "waits": 0.7}, 0.03, LONG)


def test_one_bed_and_gamma_stays() -> None:
    agree("one-bed-gamma", waits, {"mean wait": mg1_mean_wait(0.7, 1.0, 1.5**2), "waits": 0.7}, 0.05, LONG)


def test_admissions_by_appointment() -> None:
    exact = dmc(every=10.0, stay=25.5, servers=3)
    numbers = {"mean wait": exact.mean / DAY_H, "waits": exact.waits}
    agree("scheduled", waits, numbers, 0.05, LONG)
