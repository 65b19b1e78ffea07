"""The story line by line: before admission, in the unit, afterwards."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.cli.story.moment import Moment
from sim.cli.story.names import Names
from sim.cli.story.phrases import TOLD_BY_THEIR_TASK, say_event
from sim.cli.story.record import ENDS_OF_STAY, Happening, Record
from sim.cli.story.work import Telling
from sim.scenario.scenario import Scenario
from sim.vocabulary import Event

BEFORE, OUTPATIENT, INSIDE, AFTER = "Before admission", "At home", "In the unit", "Afterwards"
COUNTED = {
    BEFORE: "days since referral",
    OUTPATIENT: "days of outpatient withdrawal management",
    INSIDE: "days of the stay",
    AFTER: "days since leaving",
}
FIRST, WORK, LAST, AFTERWARDS = range(4)
"""Places of what falls on one moment: events, work that starts, the end of the stay, what follows it."""
FOLLOWS = (Event.APPOINTMENT, Event.STEP_DOWN_LEFT, Event.AFTERCARE, Event.LINKED, Event.RETURNED_TO_USE)


class Line(NamedTuple):
    """`when` is like `Tue day 3 14:10`, with days counted in each part; `part` is the heading it stands under."""

    part: str
    when: str
    what: str


class _Told(NamedTuple):
    time_h: float
    place: int
    what: str
    happening: Happening | None


class Again(NamedTuple):
    """The next episode of a person."""

    number: int
    referral_h: float


def tell(scenario: Scenario, record: Record, again: Again | None = None) -> Iterator[Line]:
    """Every line of the story of a person's episode in the order of time, up to their next one."""
    part, first_day = BEFORE, None
    for told in _everything(scenario, record, again):
        next_part = _part(told, part)
        first_day = first_day if next_part == part else None
        part = next_part
        at = Moment.of(told.time_h, scenario.run.first_weekday)
        first_day = at.day if first_day is None else first_day
        yield Line(part, f"{at.weekday} day {at.day - first_day + 1} {at.clock}", told.what)
        if told.happening and told.happening.event is Event.DIVERTED and told.happening.value:
            part, first_day = OUTPATIENT, at.day


def _part(told: _Told, part: str) -> str:
    """The heading that this stands under, given that of what came before it."""
    if told.happening and told.happening.event is Event.ADMITTED:
        return INSIDE
    return AFTER if told.place == AFTERWARDS else part


def _everything(scenario: Scenario, record: Record, again: Again | None) -> list[_Told]:
    names = Names(scenario)
    work = Telling(scenario, names, record)
    told = [
        _Told(each.time_h, _place(each), say_event(names, each), each)
        for each in record.happenings
        if each.event not in TOLD_BY_THEIR_TASK
    ]
    told += [_Told(job.shown_h, WORK, work.say(job), None) for job in record.jobs]
    if again:
        told.append(_Told(again.referral_h, AFTERWARDS, f"Referred again: --patient {again.number} goes on", None))
    return sorted(told, key=lambda each: each[:2])


def _place(happening: Happening) -> int:
    if happening.event in FOLLOWS:
        return AFTERWARDS
    return LAST if happening.event in ENDS_OF_STAY else FIRST
