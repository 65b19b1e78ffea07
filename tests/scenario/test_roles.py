"""Handover, breaks and unfilled shifts, against the shifts that a role has."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import changed, line_of

pytestmark = pytest.mark.unit

NURSE = "nurse: {cover: always, unfilled_pct: 5, agency_pct: 50, handover: 30 min}"
DOCTOR = "doctor: {meal_break: {lasts: 30 min, priority: 9}}"
DAY = "the shift staff.roster.day of 12 h"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (DOCTOR, "doctor: {handover: 12 h}", f"doctor.handover: is 12 h, no shorter than {DAY}"),
        (DOCTOR, "doctor: {meal_break: {lasts: 13 h, priority: 9}}",
         f"doctor.meal_break.lasts: is 13 h, longer than {DAY}"),
        (DOCTOR, "doctor: {agency_pct: 20}",
         "doctor.agency_pct: has no effect, because no shift of this role goes unfilled; 0 is accepted"),
    ],
)  # fmt: skip
def test_rules_that_fit_no_shift(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN, (old, new), ("agency_an_hour: {nurse: 90}", "agency_an_hour: {nurse: 90, doctor: 200}"))
    assert told(text) == [f"ward.yaml:{line_of(text, new)}: staff.roles.{says}"]


def test_a_break_may_be_longer_than_a_shift_that_has_none(load: Loaded) -> None:
    load(changed(GROWN, (DOCTOR, "doctor: {meal_break: {lasts: 13 h, shifts_from: 14 h, priority: 9}}")))


def test_an_unlimited_crew_is_never_short(told: Told) -> None:
    text = changed(GROWN, ("nurse: 2, doctor: 1", "nurse: unlimited, doctor: 1"))
    text = text[: text.index("money:")] + text[text.index("census:") :]
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'nurse: unlimited')}: staff.roster.day.nurse: is unlimited, so its unfilled shifts "
        "(nurse.unfilled_pct) mean nothing; a number is accepted"
    ]
