"""Whatever else a scenario changes, its people and their luck stay."""

from dataclasses import fields

import numpy as np
import pytest

from sim.patients.population import Population
from sim.patients.traits import Traits
from tests.functional.test_same_people import assert_same_people
from tests.patients.clinic import CLINIC, DEMAND, RICH, SOURCES, STAY, TAPER, drawn

pytestmark = pytest.mark.unit


def columns_that_differ(one: Population, other: Population) -> set[str]:
    assert np.array_equal(one.number, other.number)
    assert np.array_equal(one.referral_h, other.referral_h)
    mine, theirs = vars(one.traits), vars(other.traits)
    for work, takes_h in mine["task_h"].items():
        assert np.array_equal(takes_h, theirs["task_h"][work])
    plain = [field.name for field in fields(Traits) if field.name != "task_h"]
    return {name for name in plain if not np.array_equal(mine[name], theirs[name], equal_nan=mine[name].dtype == float)}


def test_another_protocol_gives_the_same_people_other_care():
    before = drawn(**RICH)
    after = drawn(**RICH, protocols={"taper": TAPER | {"share_pct": 50}, "stay": STAY | {"only_for": ("injects",)}})
    assert columns_that_differ(before, after) == {"protocol", "stay_h"}


def test_beds_with_rules_and_another_roster_leave_everyone_as_they_are():
    beds = {
        "beds": 3,
        "turnover": {"exponential": {"mean": "2 h"}},
        "bed_groups": {"women": {"beds": 1, "only_for": ("female",)}, "open": {"beds": 2}},
    }
    staff = CLINIC["staff"] | {"roles": {"nurse": {"unfilled_pct": 20}, "prescriber": {}}}
    differ = columns_that_differ(drawn(**RICH), drawn(**RICH, unit=beds, staff=staff))
    assert differ == {"bed_groups", "apart", "turnover_h"}


def test_more_demand_redraws_nobody():
    fewer, more = (drawn(**RICH, demand=DEMAND | {"factor": factor}) for factor in (1.0, 1.3))
    assert_same_people(fewer, more)
    assert_same_people(fewer.episode(2), more.episode(2))
    assert more.size > 1.2 * fewer.size


def test_one_more_source_redraws_nobody():
    sources = SOURCES | {"van": {"scheduled": {"every": "1 day"}}}
    before, after = drawn(**RICH), drawn(**RICH, demand=DEMAND | {"sources": sources})
    assert_same_people(before, after)
    assert after.size == before.size + 364


def test_a_census_redraws_nobody():
    census = {"in_bed": ({"stay_so_far": "2 days"},), "waiting": ({"people": 3, "waited_so_far": "1 day"},)}
    before, after = drawn(**RICH), drawn(**RICH, census=census)
    assert_same_people(before, after)
    assert after.size == before.size + 4
