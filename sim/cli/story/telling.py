"""The story line by line: before admission, in the unit, afterwards."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.cli.story.moment import Moment
from sim.cli.story.phrases import TOLD_BY_THEIR_TASK, Phrases
from sim.cli.story.record import ENDS_OF_STAY, Happening, Record
from sim.vocabulary import Event

BEFORE, INSIDE, AFTER = "Before admission", "In the unit", "Afterwards"
COUNTED = {BEFORE: "days since referral", INSIDE: "days of the stay", AFTER: "days since discharge"}
FIRST, WORK, LAST, AFTERWARDS = range(4)
"""Places of what falls on one moment: events, work that starts, the end of the stay, what follows it."""


class Line(NamedTuple):
    """`when` is like `Tue day 3 14:10`, with days counted in each part; `part` is the heading it stands under."""

    part: str
    when: str
    what: str


class _Telling(NamedTuple):
    time_h: float
    place: int
    what: str
    event: Event | None


def tell(record: Record, phrases: Phrases, first_weekday: int) -> Iterator[Line]:
    """Every line of a person's story in the order of time."""
    part, first_day = BEFORE, -1
    for telling in _tellings(record, phrases):
        if telling.event is Event.ADMITTED:
            part, first_day = INSIDE, -1
        elif telling.place == AFTERWARDS and part is INSIDE:
            part, first_day = AFTER, -1
        at = Moment.of(telling.time_h, first_weekday)
        first_day = at.day if first_day < 0 else first_day
        yield Line(part, f"{at.weekday} day {at.day - first_day + 1} {at.clock}", telling.what)


def _tellings(record: Record, phrases: Phrases) -> list[_Telling]:
    told = [
        _Telling(each.time_h, _place(each), phrases.happening(each), each.event)
        for each in record.happenings
        if each.event not in TOLD_BY_THEIR_TASK
    ]
    told += [_Telling(job.shown_h, WORK, phrases.job(job, record), None) for job in record.jobs]
    return sorted(told, key=lambda telling: telling[:2])


def _place(happening: Happening) -> int:
    if happening.event in (Event.APPOINTMENT, Event.STEP_DOWN_LEFT):
        return AFTERWARDS
    return LAST if happening.event in ENDS_OF_STAY else FIRST
