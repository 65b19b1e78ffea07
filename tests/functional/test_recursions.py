"""The engine against recursions that never look at a clock: the same admission of the same person, to 1e-9 h.

Theory holds the engine to long-run means (`tests/statistical`); these hold every single wait.
"""

from typing import Any

import numpy as np
import pytest

from sim.vocabulary import Event
from tests.functional.wards import run, times, ward
from tests.theory.recursions import by_priority, first_come_first_served

pytestmark = pytest.mark.functional

YEAR = "52 weeks"


def assert_same_admissions(found_h: np.ndarray, expected_h: np.ndarray, horizon_h: float) -> None:
    """What falls on the horizon or after it does not happen."""
    expected_h = np.where(expected_h < horizon_h, expected_h, np.nan)
    np.testing.assert_allclose(found_h, expected_h, rtol=0, atol=1e-9)


@pytest.mark.parametrize("replication", range(3))
@pytest.mark.parametrize(
    ("demand", "unit"),
    [
        ({}, {}),
        ({"patience": {"exponential": {"mean": "12 h"}}}, {}),
        ({"patience": {"uniform": {"low": "1 h", "high": "3 days"}}}, {}),
        ({"list_limit": 0, "patience": "0 h"}, {}),
        ({}, {"turnover": {"uniform": {"low": "1 h", "high": "5 h"}}}),
    ],
    ids=["waiting", "exponential patience", "uniform patience", "nobody waits", "cleaning"],
)
def test_every_wait_under_first_come_first_served(
    demand: dict[str, Any], unit: dict[str, Any], replication: int
) -> None:
    stay = {"lognormal": {"mean": "1 day", "sd": "1 day"}}
    scenario = ward(beds=5, stay=stay, length=YEAR, demand={"per_day": 4.6} | demand, unit=unit)
    population, log = run(scenario, replication)
    traits = population.traits
    holds_h = traits.stay_h + traits.turnover_h
    expected_h = first_come_first_served(population.referral_h, holds_h, traits.patience_h, beds=5)
    assert_same_admissions(times(population, log, Event.ADMITTED), expected_h, scenario.run.horizon_h)


@pytest.mark.parametrize("replication", range(3))
def test_every_wait_under_priorities(replication: int) -> None:
    classes = {"first": {"share_pct": 30}, "second": {"share_pct": 30}, "third": {"share_pct": 40}}
    stay = {"gamma": {"mean": "1 day", "sd": "12 h"}}
    scenario = ward(beds=3, stay=stay, length=YEAR, demand={"per_day": 2.7, "priority_classes": classes})
    population, log = run(scenario, replication)
    traits = population.traits
    expected_h = by_priority(population.referral_h, traits.stay_h, traits.priority, beds=3)
    assert_same_admissions(times(population, log, Event.ADMITTED), expected_h, scenario.run.horizon_h)


def test_the_ratio_rule_is_a_smaller_ward() -> None:
    """Two nurses with three patients each run ten beds as six, event by event."""
    stay, demand = {"exponential": {"mean": "1 day"}}, {"per_day": 5.5}
    staff = {
        "shift_end": "finish",
        "roles": {"nurse": {"cover": "always"}},
        "roster": {"always": {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": 2}},
    }
    ten = ward(beds=10, stay=stay, demand=demand, unit={"ratio": {"role": "nurse", "patients": 3}}, staff=staff)
    six = ward(beds=6, stay=stay, demand=demand)
    (_, with_rule), (_, smaller) = run(ten), run(six)
    for column in ("time_h", "patient", "event"):
        np.testing.assert_array_equal(with_rule.events[column], smaller.events[column])
