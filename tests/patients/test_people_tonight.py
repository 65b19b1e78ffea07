"""Rows of tonight's census: what is said counts, the rest is drawn, given how long people have been here."""

import numpy as np
import pytest

from sim.patients.census import given_so_far
from sim.patients.population import Population
from sim.scenario.values.distributions import Constant, Empirical, Exponential, Gamma, Lognormal, Uniform, Weibull
from tests.patients.clinic import DEMAND, SOURCES, STAY, TAPER, comes_from, drawn, has, is_share, uses

pytestmark = pytest.mark.unit

RANKS = np.linspace(0, 0.999, 200)
EXAMINED = {
    "stay_so_far": "3 days", "examined": True, "first_dose_ago": "60 h", "last_dose_ago": "4 h",
    "aftercare_planned": True, "ready": True,
}  # fmt: skip


def tonight(in_bed=(), waiting=(), **parts) -> Population:
    """The patient table with this census; its people are the first rows."""
    return drawn(length="1 week", census={"in_bed": tuple(in_bed), "waiting": tuple(waiting)}, **parts)


def test_people_of_the_census_come_first_with_numbers_of_their_own():
    people = tonight(
        in_bed=[{"people": 2, "stay_so_far": "1 day"}, {"stay_so_far": "3 days"}],
        waiting=[{"people": 2, "waited_so_far": "2 days"}],
    )
    assert people.number[:5].tolist() == [3990, 1991, 2991, 1990, 2990]
    assert people.referral_h[:5].tolist() == [-72, -48, -48, -24, -24]
    assert (people.referral_h[5:] >= 0).all()
    assert np.unique(people.number).size == people.size


def test_hours_so_far_are_known_of_them_alone():
    traits = tonight(in_bed=[EXAMINED], waiting=[{"waited_so_far": "2 days"}]).traits
    assert traits.stay_so_far_h[:2].tolist() == pytest.approx([72, np.nan], nan_ok=True)
    assert traits.waited_so_far_h[:2].tolist() == pytest.approx([np.nan, 48], nan_ok=True)
    assert (traits.first_dose_ago_h[0], traits.last_dose_ago_h[0]) == (60, 4)
    for name in ("stay_so_far_h", "waited_so_far_h", "first_dose_ago_h", "last_dose_ago_h"):
        assert np.isnan(getattr(traits, name)[2:]).all()
    for name in ("examined", "aftercare_planned", "ready"):
        assert np.flatnonzero(getattr(traits, name)).tolist() == [0]


def test_a_first_dose_says_that_the_prescriber_has_been():
    traits = tonight(in_bed=[{"stay_so_far": "1 day", "first_dose_ago": "2 h"}, {"stay_so_far": "2 days"}]).traits
    assert traits.examined[:2].tolist() == [False, True]


def test_what_is_said_of_people_overrides_what_would_be_drawn():
    said = {
        "people": 40, "source": "court", "opioid": "fentanyl", "protocol": "stay", "has": ("pregnant",),
        "has_not": ("injects",), "stay_so_far": "1 day",
    }  # fmt: skip
    waits = {"people": 40, "priority": "second", "waited_so_far": "1 h", "has": ("female", "pregnant")}
    people = tonight(
        in_bed=[said],
        waiting=[waits],
        demand=DEMAND | {"priority_classes": {"first": {"all_of": ("pregnant",)}, "second": {}}},
        protocols={"taper": TAPER, "stay": STAY},
    )
    lies, waits_now = np.arange(40), np.arange(40, 80)
    assert comes_from(people, "court")[lies].all()
    assert uses(people, "fentanyl")[lies].all()
    assert (people.protocol[lies] == 1).all()
    assert has(people, "pregnant")[lies].all()
    assert not has(people, "injects")[lies].any()
    assert (people.traits.priority[lies] == 0).all()
    assert (people.traits.priority[waits_now] == 1).all()
    assert has(people, "female")[waits_now].all()


def test_what_is_not_said_is_drawn_as_for_everyone():
    people = tonight(in_bed=[{"people": 500, "stay_so_far": "1 day"}] * 4)
    lies = np.flatnonzero(~np.isnan(people.traits.stay_so_far_h))
    assert lies.size == 2000
    assert is_share(comes_from(people, "court")[lies], 0.3)
    assert is_share(uses(people, "fentanyl")[lies], 0.4)
    female = has(people, "female")[lies]
    assert is_share(female, 0.4)
    assert is_share(has(people, "pregnant")[lies][female], 0.1)
    assert np.unique(people.traits.leaves_at).size == people.size


def test_sources_without_shares_are_equally_likely():
    sources = {name: {"listed": ("1 h",)} for name in ("self", "court")}
    people = tonight(in_bed=[{"people": 500, "stay_so_far": "1 day"}], demand={"sources": sources})
    assert is_share(comes_from(people, "court")[:500], 0.5)


def test_a_stay_that_forgets_goes_on_as_if_it_had_just_begun():
    exponential = Exponential(96.0)
    for so_far_h in (0.0, 10.0, 500.0):
        rest_h = given_so_far(exponential, RANKS, np.full(RANKS.size, so_far_h)) - so_far_h
        np.testing.assert_allclose(rest_h, exponential.quantile(RANKS), rtol=1e-9, atol=1e-9)


def test_a_stay_of_a_set_length_has_the_rest_of_it_to_go():
    assert given_so_far(Constant(96.0), np.array([0.0, 0.9]), np.array([20.0, 95.0])).tolist() == [96, 96]


@pytest.mark.parametrize("spread", [Constant(96.0), Uniform(24.0, 96.0), Empirical((24.0, 96.0))])
def test_a_stay_that_has_lasted_longer_than_any_can_is_over_now(spread):
    assert given_so_far(spread, np.array([0.0, 0.9]), np.array([96.0, 200.0])).tolist() == [96, 200]


def test_of_values_seen_only_the_longer_ones_are_left():
    longer = given_so_far(Empirical((1.0, 2.0, 3.0, 4.0)), np.array([0.0, 0.49, 0.51, 0.99]), np.full(4, 2.0))
    assert longer.tolist() == [3, 3, 4, 4]


def test_a_uniform_stay_is_uniform_over_what_is_left():
    stay_h = given_so_far(Uniform(24.0, 96.0), RANKS, np.full(RANKS.size, 60.0))
    np.testing.assert_allclose(stay_h, 60 + 36 * RANKS, rtol=1e-12)


@pytest.mark.parametrize(
    "spread", [Exponential(96.0), Uniform(0.0, 200.0), Lognormal(96.0, 60.0), Gamma(96.0, 60.0), Weibull(96.0, 0.7)]
)
def test_given_so_far_is_the_distribution_of_those_who_stay_longer(spread):
    """Its quantiles are those of everybody's stays, with the shorter ones struck out."""
    everybody = spread.quantile((np.arange(400_000) + 0.5) / 400_000)
    longer = everybody[everybody > 50.0]
    ranks = np.array([0.1, 0.5, 0.9])
    np.testing.assert_allclose(given_so_far(spread, ranks, np.full(3, 50.0)), np.quantile(longer, ranks), rtol=1e-3)


def test_stays_and_patience_of_the_census_are_longer_than_what_has_passed():
    people = tonight(
        in_bed=[{"people": 200, "stay_so_far": "6 days", "protocol": "stay"}],
        waiting=[{"people": 200, "waited_so_far": "6 days"}],
        protocols={"stay": STAY},
    )
    lies, waits = ~np.isnan(people.traits.stay_so_far_h), ~np.isnan(people.traits.waited_so_far_h)
    assert people.traits.stay_h[lies].min() > 144
    assert people.traits.stay_h[waits].min() < 144
    assert people.traits.patience_h[waits].min() > 144
    assert people.traits.patience_h[lies].min() < 144
    assert people.traits.stay_h[lies].mean() - 144 == pytest.approx(96, rel=4 / 200**0.5)
    assert people.traits.patience_h[waits].mean() - 144 == pytest.approx(120, rel=4 / 200**0.5)


def test_patience_is_that_of_the_source():
    sources = SOURCES | {"court": SOURCES["court"] | {"patience": "8 days"}}
    waits = {"people": 20, "source": "court", "waited_so_far": "6 days"}
    people = tonight(waiting=[waits], demand=DEMAND | {"sources": sources})
    assert set(people.traits.patience_h[:20].tolist()) == {192.0}


def test_nobody_of_the_list_gives_up_where_nobody_does():
    traits = tonight(waiting=[{"waited_so_far": "6 days"}], demand={"patience": None}).traits
    assert np.isinf(traits.patience_h).all()


def test_in_a_later_episode_the_person_is_the_same_and_starts_anew():
    said = {"people": 30, "opioid": "fentanyl", "has": ("injects",), "protocol": "stay", "stay_so_far": "20 days"}
    people = tonight(
        in_bed=[said | {"aftercare_planned": True}],
        waiting=[{"people": 30, "priority": "second", "has": ("pregnant",), "waited_so_far": "1 day"}],
        demand=DEMAND | {"priority_classes": {"first": {"all_of": ("pregnant",)}, "second": {}}},
        protocols={"taper": TAPER | {"share_pct": 50}, "stay": STAY | {"share_pct": 50}},
    )
    later = people.episode(2)
    assert np.array_equal(uses(later, "fentanyl"), uses(people, "fentanyl"))
    assert np.array_equal(later.traits.has, people.traits.has)
    assert np.array_equal(later.traits.priority, people.traits.priority)
    assert np.isnan(later.traits.stay_so_far_h).all()
    assert np.isnan(later.traits.waited_so_far_h).all()
    assert not later.traits.aftercare_planned.any()
    assert set(later.protocol[:30].tolist()) == {0, 1}
    stays_h = later.traits.stay_h[:30]
    assert np.nanmin(stays_h) < 480


def test_more_demand_leaves_the_census_as_it_is():
    said = [{"people": 5, "stay_so_far": "1 day"}]
    few, many = (tonight(in_bed=said, demand=DEMAND | {"factor": factor}) for factor in (1.0, 1.5))
    for name in ("leaves_at", "has", "hours_since_use"):
        assert np.array_equal(getattr(few.traits, name)[:5], getattr(many.traits, name)[:5])
