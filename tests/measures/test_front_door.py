"""Outpatient withdrawal, bed groups, tonight's census and the flow of people through all of them."""

import pytest

from sim.measures import registry_for
from sim.vocabulary import Blocked, Event, Level
from tests.engine.bench import CLINIC
from tests.measures.hand import A, B, C, D, E, F, G, clinic, log_of, tables, values

pytestmark = pytest.mark.unit

OUTPATIENT = {"share_pct": 50, "lasts": "5 days", "completes_pct": 50}
SCREENING = {"diverted_pct": 10, "lost_pct": 10, "outpatient": OUTPATIENT}
STORIES = {
    A: ((1, Event.REFERRED), (2, Event.DIVERTED, 0)),
    B: ((1, Event.REFERRED), (2, Event.DIVERTED, 1), (60, Event.OUTPATIENT_ENDED, 1)),
    C: ((1, Event.REFERRED), (2, Event.DIVERTED, 1), (60, Event.OUTPATIENT_ENDED, 0)),
    D: ((1, Event.REFERRED), (2, Event.DIVERTED, 1)),
    E: ((1, Event.REFERRED), (2, Event.LISTED), (3, Event.ADMITTED), (9, Event.TRANSFERRED, 0)),
    F: ((1, Event.REFERRED), (2, Event.LISTED), (3, Event.ADMITTED), (9, Event.FACILITY_DISCHARGED, 0)),
    G: ((1, Event.REFERRED), (2, Event.LISTED), (3, Event.ADMITTED)),
}


@pytest.fixture(scope="module")
def scenario():
    sources = {"listed": {"listed": tuple(f"{hour} h" for hour in range(7))}}
    return clinic(7, demand={"sources": sources, "screening": SCREENING})


def test_outpatients_are_diverted_and_complete_or_not(scenario):
    value = values(scenario, log_of(STORIES))
    assert value("diverted_per_year") == pytest.approx(4 * 365 / 7)
    assert value("outpatient_per_year") == pytest.approx(3 * 365 / 7)
    assert value("outpatient_completed_pct") == 50


def test_every_way_is_in_the_flow(scenario):
    flows = tables(scenario, log_of(STORIES))["flows"].set_index(["source", "target"])["count"]
    assert flows.to_dict() == {
        ("Referred", "Diverted to other care"): 1,
        ("Referred", "Outpatient withdrawal"): 3,
        ("Referred", "Waiting list"): 3,
        ("Outpatient withdrawal", "Completed as outpatient"): 1,
        ("Outpatient withdrawal", "Dropped out as outpatient"): 1,
        ("Outpatient withdrawal", "Still an outpatient at the end"): 1,
        ("Waiting list", "Admitted"): 3,
        ("Admitted", "Transferred to hospital"): 1,
        ("Admitted", "Discharged by the unit"): 1,
        ("Admitted", "Still in the unit at the end"): 1,
    }


def test_each_group_of_beds_has_its_occupancy():
    rooms = {"women": {"beds": 2, "only_for": ("heroin",)}, "all": {"beds": 4, "label": "Everybody"}}
    scenario = clinic(1, unit={"beds": 6, "bed_groups": rooms})
    levels = {(Level.GROUP_OCCUPIED, 0): [(0, 1)], (Level.GROUP_OCCUPIED, 1): [(84, 3)]}
    value = values(scenario, log_of({}, levels))
    assert value("group_occupancy_pct[women]") == 50
    assert value("group_occupancy_pct[all]") == pytest.approx(37.5)
    labels = {measure.name: measure.label for measure in registry_for(scenario)}
    assert labels["group_occupancy_pct[all]"].endswith(": Everybody")


def test_what_kept_people_of_the_census_waiting_counts_from_the_start_of_the_run():
    scenario = clinic(1, census={"waiting": ({"waited_so_far": "30 h"},)}, demand=CLINIC["demand"])
    waits = 1991
    levels = {(Level.WAITING, 0): [(0, 1), (12, 0)], (Level.BLOCKED, 0): [(0, Blocked.HOURS), (12, Blocked.NOT)]}
    story = ((-30, Event.REFERRED), (-30, Event.LISTED), (12, Event.CALLED), (12, Event.ADMITTED, 20))
    log = log_of({waits: story}, levels)
    counts = tables(scenario, log)["counts"].set_index(["topic", "category"])["count"]
    assert counts["blocked_admissions", "hours"] == 1
    assert counts["wait_days", "1-2"] == 1
    assert values(scenario, log)("wait_mean_h") == 42


def test_a_scenario_without_a_part_has_none_of_its_measures():
    plain = {measure.name.partition("[")[0] for measure in registry_for(clinic(1))}
    assert {"wait_mean_h", "self_discharge_pct", "started_medication_pct", "present_day_7_pct"} <= plain
    assert not plain & {
        "transferred_pct", "transferred_or_completed_pct", "facility_discharged_pct",
        "complications_per_100_admissions",
        "held_bed_days", "doses_withheld_pct", "counselling_missed_pct", "groups_cancelled_pct", "agency_h_per_week",
        "meal_breaks_missed_pct", "observation_h_per_week", "outpatient_per_year", "deaths_waiting_per_year",
        "linked_7_days_pct", "appointment_kept_pct", "returned_to_use_30_days_pct", "readmitted_30_days_pct",
        "deaths_28_days_per_1000_stays", "cost_per_year", "cost_per_linked", "group_occupancy_pct",
        "medication_at_discharge_pct",
    }  # fmt: skip
