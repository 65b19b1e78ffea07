"""How stays end, who is present, who has started, what went wrong: seven people in a window from 100 h to 940 h."""

from math import isnan

import pytest

from sim.vocabulary import Event, Level
from tests.engine.bench import CLINIC, TAPER
from tests.measures.hand import A, B, C, D, E, F, G, clinic, log_of, tables, values

pytestmark = pytest.mark.unit

SEIZURE, DEHYDRATION = 0, 1
KIND = {"per_1000_patient_days": 1, "ends": {"transfer_pct": 100}}
RULES = {
    "complications": {
        "reference_score": 10.0,
        "kinds": {"seizure": KIND, "dehydration": KIND},
        "hospital": {"stay": "20 h", "bed_held_for": "24 h"},
    },
    "leaving": {
        "per_day": 0.1, "reference_score": 10.0, "reference_pct": 20.0, "ratio_per_10_points": 2.0,
        "medication_started_ratio": 1.0, "aftercare_plan_ratio": 1.0,
        "settling": {"ratio": 1.0, "per": "1 day", "floor": 1.0}, "by_facility_per_1000_days": 1,
    },
}  # fmt: skip
STORIES = {
    A: ((110, Event.ADMITTED), (150, Event.DISCHARGED, -1)),
    B: ((110, Event.ADMITTED), (200, Event.SELF_DISCHARGED, 9)),
    C: (
        (120, Event.ADMITTED), (130, Event.COMPLICATION, SEIZURE), (132, Event.COMPLICATION_FOUND, SEIZURE),
        (133, Event.TO_HOSPITAL, SEIZURE), (157, Event.TRANSFERRED, SEIZURE),
    ),
    D: ((120, Event.ADMITTED), (300, Event.FACILITY_DISCHARGED, 9)),
    E: (
        (130, Event.ADMITTED), (140, Event.COMPLICATION, DEHYDRATION), (140, Event.COMPLICATION_FOUND, DEHYDRATION),
        (141, Event.TO_HOSPITAL, DEHYDRATION), (150, Event.BACK_FROM_HOSPITAL), (600, Event.DISCHARGED, -1),
    ),
    F: ((800, Event.ADMITTED),),
    G: ((500, Event.ADMITTED), (510, Event.COMPLICATION, SEIZURE)),
}  # fmt: skip
HELD = {(Level.HELD, 0): [(133, 1), (141, 2), (150, 1), (157, 0)], (Level.OCCUPIED, 0): [(800, 2)]}


@pytest.fixture(scope="module")
def scenario():
    return clinic(7, days=35, warm_up_h=100, **RULES)


@pytest.fixture(scope="module")
def value(scenario):
    return values(scenario, log_of(STORIES, HELD))


def test_each_stay_ends_in_one_of_four_ways(value):
    assert value("completed_pct") == 40
    assert value("self_discharge_pct") == value("transferred_pct") == value("facility_discharged_pct") == 20
    assert value("transferred_or_completed_pct") == 60
    assert value("stay_mean_h") == pytest.approx((40 + 90 + 37 + 180 + 470) / 5)


def test_a_window_counts_the_stays_that_end_in_it(scenario):
    story = {A: ((10, Event.ADMITTED), (99, Event.DISCHARGED, -1)), B: ((10, Event.ADMITTED), (101, Event.TRANSFERRED))}
    assert values(scenario, log_of(story))("transferred_pct") == 100


def test_present_means_in_the_unit_or_completed(value):
    assert value("present_day_7_pct") == pytest.approx(100 * 4 / 6)  # A, D, E, G of all but F, whose week is not over
    assert value("present_day_13_pct") == 50  # A, E, G


def test_complications_count_when_they_begin(value):
    assert value("complications_per_100_admissions") == pytest.approx(300 / 7)
    assert value("complication_per_100_admissions[seizure]") == pytest.approx(200 / 7)
    assert value("complication_per_100_admissions[dehydration]") == pytest.approx(100 / 7)


def test_a_complication_is_found_at_once_later_or_never(value):
    assert value("complications_found_late_pct") == pytest.approx(100 * 2 / 3)  # C's after 2 h, G's never
    assert value("complication_found_mean_h") == 1  # C and E


def test_beds_are_held_for_people_in_hospital(value):
    assert value("sent_to_hospital_per_100_admissions") == pytest.approx(200 / 7)
    assert value("held_bed_days") == pytest.approx((8 * 1 + 9 * 2 + 7 * 1) / 24 / 35 * 365)


def test_a_transfer_without_a_held_bed_is_one_transfer(scenario):
    story = {A: ((110, Event.ADMITTED), (120, Event.TRANSFERRED, SEIZURE))}
    assert values(scenario, log_of(story))("sent_to_hospital_per_100_admissions") == 100


def test_the_figures_count_every_end(scenario):
    counts = tables(scenario, log_of(STORIES, HELD))["counts"].set_index(["topic", "category"])["count"]
    assert counts["outcome"].to_dict() == {
        "completed": 2, "self-discharged": 1, "transferred to hospital": 1, "discharged by the unit": 1,
        "still in the unit at the end": 2,
    }  # fmt: skip


NALTREXONE = TAPER | {"kind": "naltrexone", "injection": {"lasts": "28 days", "opioid_free": "7 days"}}
SYMPTOMATIC = {"kind": "symptomatic", "days": 5, "review_at": "09:00", "ready": TAPER["ready"]}


def test_started_is_a_first_dose_or_the_naltrexone_injection():
    plans = {"taper": TAPER, "naltrexone": NALTREXONE, "symptomatic": SYMPTOMATIC}
    people = {name: {"listed": (f"{place} h", f"{place} h")} for place, name in enumerate(plans)}
    protocols = {f"{name}_plan": plan | {"only_for": (name,)} for name, plan in plans.items()}
    scenario = clinic(1, protocols=protocols, demand={"sources": people})
    dosed, not_dosed, injected, only_dosed, *neither = (1000, 2000, 1001, 2001, 1002, 2002)
    stories = {number: [(10, Event.ADMITTED)] for number in (dosed, not_dosed, injected, only_dosed, *neither)}
    for number in (dosed, injected, only_dosed):
        stories[number] += [(12, Event.DOSED, 4)]
    stories[injected] += [(20, Event.INJECTED, 672)]
    log = log_of({number: (*story, (50, Event.DISCHARGED, -1)) for number, story in stories.items()})
    value = values(scenario, log)
    assert value("started_medication_pct") == 50
    assert value("first_dose_wait_mean_h") == 2
    by_protocol = tables(scenario, log)["groups"].query("measure == 'started_medication_pct' and split == 'protocol'")
    started = by_protocol.set_index("group")["value"]
    assert started[["taper_plan", "naltrexone_plan"]].tolist() == [50, 50]
    assert isnan(started["symptomatic_plan"])  # nothing to start


def test_a_first_dose_before_the_run_is_no_first_dose_of_it():
    tonight = {"stay_so_far": "48 h", "first_dose_ago": "30 h", "opioid": "heroin"}
    scenario = clinic(1, census={"in_bed": (tonight,)}, demand=CLINIC["demand"])
    in_bed = 1990
    story = ((-48, Event.REFERRED), (-48, Event.ADMITTED, 20), (8, Event.DOSED, 4), (60, Event.DISCHARGED, -1))
    value = values(scenario, log_of({in_bed: story}))
    assert isnan(value("first_dose_wait_mean_h"))
    assert value("started_medication_pct") == 100
    assert value("stay_mean_h") == 108
