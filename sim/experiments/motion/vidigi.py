"""The log in the shape of animation tools such as vidigi: where each person is, from one step to the next."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.experiments.motion.bed_numbers import ENDS_OF_STAY, Row
from sim.experiments.motion.records import Records
from sim.experiments.motion.window import Window
from sim.vocabulary import Event

DETOX_UNIT, OUTPATIENT = "detox unit", "outpatient"
ARRIVAL, DEPART = "arrival", "depart"
QUEUES = {Event.LISTED: "waiting_list", Event.CALLED: "on_the_way"}
SCREENING, IN_BED, LEAVES_BED, AT_HOME = "screening", "in_bed", "leaves_bed", "outpatient"
DEPARTURES = (Event.LOST, Event.REFUSED, Event.GAVE_UP, Event.NO_SHOW, Event.OUTPATIENT_ENDED)
DECIMALS = 3


class Step(NamedTuple):
    """A row of the log; `time` in minutes since the start of the window, negative before it."""

    entity_id: int
    pathway: str
    event_type: str
    event: str
    time: float
    resource_id: int | None = None
    """The bed, counted from 1."""


def steps(records: Records, window: Window) -> list[Step]:
    """Rows of everybody who has not departed before the window, person by person."""
    people = (list(_of_one(records, window, number, rows)) for number, rows in records.cases(window).items())
    return [step for own in people if own[-1].event != DEPART or own[-1].time >= 0 for step in own]


def places(records: Records) -> list[str]:
    """The events that need a position on a floor plan, in their order."""
    first = [SCREENING] if records.is_screened else []
    outpatient = [AT_HOME] if any(row.event is Event.OUTPATIENT_ENDED for row in records.rows) else []
    return [ARRIVAL, *first, *QUEUES.values(), IN_BED, *outpatient, DEPART]


def _of_one(records: Records, window: Window, number: int, rows: Sequence[Row]) -> Iterator[Step]:
    """Up to the end of the unit's part: what follows happens elsewhere."""
    goes_home = any(row.event is Event.DIVERTED and row.value for row in rows)
    bed = records.bed_of.get(number)

    def step(row: Row, event_type: str, event: str, resource: int | None = None) -> Step:
        minutes = round((row.time_h - window.from_h) * 60, DECIMALS)
        return Step(number, OUTPATIENT if goes_home else DETOX_UNIT, event_type, event, minutes, resource)

    for row in rows:
        if row.event is Event.REFERRED:
            yield step(row, "arrival_departure", ARRIVAL)
            if records.is_screened:
                yield step(row, "queue", SCREENING)
        elif row.event in QUEUES:
            yield step(row, "queue", QUEUES[row.event])
        elif row.event is Event.ADMITTED:
            yield step(row, "resource_use", IN_BED, bed)
        elif row.event is Event.DIVERTED and row.value:
            yield step(row, "queue", AT_HOME)
        elif row.event in ENDS_OF_STAY:
            yield step(row, "resource_use_end", LEAVES_BED, bed)
            yield step(row, "arrival_departure", DEPART)
        elif row.event in DEPARTURES or row.event is Event.DIVERTED:
            yield step(row, "arrival_departure", DEPART)
