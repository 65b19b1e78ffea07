"""Traits of people, and the classes of the waiting list."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import changed, line_of

pytestmark = pytest.mark.unit

WOMAN = "woman: {share_pct: 30}"
YOUNG = "young: {ages: {from: 0, to: 25}}"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (WOMAN, "woman: {}", "people.traits.woman: says none of them; "
         "exactly one of share_pct, ages is accepted (null takes one away)"),
        (WOMAN, "woman: {share_pct: 30, ages: {to: 30}}", "people.traits.woman: says share_pct and ages; "
         "exactly one of share_pct, ages is accepted (null takes one away)"),
        (YOUNG, "young: {ages: {from: 25, to: 25}}",
         "people.traits.young.ages: goes from 25 to 25; ages that rise are accepted"),
        (YOUNG, "young: {ages: {to: 25}, where: {heroin: 3}}",
         "people.traits.young.where: has no effect on a trait by age; it is accepted beside share_pct"),
    ],
)  # fmt: skip
def test_a_trait_has_a_share_or_ages(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN[: GROWN.index("census:")], (old, new))
    assert told(text) == [f"ward.yaml:{line_of(text, new)}: {says}"]


def test_a_trait_by_age_needs_ages(told: Told) -> None:
    text = changed(GROWN, ("  age_years: {normal: {centre: 35, width: 10, low: 18, high: 80}}\n", ""))
    assert told(text) == [
        f"ward.yaml:{line_of(text, YOUNG)}: people.traits.young.ages: needs people.age_years, which is missing"
    ]


FIRST, SECOND, REST = "first: {all_of: [pregnant, injects]}", "second: {all_of: [pregnant]}", "rest: {}"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (REST, "rest: {share_pct: 10}", "first.all_of: is said where classes have a share_pct; "
         "one or the other is accepted"),
        (SECOND, "second: {}", "second: says neither share_pct nor all_of, which only the last class may, "
         "as that for all others"),
        (SECOND, "second: {all_of: [pregnant, injects, woman]}",
         "second: is for nobody: all of its people are in first, which comes first"),
    ],
)  # fmt: skip
def test_classes_by_share_or_by_words(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    path = f"demand.priority_classes.{says}"
    assert path in [sentence.split(": ", 1)[1] for sentence in told(text)]


def test_there_is_a_class_for_all_others(told: Told) -> None:
    text = changed(GROWN, (f"    {REST}\n", ""))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'priority_classes')}: demand.priority_classes: leave out those who fit none of "
        "them; a last class without all_of is accepted"
    ]


def test_a_class_that_a_source_names_has_its_people(load: Loaded) -> None:
    text = changed(
        GROWN,
        (SECOND, "second: {all_of: [pregnant, injects, woman]}"),
        ("self: {share_pct: 60}", "self: {share_pct: 60, priority: second}"),
    )
    load(text)


def test_a_share_is_missing_among_shares(told: Told) -> None:
    shares = (FIRST, "first: {share_pct: 10}"), (SECOND, "second: {share_pct: 90}")
    text = changed(GROWN, *shares)
    assert told(text) == [
        f"ward.yaml:{line_of(text, REST)}: demand.priority_classes.rest.share_pct: is missing; other classes have one"
    ]
