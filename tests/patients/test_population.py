"""People are the same in every scenario; demand follows the rates that the scenario states."""

import numpy as np
import pytest

from sim.patients.arrivals import rate_curve
from sim.patients.population import draw_population
from sim.patients.streams import Purpose, Streams
from sim.scenario.scenario import Scenario
from tests.engine.bench import CLINIC, WARD

pytestmark = pytest.mark.unit

PROFILE = (
    {"days": "mon-fri", "from": "08:00", "to": "18:00", "weight": 4},
    {"days": "mon-fri", "from": "18:00", "to": "08:00", "weight": 1},
    {"days": "sat-sun", "from": "08:00", "to": "08:00", "weight": 2},
)


def scenario(base=WARD, length="52 weeks", **demand) -> Scenario:
    sources = {"self": {"share_pct": 70}, "court": {"share_pct": 30}}
    run = base["run"] | {"length": length}
    return Scenario.model_validate(base | {"run": run, "demand": {"per_day": 5.0, "sources": sources} | demand})


def by_number(population) -> dict[int, tuple]:
    traits = population.traits
    columns = (population.referral_h, population.source, traits.leaves_at, traits.stay_h, traits.no_show_rank)
    return dict(zip(population.number.tolist(), zip(*(c.tolist() for c in columns), strict=True), strict=True))


def test_more_demand_adds_people_and_redraws_nobody():
    fewer, more = (by_number(draw_population(scenario(factor=factor), 3)) for factor in (1.0, 1.2))
    assert fewer.items() <= more.items()
    assert 0.1 < len(more) / len(fewer) - 1 < 0.3


def test_another_profile_keeps_the_luck_of_those_who_come_in_both():
    flat, weekly = (by_number(draw_population(scenario(profile=profile), 0)) for profile in (None, PROFILE))
    both = flat.keys() & weekly.keys()
    assert len(both) > 500
    assert all(flat[number] == weekly[number] for number in both)


def test_a_longer_run_only_adds_people_at_its_end():
    short, long = (by_number(draw_population(scenario(length=length), 0)) for length in ("26 weeks", "52 weeks"))
    assert short == {number: row for number, row in long.items() if row[0] < 26 * 168}


def test_the_care_plan_does_not_touch_who_comes():
    plain, clinic = (draw_population(scenario(base), 0) for base in (WARD, CLINIC))
    assert np.array_equal(plain.number, clinic.number)
    assert np.array_equal(plain.traits.leaves_at, clinic.traits.leaves_at)


def test_one_more_source_leaves_the_others_as_they_are():
    sources = {"self": {"share_pct": 70}, "court": {"share_pct": 30}}
    before = by_number(draw_population(scenario(), 0))
    after = by_number(draw_population(scenario(sources=sources | {"ghost": {"listed": ("50 h",)}}), 0))
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_seed_and_replication_change_everybody():
    first, second = (by_number(draw_population(scenario(), replication)) for replication in (0, 1))
    assert not first.items() & second.items()


def test_rows_are_in_the_order_of_referral():
    population = draw_population(scenario(), 0)
    assert np.all(np.diff(population.referral_h) >= 0)
    assert np.unique(population.number).size == population.size
    assert population.row(int(population.number[7])) == 7
    with pytest.raises(KeyError):
        population.row(1)


def test_the_rate_curve_has_the_stated_mean_and_shape():
    weekly = scenario(profile=PROFILE)
    curve = rate_curve(weekly.demand, weekly.demand.sources["self"], 0)
    assert curve.mean() == pytest.approx(5.0 * 0.7)
    assert curve.at(10) / curve.at(20) == pytest.approx(4.0)
    assert curve.at(5 * 24 + 12) / curve.at(20) == pytest.approx(2.0)


def test_referrals_come_at_the_rates_of_their_hours():
    """Counts over 100 replications are Poisson: within 4 standard errors (false alarm 1 in 5,000 for these three)."""
    weekly = scenario(profile=PROFILE, length="4 weeks")
    times = np.concatenate([draw_population(weekly, replication).referral_h for replication in range(100)])
    hour, day = times % 24, times // 24 % 7
    office = (hour >= 8) & (hour < 18) & (day < 5)
    weights = {"office": 50 * 4, "all": 50 * 4 + 62 * 1 + 56 * 2}
    expected_all = 5.0 * 28 * 100
    expected_office = expected_all * weights["office"] / weights["all"]
    assert abs(times.size - expected_all) < 4 * expected_all**0.5
    assert abs(office.sum() - expected_office) < 4 * expected_office**0.5


@pytest.mark.parametrize("none", [{"factor": 0.0}, {"per_day": 0.0}])
def test_nobody_may_be_referred_at_all(none):
    assert draw_population(scenario(**none), 0).size == 0


def test_scheduled_referrals_come_at_equal_distances():
    ward = scenario(sources={"van": {"scheduled": {"every": "6 h", "first": "1 h"}}}, length="2 weeks")
    assert draw_population(ward, 0).referral_h.tolist() == [1 + 6 * n for n in range(56)]


def test_a_stream_depends_on_its_key_alone():
    ranks = Streams(7, 2, "self", 1).ranks(Purpose.LEAVING, 5)
    assert np.array_equal(ranks, Streams(7, 2, "self", 1).ranks(Purpose.LEAVING, 9)[:5])
    for other in (
        Streams(8, 2, "self", 1),
        Streams(7, 3, "self", 1),
        Streams(7, 2, "court", 1),
        Streams(7, 2, "self", 0),
    ):
        assert not np.array_equal(ranks, other.ranks(Purpose.LEAVING, 5))
    assert not np.array_equal(ranks, Streams(7, 2, "self", 1).ranks(Purpose.STAY, 5))


def test_the_first_words_of_a_stream_stay_what_they_are():
    """Published seeds rely on these."""
    assert Streams(20261121, 0, "self", 0).ranks(Purpose.LEAVING, 3).tolist() == [
        0.06176208763053759,
        0.49309606528427063,
        0.7452500802782714,
    ]
