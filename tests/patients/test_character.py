"""Who people are: traits with what they depend on, ages, classes, and what traits do to the course."""

import numpy as np
import pytest

from sim.errors import ModelError
from tests.patients.clinic import DEMAND, PEOPLE, SOURCES, TRAITS, comes_from, drawn, has, is_share, uses

pytestmark = pytest.mark.unit

CLASSES = {
    "pregnant_injecting": {"all_of": ("pregnant", "injects")},
    "expecting": {"all_of": ("pregnant",)},
    "needles": {"all_of": ("injects",)},
    "others": {},
}


def with_traits(**traits):
    return {"people": PEOPLE | {"traits": TRAITS | traits}}


def test_only_women_are_pregnant_and_as_often_as_the_scenario_says():
    people = drawn()
    female, pregnant = has(people, "female"), has(people, "pregnant")
    assert is_share(female, 0.4)
    assert is_share(pregnant[female], 0.1)
    assert not pregnant[~female].any()


def test_the_first_true_condition_gives_the_share():
    people = drawn()
    injects, heroin, court = has(people, "injects"), uses(people, "heroin"), comes_from(people, "court")
    assert is_share(injects[heroin & court], 0.6)
    assert is_share(injects[heroin & ~court], 0.6)
    assert is_share(injects[~heroin & court], 0.9)
    assert is_share(injects[~heroin & ~court], 0.2)


def test_traits_without_conditions_are_independent():
    people = drawn(**with_traits(housed={"share_pct": 50}))
    female, housed = has(people, "female"), has(people, "housed")
    assert is_share(housed[female], 0.5)
    assert is_share(housed[~female], 0.5)


def test_a_trait_by_age_is_true_of_exactly_these_ages():
    people = drawn(**with_traits(young={"ages": {"to": 25}}, middle={"ages": {"from": 25, "to": 50}}))
    age = people.traits.age_years
    assert is_share(has(people, "older"), 0.4)
    for name, meant in (("young", age < 25), ("middle", (age >= 25) & (age < 50)), ("older", age >= 50)):
        assert np.array_equal(has(people, name), meant)


def test_age_is_unknown_when_the_scenario_does_not_say():
    assert np.isnan(drawn(people={}).traits.age_years).all()


def test_one_more_trait_changes_no_other():
    before, after = drawn(), drawn(**with_traits(housed={"share_pct": 50}))
    for name in TRAITS:
        assert np.array_equal(has(before, name), has(after, name))


def test_the_order_of_independent_traits_does_not_matter():
    traits = {name: TRAITS[name] for name in ("older", "injects", "female", "pregnant")}
    before, after = drawn(), drawn(people=PEOPLE | {"traits": traits})
    for name in TRAITS:
        assert np.array_equal(has(before, name), has(after, name))


def test_a_rank_gives_the_trait_to_more_people_when_its_share_rises():
    few, many = (has(drawn(people={"traits": {"female": {"share_pct": pct}}}), "female") for pct in (30, 40))
    assert (few <= many).all()
    assert few.sum() < many.sum()


def test_a_class_takes_those_of_whom_all_its_words_are_true_and_the_first_that_fits_counts():
    people = drawn(demand=DEMAND | {"priority_classes": CLASSES})
    pregnant, injects = has(people, "pregnant"), has(people, "injects")
    expected = np.select([pregnant & injects, pregnant, injects], [0, 1, 2], default=3)
    assert np.array_equal(people.traits.priority, expected)
    assert set(expected.tolist()) == {0, 1, 2, 3}


def test_a_source_may_give_the_class():
    sources = SOURCES | {"court": SOURCES["court"] | {"priority": "expecting"}}
    people = drawn(demand=DEMAND | {"sources": sources, "priority_classes": CLASSES})
    assert set(people.traits.priority[comes_from(people, "court")].tolist()) == {1}
    assert set(people.traits.priority[comes_from(people, "self")].tolist()) == {0, 1, 2, 3}


def test_classes_by_share_are_drawn():
    people = drawn(demand=DEMAND | {"priority_classes": {"first": {"share_pct": 30}, "second": {"share_pct": 70}}})
    assert is_share(people.traits.priority == 0, 0.3)


def test_somebody_whom_no_class_fits_is_told():
    with pytest.raises(ModelError, match=r"demand\.priority_classes"):
        drawn(demand=DEMAND | {"priority_classes": {"needles": {"all_of": ("injects",)}}})


def test_traits_multiply_the_peak_and_draw_out_the_decline():
    stronger = with_traits(
        female=TRAITS["female"] | {"peak_ratio": 1.2, "decline_ratio": 2.0},
        injects=TRAITS["injects"] | {"peak_ratio": 0.5},
    )
    plain, people = drawn(), drawn(**stronger)
    female, injects = has(people, "female"), has(people, "injects")
    peak = plain.traits.peak_score * np.where(female, 1.2, 1.0) * np.where(injects, 0.5, 1.0)
    np.testing.assert_allclose(people.traits.peak_score, peak, rtol=1e-12)
    np.testing.assert_allclose(people.traits.decline_h, plain.traits.decline_h * np.where(female, 2, 1), rtol=1e-12)
    assert np.array_equal(people.traits.onset_h, plain.traits.onset_h)
    assert np.array_equal(people.traits.rise_h, plain.traits.rise_h)


def test_no_peak_is_above_the_highest_score():
    people = drawn(**with_traits(female={"share_pct": 40, "peak_ratio": 3}))
    female = has(people, "female")
    assert set(people.traits.peak_score[female].tolist()) == {48.0}
    assert people.traits.peak_score[~female].max() == 30.0
