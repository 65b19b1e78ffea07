"""The unit against a plain loop over a sorted list: the same people, the same events, at the same times."""

from collections import Counter, defaultdict
from functools import cache

import pytest

from sim.patients.population import draw_population
from sim.scenario.checks.cross_checks import cross_faults
from sim.scenario.scenario import Scenario
from sim.unit.run import simulate
from sim.vocabulary import Event
from tests.engine.bench import CLINIC, OPIOID, TAPER, response, task
from tests.functional.plain_loop import PlainStay

pytestmark = pytest.mark.functional

PEOPLE = 300
COMPARED = {
    Event.BAND, Event.CHECKED, Event.DOSED, Event.WITHHELD, Event.PLANNED, Event.READY, Event.DISCHARGED,
    Event.SELF_DISCHARGED, Event.FACILITY_DISCHARGED, Event.COMPLICATION, Event.COMPLICATION_FOUND, Event.TRANSFERRED,
}  # fmt: skip


def spread(low, high):
    return {"uniform": {"low": low, "high": high}}


ALPHA2 = {key: TAPER[key] for key in TAPER if key not in ("kind", "induction")} | {
    "kind": "alpha-2 agonist", "mg_by_day": (2.4, 2.4, 1.8, 1.2, 0.6), "full_effect_mg": 2.4, "efficacy": 0.4,
    "dose_times": ("06:00", "12:00", "18:00", "22:00"), "least_gap": "3 h", "covers": "6 h", "wears_off_over": "6 h",
    "blood_pressure": {"prone_pct": 60, "low_pct": 45},
}  # fmt: skip
SYMPTOMATIC = {
    "kind": "symptomatic", "days": 4, "review_at": "09:00", "ready": {"score_below": 8, "for": "24 h"},
}  # fmt: skip
OPIOIDS = {
    "heroin": OPIOID | {"share_pct": 60, "peak_score": spread(8, 36), "decline": spread("48 h", "120 h")},
    "methadone": OPIOID | {"share_pct": 40, "acting": "long", "onset": "24 h", "rise": spread("30 h", "60 h")},
}
LEAVING = {
    "per_day": 0.06, "reference_score": 8.5, "reference_pct": 19.5, "ratio_per_10_points": {"odds_ratio": 2.6},
    "medication_started_ratio": {"odds_ratio": 0.73}, "adjunct_started_ratio": 1.2, "aftercare_plan_ratio": 0.6,
    "counselling_ratio": 0.9, "friday_admission_ratio": 1.3, "ratios": {"housed": 0.5, "methadone": 1.4},
    "settling": {"ratio": 0.5, "per": "2 days", "floor": 0.3}, "by_facility_per_1000_days": 8,
}  # fmt: skip
COMPLICATIONS = {
    "reference_score": 10,
    "kinds": {
        "dehydration": {
            "per_1000_patient_days": 90, "ratio_per_10_points": 1.8,
            "ends": {"continue_pct": 40, "longer_stay_pct": 30, "transfer_pct": 30}, "longer_by": "30 h",
        },
        "seizure": {"per_1000_patient_days": 60, "found_at_once": True, "ends": {"observation_pct": 100}},
        "precipitated": {
            "at_first_dose": {"share_pct": 30, "where": {"methadone": 60}}, "begins_after": "90 min",
            "felt_worse": {"points": 14, "fades_over": "10 h"}, "ends": {"continue_pct": 50, "observation_pct": 50},
        },
    },
    "hospital": {"stay": "1 day", "bed_held_for": "0 h"},
}  # fmt: skip
EXTRA = {
    "comfort_medication": task("nurse", "9 min"),
    "counselling": task("nurse", spread("30 min", "60 min")),
    "response": response(spread("10 min", "40 min")),
    "constant_observation": task("nurse", spread("4 h", "12 h"), 1),
}
PRESSURE = {"blood_pressure": task("nurse", spread("4 min", "7 min"))}
PLANNING = {"discharge_planning": task("nurse", spread("1 h", "30 h"))}
UNLIMITED = {"days": "mon-sun", "from": "00:00", "to": "24:00", "nurse": "unlimited", "prescriber": "unlimited"}

BARE = CLINIC | {
    "run": CLINIC["run"] | {"length": "5 weeks", "seed": 11, "start_date": "2027-01-07"},
    "demand": {"per_day": 14, "sources": {"self": {"share_pct": 70}, "court": {"share_pct": 30}}},
    "people": {"traits": {"housed": {"share_pct": 50, "peak_ratio": 0.8}}},
    "unit": {"beds": "unlimited"},
    "staff": CLINIC["staff"] | {"roster": {"all_week": UNLIMITED}},
    "tasks": CLINIC["tasks"] | PRESSURE,
    "protocols": {
        "taper": TAPER | {"share_pct": 34},
        "alpha2": ALPHA2 | {"share_pct": 33},
        "symptomatic": SYMPTOMATIC | {"share_pct": 33},
    },
    "withdrawal": CLINIC["withdrawal"] | {"opioids": OPIOIDS, "hours_since_use": spread("2 h", "40 h")},
}
FULL = BARE | {
    "unit": {"beds": "unlimited", "discharge_hours": ({"days": "mon-sun", "from": "10:00", "to": "16:00"},)},
    "tasks": {
        **BARE["tasks"], **EXTRA, **PLANNING,
        "check": task("nurse", {"lognormal": {"mean": "10 min", "sd": "4 min"}}),
        "nursing_assessment": task("nurse", spread("30 min", "90 min")),
        "history_and_physical": task("prescriber", spread("20 min", "9 h")),
    },
    "withdrawal": BARE["withdrawal"] | {
        "comfort_by_band": {"none": 0.0, "mild": 1.0, "moderate": 1.5, "moderately_severe": 2.0, "severe": 2.5},
    },
    "leaving": LEAVING,
    "complications": COMPLICATIONS,
    "counselling": {"individual": {"days": "mon-fri", "at": "11:00", "score_below": 20}},
    "transition": {"destinations": {"home": {"kind": "none", "wish_pct": 100}}},
}  # fmt: skip


def by_person(log):
    """The events of each person in the order of the log."""
    told = defaultdict(list)
    rows = zip(*(log.events[name].tolist() for name in ("patient", "time_h", "event", "value")), strict=True)
    for patient, time_h, event, value in rows:
        if event in COMPARED:
            told[patient].append((time_h, Event(event), value))
    return told


@cache
def both(clinic):
    """The stories of the first people by the unit and by the plain loop."""
    scenario = Scenario.model_validate({"bare": BARE, "full": FULL}[clinic])
    assert not list(cross_faults({name: getattr(scenario, name) for name in Scenario.model_fields}))
    population = draw_population(scenario, 0)
    told = by_person(simulate(scenario, population))
    people = population.number[:PEOPLE].tolist()
    return [(told[number], PlainStay(scenario, population, row).events) for row, number in enumerate(people)]


def assert_the_same(unit, plain):
    near = {"abs": 1e-9, "rel": 0}
    assert unit == [(pytest.approx(at_h, **near), event, pytest.approx(value, **near)) for at_h, event, value in plain]


@pytest.mark.parametrize("clinic", ["bare", "full"])
def test_the_unit_tells_the_same_story_as_the_plain_loop(clinic):
    pairs = both(clinic)
    assert len(pairs) == PEOPLE
    for unit, plain in pairs:
        assert_the_same(unit, plain)


def test_the_stories_are_rich():
    """Every kind of event that is compared happens often enough for the comparison to mean something."""
    seen = Counter(event for unit, _ in both("full") for _, event, _ in unit)
    assert set(seen) == COMPARED
    assert min(seen.values()) >= 5
