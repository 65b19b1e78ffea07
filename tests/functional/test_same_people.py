"""Common random numbers: a person of one number is the same person in every scenario."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.patients.population import Population, draw_population
from sim.patients.traits import Traits
from tests.functional.strategies import Tree, all_rules
from tests.functional.wards import ward

pytestmark = pytest.mark.functional

FEW = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def assert_same_people(some: Population, more: Population) -> None:
    """Everyone of `some` is in `more`, comes at the same time and has all the same traits."""
    place = {number: row for row, number in enumerate(more.number.tolist())}
    there = [place[number] for number in some.number.tolist()]
    np.testing.assert_array_equal(more.referral_h[there], some.referral_h)
    for field in fields(Traits):
        mine, theirs = getattr(some.traits, field.name), getattr(more.traits, field.name)
        if isinstance(mine, dict):
            for work in mine:
                np.testing.assert_array_equal(theirs[work][there], mine[work], err_msg=f"{field.name} {work!r}")
        else:
            np.testing.assert_array_equal(theirs[there], mine, err_msg=field.name)


@FEW
@given(all_rules(), st.floats(1.0, 3.0))
def test_more_demand_adds_people_and_changes_nobody(tree: Tree, factor: float) -> None:
    more = tree | {"demand": tree["demand"] | {"factor": factor}}
    assert_same_people(draw_population(ward(**tree), 5), draw_population(ward(**more), 5))


@FEW
@given(all_rules(), st.integers(1, 3))
def test_beds_staff_and_length_change_nobody(tree: Tree, more: int) -> None:
    days = int(tree["length"].split()[0]) + more
    other = tree | {
        "beds": tree["beds"] + more,
        "length": f"{days} days",
        "unit": {"turnover": tree["unit"].get("turnover", "0 h")},
    }
    assert_same_people(draw_population(ward(**tree), 5), draw_population(ward(**other), 5))


def test_replications_and_seeds_are_other_people() -> None:
    scenario = ward(demand={"per_day": 20})
    reseeded = scenario.model_copy(update={"run": scenario.run.model_copy(update={"seed": 8})})
    draws = [draw_population(scenario, 0), draw_population(scenario, 1), draw_population(reseeded, 0)]
    assert len({population.referral_h[0] for population in draws}) == 3
