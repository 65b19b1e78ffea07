"""How a wish to leave added up, from looks and a log written by hand."""

from math import exp

import pytest

from sim.cli.story.adding_up import AddingUp, absences, added_up, overdue
from sim.cli.story.record import Happening, Job, Record
from sim.cli.story.wish import Wish
from sim.unit.log import NEVER
from sim.unit.watch import Look
from sim.vocabulary import Band, Event, Outcome, Work

pytestmark = pytest.mark.unit
HORIZON_H = 500.0
LOOKS = [Look(10, 15, 0.48, 0), Look(15, 6, 0.24, 0.1), Look(25, 6, 0.24, 0.2)]
"""Five hours of moderate withdrawal, ten of mild, and mild from then on."""


def job(
    work: Work, due_h: float, start_h: float, end_h: float, outcome: Outcome = Outcome.DONE, repeat: int = 0
) -> Job:
    return Job(work, repeat, 0, due_h, due_h, start_h, end_h, outcome)


def record(*happenings: tuple[float, Event, float], jobs: list[Job] | None = None) -> Record:
    return Record(17, [Happening(10, Event.ADMITTED, 12), *(Happening(*each) for each in happenings)], jobs or [])


def adding(told: Record, threshold: float = 1.0) -> AddingUp:
    return added_up(LOOKS, told, threshold, HORIZON_H)


def test_the_last_look_holds_to_the_end_of_the_stay() -> None:
    found = adding(record((35, Event.SELF_DISCHARGED, 6)))
    assert found.total == pytest.approx(0.3)
    assert found.part(band=Band.MODERATE) == pytest.approx((0.1, 5))
    assert found.part(band=Band.MILD) == pytest.approx((0.2, 20))


def test_a_part_of_a_stretch_has_its_part_of_the_hazard() -> None:
    found = adding(record((35, Event.DISCHARGED, 0)))
    assert found.part([(12.5, 20)]) == pytest.approx((0.05 + 0.05, 7.5))
    assert found.part([(12.5, 20)], Band.MILD) == pytest.approx((0.05, 5))


def test_somebody_who_is_still_there_is_told_of_to_the_end_of_the_run() -> None:
    assert added_up(LOOKS, record(), 9, horizon_h=49).total == pytest.approx(0.2 + 0.24)


def test_hours_in_hospital_do_not_count() -> None:
    looks = [Look(10, 6, 0.24, 0), Look(20, 6, 0.24, 0.1), Look(30, 6, 0.24, 0.1)]
    told = record((20, Event.TO_HOSPITAL, 0), (30, Event.BACK_FROM_HOSPITAL, 0), (40, Event.DISCHARGED, 0))
    assert absences(told, HORIZON_H) == [(20, 30)]
    assert added_up(looks, told, 1, HORIZON_H).part() == pytest.approx((0.2, 20))


def test_a_stay_that_ends_in_hospital_adds_up_to_the_way_there() -> None:
    told = record((25, Event.TO_HOSPITAL, 0), (49, Event.TRANSFERRED, 0))
    assert adding(told).part() == pytest.approx((0.2, 15))


def test_work_is_overdue_from_due_to_start_and_not_while_it_is_put_down() -> None:
    jobs = [
        job(Work.DOSE, 10, 12, 13, Outcome.PUT_DOWN),
        job(Work.DOSE, 10, 20, 21),
        job(Work.DOSE, 30, 30, 31, repeat=1),
        job(Work.DOSE, 40, NEVER, 44, Outcome.LAPSED, repeat=2),
        job(Work.DOSE, 43, NEVER, 46, Outcome.CANCELLED, repeat=3),
        job(Work.DOSE, 90, NEVER, 50, Outcome.CANCELLED, repeat=4),
    ]
    assert list(overdue(jobs)) == [(10, 12), (40, 46)]


def test_the_sentences_say_how_far_where_most_and_while_what_was_late() -> None:
    jobs = [job(Work.FIRST_DOSE, 12, 15, 15.1), job(Work.CHECK, 14, 16, 16.1)]
    told = record((15, Event.DOSED, 4), (35, Event.SELF_DISCHARGED, 6), jobs=jobs)
    assert list(Wish(told, adding(told, threshold=0.3), first_dose_h=15).say()) == [
        "The wish to leave reached this person's limit, and they left; with the same stay "
        f"{100 * exp(-0.3):.0f} % of people would have stayed longer.",
        "The wish grew most on day 1 (63 %), above all while withdrawal was moderate before the first dose, which came "
        "3 h 0 min late.",
        "Of this growth by felt withdrawal: mild 67 % in 20 h 0 min, moderate 33 % in 5 h 0 min.",
        "Before the first dose 33 % in 5 h 0 min, after it 67 % in 20 h 0 min.",
        "While something was overdue: a dose 20 % in 3 h 0 min, a check 10 % in 2 h 0 min; any of these 23 %.",
    ]


def test_a_stay_that_ended_otherwise_is_told_without_a_cause() -> None:
    told = record((35, Event.DISCHARGED, 0))
    first, *_, before_last, last = Wish(told, adding(told), first_dose_h=None).say()
    assert first == "The wish to leave grew to 30 % of the limit at which this person would have left."
    assert before_last == "No dose was given."
    assert last == "No dose, check or examination was overdue."


def test_somebody_of_the_census_is_told_of_from_the_start_of_the_run() -> None:
    looks = [Look(0, 6, 0.24, 0)]
    told = Record(17, [Happening(-30, Event.ADMITTED, 12), Happening(10, Event.DISCHARGED, 0)], [])
    first, most, _, dose, _ = Wish(told, added_up(looks, told, 1, HORIZON_H), first_dose_h=-20).say()
    assert first.startswith("The wish to leave grew, since the run began, to 10 % of the limit")
    assert most == "The wish grew most on day 3 (100 %), above all while withdrawal was mild after the first dose."
    assert dose == "All of it came after the first dose."


def test_nothing_is_said_of_shares_when_nothing_added_up() -> None:
    told = record((10, Event.DISCHARGED, 0))
    assert len(list(Wish(told, added_up(LOOKS[:1], told, 1, HORIZON_H), first_dose_h=None).say())) == 1
