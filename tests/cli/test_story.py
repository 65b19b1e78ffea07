"""The words of a story, from a log written by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sim.cli.story.header import ending
from sim.cli.story.moment import Moment
from sim.cli.story.phrases import NAMES, TOLD_BY_THEIR_TASK, Phrases, say_late
from sim.cli.story.record import Happening, Job, Record
from sim.cli.story.telling import AFTER, BEFORE, INSIDE, tell
from sim.scenario import load_scenario
from sim.unit.log import NEVER, NOBODY, Log
from sim.vocabulary import Event, Outcome, Work

pytestmark = pytest.mark.unit
NURSE, MUTUAL_HELP = 0, 4


@pytest.fixture(scope="module")
def phrases(scenarios: Path) -> Phrases:
    return Phrases(load_scenario(scenarios / "baseline.yaml").scenario)


def record(happenings: Sequence[Happening] = (), jobs: Sequence[Job] = ()) -> Record:
    return Record(17, list(happenings), list(jobs))


def check(start_h: float, outcome: Outcome = Outcome.DONE) -> Job:
    return Job(Work.CHECK, NURSE, 13.5, 13.5, start_h, 14.5, outcome)


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (check(14 + 1 / 6), "COWS check by nurse (due 13:30, 40 min late): COWS 17, moderate"),
        (check(13.5), "COWS check by nurse (due 13:30, on time): COWS 17, moderate"),
        (check(38), "COWS check by nurse (due Mon 13:30, 24 h 30 min late): COWS 17, moderate"),
        (
            check(14, Outcome.CUT_SHORT),
            "COWS check by nurse (due 13:30, 30 min late): cut short because the person left",
        ),
        (check(14, Outcome.PUT_DOWN), "COWS check by nurse (due 13:30, 30 min late): put down at the end of the shift"),
        (check(NEVER, Outcome.LAPSED), "COWS check due 13:30: missed, not started before the next was due"),
        (check(NEVER, Outcome.WAITING), "COWS check due 13:30: still waiting when the run ends"),
    ],
)
def test_a_task_says_who_when_how_late_and_what_came_of_it(phrases: Phrases, job: Job, words: str) -> None:
    assert phrases.job(job, record([Happening(14.5, Event.CHECKED, 17.9)])) == words


def test_doses_and_plans_say_what_was_given_and_found(phrases: Phrases) -> None:
    told = record([Happening(3, Event.DOSED, 4), Happening(5, Event.PLANNED, MUTUAL_HELP)])
    dose = Job(Work.FIRST_DOSE, NURSE, 2, 2, 2, 3, Outcome.DONE)
    plan = Job(Work.DISCHARGE_PLANNING, NURSE, 2, 28, 4, 5, Outcome.DONE)
    assert phrases.job(dose, told).endswith("on time): 4 mg")
    assert phrases.job(plan, told).endswith("(due Tue 04:00, on time): for Mutual help only")


def test_a_story_has_three_parts_each_with_days_of_its_own(phrases: Phrases) -> None:
    told = record(
        [
            Happening(30, Event.REFERRED, 0),
            Happening(60, Event.ADMITTED, 16.4),
            Happening(60, Event.BAND, 2),
            Happening(110, Event.DISCHARGED, MUTUAL_HELP),
            Happening(110, Event.APPOINTMENT, 20),
        ],
        [check(110, Outcome.CUT_SHORT)],
    )
    assert [tuple(line) for line in tell(told, phrases, first_weekday=0)] == [
        (BEFORE, "Tue day 1 06:00", "Referred"),
        (INSIDE, "Wed day 1 12:00", "Admitted, 16 h after last use"),
        (INSIDE, "Wed day 1 12:00", "Felt withdrawal is now moderate"),
        (
            INSIDE,
            "Fri day 3 14:00",
            "COWS check by nurse (due Mon 13:30, 4.0 days late): cut short because the person left",
        ),
        (INSIDE, "Fri day 3 14:00", "Discharged to Mutual help only"),
        (AFTER, "Fri day 1 14:00", "First appointment is in 20 h 0 min"),
    ]


@pytest.mark.parametrize(
    ("happenings", "words"),
    [
        ([], "not yet screened when the run ends"),
        ([(Event.LISTED, 1, 0)], "on the waiting list when the run ends"),
        ([(Event.LISTED, 1, 0), (Event.CALLED, 2, 0)], "on the way to the unit when the run ends"),
        ([(Event.LISTED, 1, 0), (Event.GAVE_UP, 2, 0)], "gave up waiting"),
        ([(Event.CALLED, 1, 0), (Event.NO_SHOW, 2, 0)], "was called and did not turn up"),
        ([(Event.ADMITTED, 10, 0)], "still in the unit after 3.8 days, when the run ends"),
        ([(Event.ADMITTED, 10, 0), (Event.SELF_DISCHARGED, 16.5, 20)], "left against advice after 6 h 30 min"),
        ([(Event.ADMITTED, 0, 0), (Event.DISCHARGED, 60, 4)], "discharged after 2.5 days to Mutual help only"),
        ([(Event.ADMITTED, 0, 0), (Event.DISCHARGED, 60, -1)], "discharged after 2.5 days"),
    ],
)
def test_every_way_in_which_a_story_ends(
    phrases: Phrases, happenings: list[tuple[Event, float, float]], words: str
) -> None:
    told = record([Happening(time_h, event, value) for event, time_h, value in happenings])
    assert ending(told, phrases, horizon_h=100) == words


def test_every_event_and_task_has_words(phrases: Phrases) -> None:
    by_themselves = [event for event in Event if event not in TOLD_BY_THEIR_TASK]
    assert all(phrases.happening(Happening(0, event, 0)) for event in by_themselves)
    assert set(NAMES) == set(Work)


def test_a_record_is_one_persons_rows() -> None:
    log = Log()
    log.event(1, 17, Event.REFERRED)
    log.event(2, 18, Event.REFERRED)
    log.task(17, Work.CHECK, 0, NOBODY, 1, 2, NEVER, 3, Outcome.LAPSED)
    told = Record.of(log, 17)
    assert told.happenings == [Happening(1, Event.REFERRED, 0)]
    assert [(job.work, job.shown_h) for job in told.jobs] == [(Work.CHECK, 3)]


def test_times_as_people_say_them() -> None:
    assert Moment.of(24 * 8 + 14 + 1 / 6, first_weekday=6) == Moment(8, "Mon", "14:10")
    assert [say_late(hours) for hours in (0.5, 1.25, 47.5, 48)] == ["30 min", "1 h 15 min", "47 h 30 min", "2.0 days"]
