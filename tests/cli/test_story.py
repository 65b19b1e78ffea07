"""The words of a story, from a log written by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sim.cli.story.ending import ending
from sim.cli.story.header import episodes
from sim.cli.story.moment import Moment, say_length
from sim.cli.story.names import Names
from sim.cli.story.phrases import TOLD_BY_THEIR_TASK, say_event
from sim.cli.story.record import Happening, Job, Record
from sim.cli.story.telling import AFTER, BEFORE, INSIDE, OUTPATIENT, Again, tell
from sim.cli.story.work import WORK, Telling
from sim.scenario import load_scenario
from sim.scenario.scenario import Scenario
from sim.unit.log import NEVER, NOBODY, Log
from sim.vocabulary import Event, Outcome, Work

pytestmark = pytest.mark.unit
NURSE, MUTUAL_HELP, DEHYDRATION = 0, 4, 0


@pytest.fixture(scope="module")
def scenario(scenarios: Path) -> Scenario:
    return load_scenario(
        scenarios / "baseline.yaml", ["unit.bed_groups={all_beds: {label: Any bed, beds: 24}}"]
    ).scenario


def record(happenings: Sequence[Happening] = (), jobs: Sequence[Job] = (), ranks: Sequence[float] = ()) -> Record:
    return Record(17, list(happenings), list(jobs), ranks)


def job(work: Work, start_h: float, end_h: float, outcome: Outcome = Outcome.DONE, due_h: float = 2) -> Job:
    return Job(work, 0, NURSE, due_h, due_h, start_h, end_h, outcome)


def check(start_h: float, outcome: Outcome = Outcome.DONE) -> Job:
    return job(Work.CHECK, start_h, 14.5, outcome, due_h=13.5)


def said(scenario: Scenario, told: Record, task: Job) -> str:
    return Telling(scenario, Names(scenario), told).say(task)


@pytest.mark.parametrize(
    ("task", "words"),
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
def test_a_task_says_who_when_how_late_and_what_came_of_it(scenario: Scenario, task: Job, words: str) -> None:
    assert said(scenario, record([Happening(14.5, Event.CHECKED, 17.9)]), task) == words


@pytest.mark.parametrize(
    ("work", "event", "value", "words"),
    [
        (Work.FIRST_DOSE, Event.DOSED, 4, "4 mg"),
        (Work.DOSE, Event.CHECKED, 4, "oral naltrexone"),
        (Work.BLOOD_PRESSURE, Event.WITHHELD, 0.54, "low, 0.54 mg withheld"),
        (Work.BLOOD_PRESSURE, Event.CHECKED, 4, "high enough"),
        (Work.INJECTION, Event.INJECTED, 672, "lasts 28.0 days"),
        (Work.DISCHARGE_PLANNING, Event.PLANNED, MUTUAL_HELP, "for Mutual help only"),
    ],
)
def test_tasks_say_what_was_given_found_and_planned(
    scenario: Scenario, work: Work, event: Event, value: float, words: str
) -> None:
    told = record([Happening(3, event, value)])
    assert said(scenario, told, job(work, 2, 3)).endswith(f"on time): {words}")


@pytest.mark.parametrize(
    ("rank", "words"),
    [
        (0.1, "care goes on as before"),
        (0.6, "the protocol is done 24 h 0 min later"),
        (0.9, "a hospital is needed"),
    ],
)
def test_a_response_says_to_what_and_how_it_ended(scenario: Scenario, rank: float, words: str) -> None:
    told = record([Happening(2, Event.COMPLICATION_FOUND, DEHYDRATION)], ranks=[rank])
    assert said(scenario, told, job(Work.RESPONSE, 2, 3)) == (
        f"Response to dehydration by nurse (due 02:00, on time): {words}"
    )


def test_a_story_has_three_parts_each_with_days_of_its_own(scenario: Scenario) -> None:
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
    assert [tuple(line) for line in tell(scenario, told, Again(10**10 + 17, 200))] == [
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
        (AFTER, "Tue day 5 08:00", "Referred again: --patient 10000000017 goes on"),
    ]


def test_outpatient_withdrawal_has_a_part_of_its_own(scenario: Scenario) -> None:
    told = record(
        [
            Happening(30, Event.REFERRED, 0),
            Happening(30, Event.DIVERTED, 1),
            Happening(60, Event.OUTPATIENT_ENDED, 1),
            Happening(60, Event.AFTERCARE, 3),
        ]
    )
    assert [tuple(line) for line in tell(scenario, told)][1:] == [
        (BEFORE, "Tue day 1 06:00", "Diverted to outpatient withdrawal management"),
        (OUTPATIENT, "Wed day 2 12:00", "Completes outpatient withdrawal management"),
        (AFTER, "Wed day 1 12:00", "Aftercare from now on: medication and a residential programme"),
    ]


def test_a_stay_that_began_before_the_run_keeps_its_days(scenario: Scenario) -> None:
    told = record([Happening(-30, Event.ADMITTED, 12), Happening(1, Event.ATTENDED, 0)])
    assert [line.when for line in tell(scenario, told)] == ["Sat day 1 18:00", "Mon day 3 01:00"]


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
        (
            [(Event.ADMITTED, 0, 0), (Event.FACILITY_DISCHARGED, 60, 9)],
            "discharged by the unit before the end, after 2.5 days",
        ),
        (
            [(Event.ADMITTED, 0, 0), (Event.TRANSFERRED, 60, 0)],
            "the stay ended in hospital after 2.5 days (Dehydration)",
        ),
        ([(Event.DIVERTED, 1, 0)], "diverted at screening to a hospital or another service"),
        ([(Event.DIVERTED, 1, 1)], "in outpatient withdrawal management when the run ends"),
        ([(Event.DIVERTED, 1, 1), (Event.OUTPATIENT_ENDED, 9, 0)], "dropped out of outpatient withdrawal management"),
        ([(Event.DIVERTED, 1, 1), (Event.OUTPATIENT_ENDED, 9, 1)], "completed outpatient withdrawal management"),
    ],
)
def test_every_way_in_which_a_story_ends(
    scenario: Scenario, happenings: list[tuple[Event, float, float]], words: str
) -> None:
    told = record([Happening(time_h, event, value) for event, time_h, value in happenings])
    assert ending(told, Names(scenario), horizon_h=100) == words


def test_every_event_and_task_has_words(scenario: Scenario) -> None:
    by_themselves = [event for event in Event if event not in TOLD_BY_THEIR_TASK]
    sentences = [say_event(Names(scenario), Happening(0, event, 0)) for event in by_themselves]
    assert all(sentences)
    assert len(set(sentences)) == len(sentences)
    of_nobody = {Work.GROUP, Work.MEAL_BREAK}
    assert set(WORK) == set(Work) - of_nobody


def test_an_episode_names_the_others() -> None:
    numbers = [17, 10**10 + 17, 2 * 10**10 + 17]
    assert list(episodes(numbers[1], numbers)) == [
        ("Episode", "2nd of 3; --patient 17 or 20000000017 tells of the others")
    ]
    assert not list(episodes(17, [17]))


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
    assert [say_length(hours) for hours in (0.5, 1.25, 47.5, 48)] == ["30 min", "1 h 15 min", "47 h 30 min", "2.0 days"]
