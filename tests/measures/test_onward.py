"""After the unit: links, medication, return to use, coming back and expected deaths; 40 weeks by hand."""

from math import isnan

import pytest

from sim.patients.episodes import EPISODE
from sim.vocabulary import Aftercare, Event, Level
from tests.measures.hand import A, B, C, D, clinic, log_of, tables, values

pytestmark = pytest.mark.unit

DAY, YEAR = 24.0, 8760.0
DAYS = 280
CLINIC_PLACE = {"kind": "outpatient", "wish_pct": 50, "days": "mon-fri", "slot_time": "10:00", "slots_per_day": 5}
PARTS = {
    "transition": {
        "destinations": {"clinic": CLINIC_PLACE | {"medication": True}, "home": {"kind": "none", "wish_pct": 50}}
    },
    "afterwards": {
        "return_to_use": {"per_day": 0.1, "decays_over": "21 days"},
        "comes_back": {"share_pct": 50, "after": "10 days"},
        "deaths": {
            "first_28_days_per_1000_years": 40, "later_per_1000_years": 10, "on_medication_ratio": 0.5,
            "in_programme_ratio": 0.25, "with_both_ratio": 0.1,
        },
    },
}  # fmt: skip


def stay(left_day, *after, end=Event.DISCHARGED):
    """A stay of four days that ends on this day, and what follows."""
    left_h = left_day * DAY
    return ((left_h - 100, Event.REFERRED), (left_h - 96, Event.ADMITTED, 20), (left_h, end), *after)


@pytest.fixture(scope="module")
def scenario():
    return clinic(4, days=DAYS, **PARTS)


def test_links_count_from_leaving_among_stays_that_are_seen_out(scenario):
    log = log_of({
        A: stay(10, (10 * DAY, Event.LINKED, 0)),
        B: stay(10, (22 * DAY, Event.LINKED, 0), end=Event.SELF_DISCHARGED),
        C: stay(DAYS - 10, (DAYS * DAY - 1, Event.LINKED, 0)),  # two weeks are not over, one is
        D: stay(20, end=Event.TRANSFERRED),
    })  # fmt: skip
    value = values(scenario, log)
    assert value("linked_7_days_pct") == 25
    assert value("linked_14_days_pct") == value("linked_30_days_pct") == pytest.approx(100 * 2 / 3)


def test_medication_is_what_people_leave_with(scenario):
    log = log_of({
        A: stay(10, (10 * DAY, Event.AFTERCARE, Aftercare.MEDICATION), (17 * DAY, Event.AFTERCARE, Aftercare.NOTHING)),
        B: stay(10, (10 * DAY, Event.AFTERCARE, Aftercare.NOTHING), (11 * DAY, Event.AFTERCARE, Aftercare.MEDICATION)),
        C: stay(10, (10 * DAY, Event.AFTERCARE, Aftercare.BOTH)),
        D: stay(10, (10 * DAY, Event.AFTERCARE, Aftercare.PROGRAMME)),
    })  # fmt: skip
    assert values(scenario, log)("medication_at_discharge_pct") == 50


def test_an_appointment_is_kept_or_not_once_its_slot_is_over(scenario):
    log = log_of({
        A: stay(10, (240, Event.APPOINTMENT, 10), (250, Event.LINKED, 0)),
        B: stay(10, (240, Event.APPOINTMENT, 34)),
        C: stay(DAYS - 1, ((DAYS - 1) * DAY, Event.APPOINTMENT, 48)),
    })  # fmt: skip
    value = values(scenario, log)
    assert value("appointment_kept_pct") == 50
    assert value("appointment_gap_mean_days") == pytest.approx((10 + 34 + 48) / 3 / 24)


SECOND, THIRD = A + EPISODE, A + 2 * EPISODE
BACK_AGAIN = {
    A: stay(10, (12 * DAY, Event.RETURNED_TO_USE)),
    SECOND: ((22 * DAY, Event.REFERRED), (23 * DAY, Event.LISTED), (25 * DAY, Event.GAVE_UP)),  # not admitted
    THIRD: ((50 * DAY, Event.REFERRED), (51 * DAY, Event.ADMITTED, 20), (55 * DAY, Event.DISCHARGED)),
    B: stay(10, (50 * DAY, Event.RETURNED_TO_USE)),
}


def test_returns_to_use(scenario):
    value = values(scenario, log_of(BACK_AGAIN))
    assert value("returned_to_use_30_days_pct") == pytest.approx(100 / 3)  # A's first stay; B's is later
    assert value("returned_to_use_90_days_pct") == pytest.approx(200 / 3)


def test_readmission_is_the_next_admission_of_the_same_person(scenario):
    value = values(scenario, log_of(BACK_AGAIN))
    assert value("readmitted_30_days_pct") == 0
    assert value("readmitted_90_days_pct") == pytest.approx(100 / 3)
    assert value("stays_per_person") == 1.5
    assert value("referrals_per_year") == pytest.approx(4 / DAYS * 365)


def test_people_who_come_back_are_referred_again(scenario):
    flows = tables(scenario, log_of(BACK_AGAIN))["flows"].set_index(["source", "target"])["count"]
    assert flows["Referred for the first time", "Referred"] == 2
    assert flows["Referred again", "Referred"] == 2
    assert flows["Waiting list", "Gave up"] == 1


def test_deaths_follow_the_care_that_people_have(scenario):
    """28 days at 40 per 1,000 years, half of them on medication; then 12 periods at 10, until somebody comes back."""
    log = log_of({
        A: stay(
            10, (10 * DAY, Event.AFTERCARE, Aftercare.NOTHING), (24 * DAY, Event.AFTERCARE, Aftercare.MEDICATION),
            (38 * DAY, Event.AFTERCARE, Aftercare.NOTHING),
        ),
        B: stay(10, (10 * DAY, Event.AFTERCARE, Aftercare.NOTHING)),
        B + EPISODE: ((17 * DAY, Event.REFERRED),),
    })  # fmt: skip
    value = values(scenario, log)
    months = 28 * DAY / YEAR * 40 / 1000
    assert value("deaths_28_days_per_1000_stays") == pytest.approx(1000 * (0.5 + 0.25 + 0.25) * months / 2)
    assert isnan(value("deaths_year_per_1000_stays"))  # no stay is seen for a year


def test_a_year_is_pieced_together_from_what_is_seen_of_each_stay():
    scenario = clinic(4, days=400, **PARTS)
    log = log_of({
        A: stay(10, (10 * DAY, Event.AFTERCARE, Aftercare.BOTH)),
        B: stay(200, (200 * DAY, Event.AFTERCARE, Aftercare.NOTHING)),
    })  # fmt: skip
    period = 28 * DAY / YEAR
    first = period * 40 * (1 + 0.1) / 2
    both_seen = 6 * period * 10 * (1 + 0.1) / 2  # B is seen for 200 days: periods 2 to 7, and 4 days of the 8th
    eighth = period * 10 * (28 * 0.1 + 4 * 1) / 32
    only_a = 5 * period * 10 * 0.1
    expected = first + both_seen + eighth + only_a
    assert values(scenario, log)("deaths_year_per_1000_stays") == pytest.approx(expected)


def test_the_price_of_waiting():
    harm = {"deaths_per_1000_person_years": 20, "emergency_visits_per_person_year": 2}
    sources = {"listed": {"listed": ("0 h",)}}
    scenario = clinic(1, demand={"sources": sources, "harm_while_waiting": harm})
    value = values(scenario, log_of({}, {(Level.WAITING, 0): [(0, 3)]}))
    assert value("deaths_waiting_per_year") == pytest.approx(3 * 20 / 1000)
    assert value("emergency_visits_waiting_per_year") == pytest.approx(6)
