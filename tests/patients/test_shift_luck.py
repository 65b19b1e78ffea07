"""Who is on shift when some shifts go unfilled, and how long group sessions last."""

import numpy as np
import pytest

from sim.patients.shifts import draw_shifts, headcounts
from sim.rules.calendar import Timetable
from sim.scenario.part import as_number
from sim.scenario.scenario import Scenario
from tests.engine.bench import WARD, task

pytestmark = pytest.mark.unit

DAY = {"days": "mon-sun", "from": "07:00", "to": "19:00", "nurse": 3}
NIGHT = {"days": "mon-sun", "from": "19:00", "to": "07:00", "nurse": 2}


def ward(roles=None, length="2 weeks", start=None, **roster) -> Scenario:
    staff = {"shift_end": "finish", "roles": roles or {"nurse": {}}, "roster": roster or {"day": DAY, "night": NIGHT}}
    run = WARD["run"] | {"length": length} | ({"start_date": start} if start else {})
    return Scenario.model_validate(WARD | {"run": run, "staff": staff})


def counts(scenario: Scenario, replication: int = 0) -> list[np.ndarray]:
    """For each role, rows of (time_h, on shift, missing, agency)."""
    luck = draw_shifts(scenario, replication)
    assert scenario.staff
    return [np.array(changes) for changes in headcounts(scenario.staff, scenario.run, luck)]


def test_every_shift_begins_at_its_hour():
    (nurses,) = counts(ward(length="2 days"))
    assert nurses.tolist() == [[0, 2, 0, 0], [7, 3, 0, 0], [19, 2, 0, 0], [31, 3, 0, 0], [43, 2, 0, 0]]


def test_a_change_of_shift_is_one_even_when_the_headcount_stays():
    (nurses,) = counts(ward(length="1 day", day=DAY | {"nurse": 2}, night=NIGHT))
    assert nurses.tolist() == [[0, 2, 0, 0], [7, 2, 0, 0], [19, 2, 0, 0]]


def test_a_shift_of_24_hours_follows_itself():
    (nurses,) = counts(ward(length="3 days", all_day=DAY | {"from": "08:00", "to": "08:00"}))
    assert nurses[:, :2].tolist() == [[0, 3], [8, 3], [32, 3], [56, 3]]


def test_the_night_before_the_first_day_reaches_into_it():
    sunday_night = NIGHT | {"days": "sun"}
    (nurses,) = counts(ward(length="1 day", night=sunday_night))
    assert nurses[:, :2].tolist() == [[0, 2], [7, 0]]
    (nurses,) = counts(ward(length="2 days", start="2027-01-10", night=sunday_night))  # a Sunday
    assert nurses[:, :2].tolist() == [[0, 0], [19, 2], [31, 0]]


def test_a_role_without_shifts_has_nobody():
    assert counts(ward({"nurse": {}, "prescriber": {}}))[1].tolist() == [[0, 0, 0, 0]]


def test_unlimited_staff_are_never_missing():
    (nurses,) = counts(ward({"nurse": {"unfilled_pct": 50}}, all_day=DAY | {"to": "07:00", "nurse": "unlimited"}))
    assert set(nurses[:, 1].tolist()) == {np.inf}
    assert not nurses[:, 2:].any()


@pytest.mark.parametrize("minute", range(0, 60, 5))
def test_one_shift_ends_in_the_same_instant_as_the_next_begins(minute):
    """Clock times such as 07:20 are no binary fractions."""
    early, late = f"07:{minute:02}", f"19:{minute:02}"
    day = {"days": "mon-sun", "from": early, "to": late, "nurse": 1}
    night = {"days": "mon-sun", "from": late, "to": early, "nurse": 1}
    (nurses,) = counts(ward(length="20 weeks", start="2027-01-06", day=day, night=night))
    assert set(nurses[:, 1].tolist()) == {1.0}
    assert np.diff(nurses[:, 0])[1:] == pytest.approx(12)


@pytest.mark.parametrize("start", ["2027-01-04", "2027-01-07", "2027-01-10"])
@pytest.mark.parametrize(
    "roster",
    [
        {"day": DAY, "night": NIGHT},
        {"week": DAY | {"days": "mon-fri"}, "end": NIGHT | {"days": "fri-sun"}},
        {"all_day": DAY | {"from": "08:00", "to": "08:00", "days": "sat-sun"}},
        {"late": DAY | {"from": "12:00", "to": "24:00"}, "rest": NIGHT | {"from": "00:00", "to": "06:00"}},
    ],
)
def test_a_full_roster_is_its_timetable(start, roster):
    scenario = ward(start=start, **roster)
    assert scenario.staff
    rows = [(row.days, row.from_h, row.to_h, as_number(row.staff["nurse"])) for row in scenario.staff.roster.values()]
    timetable = Timetable.of(rows, scenario.run.first_weekday)
    (nurses,) = counts(scenario)
    horizon_h = scenario.run.horizon_h
    changes = timetable.changes()
    expected = [(0.0, timetable.at(0.0))]
    while (change := next(changes))[0] < horizon_h:
        expected.append(change)
    assert nurses[:, :2].tolist() == [list(change) for change in expected]


def test_shifts_go_unfilled_as_often_as_the_scenario_says_and_agency_covers_its_share():
    """Binomial, within 4 standard errors."""
    (nurses,) = counts(ward({"nurse": {"unfilled_pct": 20, "agency_pct": 30}}, length="200 weeks"))
    planned = np.where(nurses[:, 0] % 24 == 7, 3, 2)
    heads = planned.sum()
    _, on_shift, missing, agency = nurses.T
    assert np.array_equal(on_shift + missing, planned)
    assert (agency <= on_shift).all()
    for found, share in ((missing, 0.2 * 0.7), (agency, 0.2 * 0.3)):
        assert abs(found.sum() / heads - share) < 4 * (share * (1 - share) / heads) ** 0.5


def test_with_a_greater_chance_the_same_shifts_are_missing_and_more():
    few, many = (counts(ward({"nurse": {"unfilled_pct": pct}}))[0] for pct in (20, 50))
    assert (few[:, 2] <= many[:, 2]).all()
    assert few[:, 2].sum() < many[:, 2].sum()


def test_a_shift_keeps_its_luck_whatever_else_the_roster_says():
    roles = {"nurse": {"unfilled_pct": 30}, "technician": {"unfilled_pct": 30}}
    weekdays = DAY | {"days": "mon-fri"}
    more = ward(roles, night=NIGHT | {"technician": 2}, day=weekdays | {"days": "mon-sat", "nurse": 4, "technician": 1})
    with_one_more = draw_shifts(more, 0).unfilled_rank["day", "nurse"]
    own = draw_shifts(ward(roles, day=weekdays), 0).unfilled_rank["day", "nurse"]
    assert (own.shape, with_one_more.shape) == ((3, 15), (4, 18))
    assert np.array_equal(own, with_one_more[:3].reshape(3, 3, 6)[:, :, :5].reshape(3, 15))


def test_a_longer_run_adds_shifts_at_its_end():
    roles = {"nurse": {"unfilled_pct": 30, "agency_pct": 40}}
    short, long = (counts(ward(roles, length=length))[0] for length in ("2 weeks", "5 weeks"))
    assert np.array_equal(short, long[: len(short)])


def test_replications_and_rows_are_luck_apart():
    roles = {"nurse": {"unfilled_pct": 50}}
    scenario = ward(roles, length="20 weeks", day=DAY, night=NIGHT | {"nurse": 3})
    luck = draw_shifts(scenario, 0).unfilled_rank
    others = [luck["night", "nurse"], draw_shifts(scenario, 1).unfilled_rank["day", "nurse"]]
    for other in others:
        assert abs(np.corrcoef(luck["day", "nurse"].ravel(), other.ravel())[0, 1]) < 4 / other.size**0.5
    heads = np.corrcoef(luck["day", "nurse"])
    assert abs(heads[0, 1]) < 4 / luck["day", "nurse"].shape[1] ** 0.5


def test_a_full_roster_needs_no_luck():
    assert draw_shifts(ward(), 0).unfilled_rank == {}


def sessions(length: str, **groups: str) -> dict[str, np.ndarray]:
    held = {name: {"days": days, "at": "10:00", "up_to": 16} for name, days in groups.items()}
    spread = {"uniform": {"low": "50 min", "high": "70 min"}}
    counselling, tasks = {"groups": held}, {"group": task("nurse", spread)}
    parts = {"run": WARD["run"] | {"length": length}, "counselling": counselling, "tasks": tasks}
    return dict(draw_shifts(Scenario.model_validate(WARD | parts), 0).session_h)


def test_each_session_of_a_group_has_its_length():
    one = sessions("10 weeks", daily="mon-sun")["daily"]
    assert one.size >= 70
    assert np.unique(one).size == one.size
    assert 50 / 60 <= one.min() < one.max() < 70 / 60


def test_a_group_keeps_its_lengths_beside_another_and_in_a_longer_run():
    one = sessions("10 weeks", daily="mon-sun")["daily"]
    two = sessions("20 weeks", evening="mon, thu", daily="mon-sun")
    assert np.array_equal(one, two["daily"][: one.size])
    assert not np.isin(two["evening"], two["daily"]).any()


def test_without_the_task_there_are_no_sessions():
    assert draw_shifts(ward(), 0).session_h == {}
