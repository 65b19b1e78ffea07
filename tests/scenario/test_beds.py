"""Bed groups and their rooms."""

import pytest

from tests.scenario.conftest import Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import changed, line_of

pytestmark = pytest.mark.unit

WOMEN = "women: {beds: 2, only_for: [woman], nowhere_else: true}"
SHARED = "shared: {beds: 8, room_beds: 2, rooms_apart: young}"


@pytest.mark.parametrize("beds", ["12", "unlimited"])
def test_groups_hold_all_the_beds(told: Told, beds: str) -> None:
    text = changed(GROWN, ("  beds: 10", f"  beds: {beds}"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'bed_groups')}: unit.bed_groups: have 10 beds together; "
        f"as many as unit.beds says are accepted, {beds}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (WOMEN, "women: {beds: 2, nowhere_else: true}", "women.nowhere_else: has no effect without only_for"),
        (SHARED, "shared: {beds: 8, room_beds: 9, rooms_apart: young}",
         "shared.room_beds: is 9, more than the 8 beds of the group"),
        (SHARED, "shared: {beds: 8, rooms_apart: young}",
         "shared.rooms_apart: has no effect on rooms with one bed; room_beds of 2 or more is accepted"),
        (SHARED, "shared: {beds: 8, room_beds: 2}",
         "shared.room_beds: has no effect without rooms_apart, which says who shares no room"),
    ],
)  # fmt: skip
def test_what_a_group_says_has_an_effect(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    assert told(text) == [f"ward.yaml:{line_of(text, new)}: unit.bed_groups.{says}"]
