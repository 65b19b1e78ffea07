"""Tonight's census against the unit, its words and its own times."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import changed, line_of

pytestmark = pytest.mark.unit

ONE = "{people: 4, protocol: taper, stay_so_far: 2 days, first_dose_ago: 1 day, has_not: [woman, pregnant]}"
TWO = "{opioid: heroin, stay_so_far: 3 days, examined: true, ready: true}"
WAITS = "{people: 2, referred_by: court, has: [injects], priority: second, waited_so_far: 1 day}"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("people: 4", "people: 10", "in_bed:",
         "census.in_bed: has 11 people; at most 10 is accepted, as unit.beds says"),
        ("  list_limit: 20", "  list_limit: 1", "waiting:",
         "census.waiting: has 2 people; at most 1 is accepted, as demand.list_limit says"),
        ("warm_up: 0 h", "warm_up: 1 week", "warm_up",
         "run.warm_up: is 1 week; 0 h is accepted, because a run with a census starts with it"),
        ("first_dose_ago: 1 day", "first_dose_ago: 3 days", "people: 4",
         "census.in_bed.0.first_dose_ago: is 3 days, longer than the stay so far of 2 days"),
        (TWO, "{stay_so_far: 3 days, last_dose_ago: 4 h}", "last_dose_ago",
         "census.in_bed.1.first_dose_ago: is missing; last_dose_ago needs it"),
        ("first_dose_ago: 1 day", "first_dose_ago: 24 h, last_dose_ago: 30 h", "people: 4",
         "census.in_bed.0.last_dose_ago: is 30 h, longer ago than the first dose, 24 h"),
        (TWO, "{stay_so_far: 3 days, ready: true}", "ready: true",
         "census.in_bed.1.ready: is true of somebody who has neither been examined nor had a first dose"),
        ("opioid: heroin", "opioid: heroine", "heroine",
         "census.in_bed.1.opioid: is 'heroine', not one of withdrawal.opioids; did you mean heroin?"),
        ("referred_by: court", "referred_by: cort", "cort",
         "census.waiting.0.referred_by: is 'cort', not one of demand.sources; did you mean court?"),
        ("priority: second", "priority: secnd", "secnd",
         "census.waiting.0.priority: is 'secnd', not one of demand.priority_classes; did you mean second?"),
        ("protocol: taper", "protocol: tapr", "tapr",
         "census.in_bed.0.protocol: is 'tapr', not one of protocols; did you mean taper?"),
        ("has_not: [woman, pregnant]", "has_not: [woman, pregnnt]", "pregnnt",
         "census.in_bed.0.has_not: is 'pregnnt', not one of people.traits; did you mean pregnant?"),
        ("has_not: [woman, pregnant]", "has: [woman], has_not: [woman]", "has: [woman]",
         "census.in_bed.0.has_not: names 'woman', as has does"),
        ("has_not: [woman, pregnant]", "has: [young], has_not: [woman]", "has: [young]",
         "census.in_bed.0.has: names 'young', which follows from a person's age; other traits are accepted"),
        ("has_not: [woman, pregnant]", "has: [pregnant], has_not: [woman]", "has: [pregnant]",
         "census.in_bed.0.protocol: is 'taper', which is not for people like this one"),
        (TWO, "{protocol: methadone, stay_so_far: 1 day, referred_by: self, has_not: [woman, pregnant]}",
         "referred_by: self",
         "census.in_bed.1.protocol: is 'methadone', which is not for people like this one"),
        (TWO, "{protocol: night_only, stay_so_far: 3 h, examined: true}", "examined: true",
         "census.in_bed.1.examined: has no effect, because protocols.night_only is a fixed stay"),
        (TWO, "{protocol: comfort, stay_so_far: 3 h, first_dose_ago: 1 h}", "first_dose_ago: 1 h",
         "census.in_bed.1.first_dose_ago: has no effect, because protocols.comfort is without doses"),
    ],
)  # fmt: skip
def test_a_census_that_cannot_be(told: Told, old: str, new: str, at: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    assert told(text) == [f"ward.yaml:{line_of(text, at)}: {says}"]


def test_a_bed_for_each_of_them_is_enough(load: Loaded) -> None:
    groups = GROWN[GROWN.index("  bed_groups:") : GROWN.index("staff:")]
    load(changed(GROWN, (groups, ""), ("people: 4", "people: 9"), ("  list_limit: 20", "  list_limit: 2")))


def test_what_is_said_leaves_a_protocol_open(load: Loaded) -> None:
    load(changed(GROWN, (TWO, "{protocol: methadone, stay_so_far: 1 day, referred_by: self}")))


def test_a_group_that_may_be_too_small_for_those_who_may_need_it(told: Told) -> None:
    text = changed(GROWN, ("has_not: [woman, pregnant]", "has_not: [pregnant]"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'in_bed:')}: census.in_bed: has 5 people who may need the bed groups women, where 2 "
        "find a bed whoever they are; fewer people, or more in has and has_not, is accepted"
    ]
