"""Scores by hours since admission, tasks by kind, and the month after the stay: each by hand."""

import pytest

from sim.patients.episodes import EPISODE
from sim.unit.log import NEVER, NOBODY
from sim.vocabulary import Event, Outcome, Work
from tests.engine.bench import CLINIC
from tests.measures.hand import A, B, C, D, E, clinic, log_of, tables

pytestmark = pytest.mark.unit

DAY = 24.0


def found(*stories):
    scenario = clinic(4, days=7, warm_up_h=100)
    table = tables(scenario, log_of(dict(zip((A, B, C, D), stories, strict=False))))["scores"]
    return table.set_index("hour")


def stay(admitted_h, left_h, *checks):
    events = [(admitted_h, Event.ADMITTED, 0), *((admitted_h + since, Event.CHECKED, score) for since, score in checks)]
    return (*events, (left_h, Event.DISCHARGED, -1))


def test_each_person_counts_once_with_the_score_last_found():
    table = found(stay(110, 125, (1, 4), (2, 6), (3, 8)), stay(120, 139, (5, 20), (13, 10)))
    assert table.loc[6.0, ["p50", "n"]].tolist() == [14, 2]
    assert table.loc[12.0, "p50"] == 14
    assert table.loc[18.0, ["p10", "p50", "p90", "n"]].tolist() == [10, 10, 10, 1]
    assert list(table.index) == [6.0, 12.0, 18.0]


def test_a_check_at_the_very_hour_counts_at_it():
    table = found(stay(110, 130, (0, 3), (6, 9)))
    assert table["p50"].tolist() == [3, 9, 9, 9]


def test_those_admitted_before_the_window_are_not_in_it():
    assert found(stay(90, 130, (1, 5))).empty


def test_tasks_are_counted_by_kind_with_their_own_grace():
    patient_dose = CLINIC["tasks"]["dose"] | {"on_time_within": "2 h"}
    scenario = clinic(1, tasks=CLINIC["tasks"] | {"dose": patient_dose})
    log = log_of({A: ((1, Event.ADMITTED, 0),)})
    for work in (Work.CHECK, Work.DOSE):
        for repeat, late_h in enumerate((0.0, 1.5)):
            log.task(A, work, repeat, 0, 10.0, 10.0, 10 + late_h, 12.0, Outcome.DONE)
        log.task(A, work, 2, NOBODY, 20.0, 20.0, NEVER, 30.0, Outcome.LAPSED)
    counts = tables(scenario, log)["tasks_due"].set_index(["task", "fate"])["count"]
    assert counts["check"].to_dict() == {"on time": 1, "late": 1, "missed": 1}
    assert counts["dose"].to_dict() == {"on time": 2, "late": 0, "missed": 1}
    assert set(counts.index.get_level_values("task")) == {"check", "dose"}


PLACES = {
    "transition": {"destinations": {"home": {"kind": "none", "wish_pct": 100, "label": "Home"}}},
    "afterwards": {"return_to_use": {"per_day": 0.1, "decays_over": "21 days"}},
}


def left(day, *after, end=Event.DISCHARGED):
    """A stay of four days that ends on this day, and what follows."""
    left_h = day * DAY
    return ((left_h - 100, Event.REFERRED), (left_h - 96, Event.ADMITTED, 20), (left_h, end, 0), *after)


def test_a_month_after_leaving_the_first_that_holds_is_what_became_of_a_person():
    log = log_of({
        A: left(10, (12 * DAY, Event.RETURNED_TO_USE), (11 * DAY, Event.LINKED, 0), end=Event.SELF_DISCHARGED),
        A + EPISODE: ((30 * DAY, Event.REFERRED), (31 * DAY, Event.ADMITTED, 20)),
        B: left(10, (12 * DAY, Event.LINKED, 0), (50 * DAY, Event.RETURNED_TO_USE)),
        C: left(10, (39 * DAY, Event.RETURNED_TO_USE), (12 * DAY, Event.LINKED, 0)),
        D: left(71, (72 * DAY, Event.RETURNED_TO_USE)),
        E: left(10, (41 * DAY, Event.LINKED, 0)),
    })  # fmt: skip
    table = tables(clinic(5, days=100, **PLACES), log)["month_after"]
    assert table.to_numpy().tolist() == [
        ["Self-discharged", "Admitted here again", 1], ["Home", "Left less than 30 days before the end", 1],
        ["Home", "Returned to use", 1], ["Home", "In further care", 1], ["Home", "Not in further care", 1],
    ]  # fmt: skip


def test_the_month_after_goes_on_from_where_the_flows_end():
    log = log_of({
        A: left(10, end=Event.SELF_DISCHARGED), B: left(10, (12 * DAY, Event.LINKED, 0)), C: left(90),
        D: left(10, end=Event.TRANSFERRED), E: ((10 * DAY, Event.REFERRED), (99 * DAY, Event.ADMITTED, 20)),
    })  # fmt: skip
    found = tables(clinic(5, days=100, **PLACES), log)
    out = found["flows"].query("source == 'Admitted'").set_index("target")["count"]
    assert out.pop("Still in the unit at the end") == 1
    assert found["month_after"].groupby("source")["count"].sum().to_dict() == out.to_dict()


@pytest.mark.parametrize("label", ["Completed", "Returned to use"])
def test_a_place_is_never_taken_for_a_station_of_the_reports(label):
    place = {"kind": "none", "wish_pct": 100, "label": label}
    found = tables(clinic(1, days=100, transition={"destinations": {"home": place}}), log_of({A: left(10)}))
    assert set(found["flows"].query("source == 'Admitted'")["target"]) == {f"{label} (home)"}


def test_nothing_is_told_of_the_month_after_where_the_scenario_knows_nothing_of_it():
    assert tables(clinic(1, days=100), log_of({A: left(10)}))["month_after"].empty
