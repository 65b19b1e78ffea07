"""Every measure on a log written by hand, in a window from 100 h to 268 h (one week)."""

from math import isnan

import numpy as np
import pytest

from sim.measures import MEASURES, registry_for
from sim.measures.replication import measure_replication
from sim.patients.population import draw_population
from sim.scenario.scenario import Scenario
from sim.unit.log import NEVER, NOBODY, Log
from sim.unit.run import simulate
from sim.vocabulary import Band, Blocked, Event, Level, Outcome, Work
from tests.engine.bench import CLINIC

pytestmark = pytest.mark.unit

HOUSE = {"kind": "own step-down", "wish_pct": 100, "beds": 2, "stay": "100 h", "otherwise": "home"}
HOME = {"kind": "none", "wish_pct": 0}
WEEKS_A_YEAR = 365 / 7
A, B, C, D = 1000, 2000, 3000, 4000


@pytest.fixture(scope="module")
def scenario():
    listed = ("10 h", "100 h", "120 h", "200 h")
    return Scenario.model_validate(
        CLINIC
        | {
            "run": CLINIC["run"] | {"length": "168 h", "warm_up": "100 h"},
            "demand": {"sources": {"listed": {"listed": listed}}},
            "unit": {"beds": 4},
            "transition": {"destinations": {"house": HOUSE, "home": HOME}},
        }
    )


@pytest.fixture(scope="module")
def tables(scenario):
    return measure_replication(scenario, draw_population(scenario, 0), by_hand())


@pytest.fixture(scope="module")
def value(tables):
    runs = tables["runs"]
    return dict(zip(runs["measure"], runs["value"], strict=True)).__getitem__


def by_hand() -> Log:
    """A is in bed across the start and goes to the house, B leaves early, C gives up, D is in bed at the end."""
    log = Log()
    for level, subject in (
        (Level.WAITING, 0), (Level.BLOCKED, 0), (Level.RESERVED, 0), (Level.OCCUPIED, 0), (Level.CLEANING, 0),
        (Level.BOARDING, 0), (Level.STEP_DOWN, 0), (Level.BUSY, 0), (Level.OVERTIME, 0), (Level.BUSY, 1),
        (Level.OVERTIME, 1),
    ):  # fmt: skip
        log.level(0, level, 0, subject)
    log.level(0, Level.ON_SHIFT, 2, 0)
    log.level(0, Level.ON_SHIFT, 1, 1)
    for who, rows in {
        A: [
            (10, Event.REFERRED, 0), (10, Event.LISTED, 0), (10, Event.CALLED, 0), (12, Event.ADMITTED, 20),
            (12, Event.BAND, Band.MODERATE), (30, Event.DOSED, 4), (50, Event.BAND, Band.MILD), (140, Event.READY, 0),
            (164, Event.PLACED, 0), (166, Event.DISCHARGED, 0),
        ],
        B: [
            (100, Event.REFERRED, 0), (100, Event.LISTED, 0), (110, Event.CALLED, 0), (112, Event.ADMITTED, 20),
            (112, Event.BAND, Band.MODERATE), (118, Event.DOSED, 4), (120, Event.BAND, Band.NONE),
            (132, Event.SELF_DISCHARGED, 3.0),
        ],
        C: [(120, Event.REFERRED, 0), (120, Event.LISTED, 0), (150, Event.GAVE_UP, 0)],
        D: [
            (200, Event.REFERRED, 0), (200, Event.LISTED, 0), (230, Event.CALLED, 0), (230, Event.ADMITTED, 20),
            (230, Event.BAND, Band.SEVERE),
        ],
    }.items():  # fmt: skip
        for time_h, event, told in rows:
            log.event(time_h, who, event, told)
    steps(log)
    tasks(log)
    return log


def steps(log: Log) -> None:
    for level, rows in {
        Level.OCCUPIED: [(12, 1), (112, 2), (132, 1), (166, 0), (230, 1)],
        Level.RESERVED: [(110, 1), (112, 0)],
        Level.CLEANING: [(166, 4), (168, 0)],
        Level.WAITING: [(100, 1), (110, 0), (120, 1), (150, 0), (200, 1), (230, 0)],
        Level.BLOCKED: [(100, Blocked.HOURS), (110, Blocked.NOT), (120, Blocked.RATIO), (150, Blocked.NOT),
                        (200, Blocked.BEDS), (230, Blocked.NOT)],
        Level.BOARDING: [(140, 1), (164, 0)],
        Level.STEP_DOWN: [(164, 1)],
        Level.BUSY: [(90, 1), (124, 0)],
        Level.OVERTIME: [(120, 1), (124, 0)],
    }.items():  # fmt: skip
        for time_h, told in rows:
            log.level(time_h, level, told)


def tasks(log: Log) -> None:
    def done(work, due_h, start_h, end_h, who=B, repeat=0):
        log.task(who, work, repeat, 0, due_h, due_h, start_h, end_h, Outcome.DONE)

    done(Work.NURSING_ASSESSMENT, 113, 114, 115)
    done(Work.HISTORY_AND_PHYSICAL, 136, 116, 117)
    done(Work.CHECK, 90, 99, 100, who=A, repeat=0)  # due before the window
    done(Work.CHECK, 120, 120.5, 121, repeat=0)  # within 30 min: on time
    done(Work.CHECK, 124, 125, 126, repeat=1)  # late
    log.task(B, Work.CHECK, 2, NOBODY, 128, 128, NEVER, 130, Outcome.LAPSED)
    log.task(
        B, Work.CHECK, 3, NOBODY, 131.8, 131.8, NEVER, 132, Outcome.CANCELLED
    )  # left within its grace: not counted
    log.task(B, Work.DOSE, 0, 0, 120, 120, 122, 122.5, Outcome.PUT_DOWN)
    log.task(B, Work.DOSE, 0, 0, 120, 120, 126, 126.5, Outcome.DONE)  # the rest of the same dose
    done(Work.DOSE, 128, 128, 128.1, repeat=1)


def test_access(value):
    assert value("wait_mean_h") == (12 + 30) / 2  # B and D; A came before the window
    assert value("wait_median_h") == 21
    assert value("admitted_24h_pct") == pytest.approx(100 / 3)  # B of B, C, D
    assert value("admitted_72h_pct") == pytest.approx(50)  # D's 72 h are not over
    assert value("turned_away_pct") == value("gave_up_pct") == pytest.approx(100 / 3)
    assert value("no_show_pct") == value("refused_pct") == 0
    assert value("referrals_per_year") == pytest.approx(3 * WEEKS_A_YEAR)
    assert value("admissions_per_year") == pytest.approx(2 * WEEKS_A_YEAR)
    assert value("waiting_mean") == pytest.approx(70 / 168)
    assert value("blocked_by_beds_h_per_week") == pytest.approx(30)
    assert value("blocked_by_hours_h_per_week") == pytest.approx(10)
    assert value("blocked_by_ratio_h_per_week") == pytest.approx(30)
    assert value("waiting_at_end") == 0


def test_beds(value):
    occupied = 66 + 20 + 38  # A, B and D inside the window
    assert value("occupancy_pct") == pytest.approx(100 * occupied / 168 / 4)
    assert value("occupancy_p90_pct") == pytest.approx(50)
    assert value("full_pct") == pytest.approx(100 * 2 / 168)
    assert value("blocked_bed_days") == pytest.approx(WEEKS_A_YEAR)
    assert value("closed_for_staff_bed_days") == pytest.approx(30 / 24 * WEEKS_A_YEAR)
    assert value("admissions_per_bed_year") == pytest.approx(2 * WEEKS_A_YEAR / 4)


def test_care(value):
    assert value("assessment_wait_mean_h") == 2
    assert value("prescriber_wait_mean_h") == 4
    assert value("first_dose_wait_mean_h") == 6
    assert value("checks_on_time_pct") == pytest.approx(100 / 3)
    assert value("checks_late_pct") == pytest.approx(100 / 3)
    assert value("checks_missed_pct") == pytest.approx(100 / 3)
    assert value("doses_on_time_pct") == 50
    assert value("dose_lateness_mean_min") == pytest.approx(60)  # 2 h for the first start of one, 0 for the other
    assert value("felt_h_per_day[moderate]") == pytest.approx(24 * 8 / 124)
    assert value("felt_h_per_day[mild]") == pytest.approx(24 * 66 / 124)
    assert value("moderate_or_worse_h_per_day") == pytest.approx(24 * (8 + 38) / 124)
    assert value("staff_use_pct[nurse]") == pytest.approx(100 * 24 / (2 * 168))
    assert value("overtime_h_per_week[nurse]") == pytest.approx(4)
    assert value("staff_use_pct[prescriber]") == 0


def test_outcome(value):
    assert value("self_discharge_pct") == value("completed_pct") == 50
    assert value("self_discharge_24h_pct") == 50
    assert value("completed_per_year") == pytest.approx(WEEKS_A_YEAR)
    assert value("stay_mean_h") == (154 + 20) / 2
    assert value("stay_completed_median_h") == 154
    assert value("in_bed_at_end") == 1


def test_transition(value):
    assert value("discharged_to_pct[house]") == 100
    assert value("discharged_to_pct[home]") == 0
    assert value("wish_met_pct") == 100
    assert value("boarding_mean_h") == 24
    assert value("boarded_pct") == 100
    assert value("step_down_occupancy_pct[house]") == pytest.approx(100 * (268 - 164) / 168 / 2)
    assert isnan(value("appointment_gap_mean_days"))  # never seen is not 0


def test_the_tables_hold_the_same_facts(tables):
    counts = tables["counts"].set_index(["topic", "category"])["count"]
    ends = {"completed": 1, "self-discharged": 1, "still in the unit at the end": 1}
    assert counts["outcome"][counts["outcome"] > 0].to_dict() == ends
    assert counts["self_discharge_day", "1"] == counts["self_discharge_day"].sum() == 1
    assert counts["self_discharge_hour_of_week", "132"] == 1
    assert counts["wait_days"].to_dict() == {"0-1": 1, "1-2": 1, "2-3": 0, "3-5": 0, "5-7": 0, "7-14": 0, "14+": 0}
    assert counts["blocked_hours"].to_dict() == {"beds": 30, "hours": 10, "ratio": 30}
    assert counts["blocked_admissions"].to_dict() == {"beds": 1, "hours": 1, "ratio": 0, "none": 0}
    assert counts["checks"].to_dict() == {"on time": 1, "late": 1, "missed": 1}
    assert tables["daily"]["occupied"].tolist()[:2] == pytest.approx([(12 + 2 * 12) / 24, (8 * 2 + 16) / 24])
    assert tables["daily"].shape == (7, 7)
    nurses = tables["hourly"].query("role == 'nurse'").set_index("hour_of_week")
    assert nurses["on_shift"].eq(2).all()
    assert nurses.loc[100, "busy"] == 1
    assert nurses.loc[99, "busy"] == 0  # the same hour a week later: the window starts at 100
    assert tables["waits"].query("what == 'first dose'")["hours"].eq(6).all()


def test_what_enters_a_station_leaves_it_or_is_still_there(tables):
    flows = tables["flows"]
    for station in ("Waiting list", "Admitted"):
        entered = flows.loc[flows["target"] == station, "count"].sum()
        assert entered == flows.loc[flows["source"] == station, "count"].sum() > 0
    assert flows.loc[flows["source"] == "Referred", "count"].sum() == 3


def test_every_measure_is_declared_once_with_words_for_people():
    names = [measure.name for measure in MEASURES]
    assert len(names) == len(set(names)) > 40
    assert sum(measure.headline for measure in MEASURES) == 10
    for measure in MEASURES:
        assert measure.label
        assert measure.unit
        assert measure.definition.endswith(".")


def test_the_registry_names_what_a_run_measures(scenario, tables):
    assert [measure.name for measure in registry_for(scenario)] == tables["runs"]["measure"].tolist()


def test_a_run_in_which_nothing_happens_measures_nothing_wrong(scenario):
    empty = Scenario.model_validate(
        CLINIC | {"run": CLINIC["run"] | {"warm_up": "0 h"}, "demand": {"sources": {"listed": {"listed": ()}}}}
    )
    people = draw_population(empty, 0)
    runs = measure_replication(empty, people, simulate(empty, people))["runs"].set_index("measure")["value"]
    assert runs["occupancy_pct"] == 0
    assert np.isnan(runs["wait_mean_h"])
    assert np.isnan(runs["checks_on_time_pct"])


def test_a_check_that_was_overdue_when_the_person_left_is_late(scenario):
    log = by_hand()
    log.task(B, Work.CHECK, 4, NOBODY, 131, 131, NEVER, 132, Outcome.CANCELLED)
    runs = measure_replication(scenario, draw_population(scenario, 0), log)["runs"].set_index("measure")["value"]
    assert runs["checks_late_pct"] == 50
    assert runs["checks_on_time_pct"] == 25


def test_waiting_for_a_place_in_vain_counts_as_waiting(scenario):
    log = by_hand()
    log.event(240, D, Event.READY)
    log.event(250, D, Event.SELF_DISCHARGED)
    runs = measure_replication(scenario, draw_population(scenario, 0), log)["runs"].set_index("measure")["value"]
    assert runs["boarding_mean_h"] == (24 + 10) / 2
    assert runs["boarded_pct"] == 100
