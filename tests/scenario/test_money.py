"""Prices against roles, roster and beds."""

import pytest

from tests.scenario.conftest import Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import WARD, changed, line_of

pytestmark = pytest.mark.unit

WAGES = "wage_an_hour: {nurse: 45, doctor: 110}"
AGENCY = "agency_an_hour: {nurse: 90}"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (WAGES, "wage_an_hour: {nurse: 45, doctor: 110, nrse: 4}",
         "wage_an_hour.nrse: is not one of staff.roles; did you mean nurse?"),
        (WAGES, "wage_an_hour: {nurse: 45}", "wage_an_hour.doctor: is missing; the role is on the roster"),
        (AGENCY, "agency_an_hour: {}", "agency_an_hour.nurse: is missing; staff.roles.nurse.agency_pct needs it"),
        (AGENCY, "agency_an_hour: {nurse: 90, cook: 4}",
         "agency_an_hour.cook: is not one of staff.roles; known here: nurse, doctor"),
    ],
)  # fmt: skip
def test_prices_by_role(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    assert told(text) == [f"ward.yaml:{line_of(text, new)}: money.{says}"]


def test_no_cost_without_end(told: Told) -> None:
    money = "money: {wage_an_hour: {nurse: 45, doctor: 110}, fixed_per_bed_year: 1000}\n"
    text = changed(WARD, ("nurse: 1}", "nurse: unlimited}"), ("  beds: 10", "  beds: unlimited")) + money
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'night:')}: staff.roster.night.nurse: is unlimited, which with money would cost "
        "without end; a number is accepted",
        f"ward.yaml:{line_of(text, 'money:')}: money.fixed_per_bed_year: has no end, because unit.beds is unlimited; "
        "0 is accepted",
    ]
