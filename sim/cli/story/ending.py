"""How a person's story ended, in one line."""

from sim.cli.story.moment import say_length
from sim.cli.story.names import Names
from sim.cli.story.record import ENDS, ENDS_OF_STAY, Happening, Record
from sim.vocabulary import Event

BEFORE_A_BED = {
    Event.LOST: "lost at screening",
    Event.REFUSED: "refused, because the list was full",
    Event.GAVE_UP: "gave up waiting",
    Event.NO_SHOW: "was called and did not turn up",
}
UNFINISHED = {
    Event.CALLED: "on the way to the unit when the run ends",
    Event.LISTED: "on the waiting list when the run ends",
    Event.REFERRED: "not yet screened when the run ends",
}
STAY = {
    Event.SELF_DISCHARGED: "left against advice after",
    Event.FACILITY_DISCHARGED: "discharged by the unit before the end, after",
    Event.DISCHARGED: "discharged after",
}


def ending(record: Record, names: Names, horizon_h: float) -> str:
    """How it ended, with the length of the wait or of the stay."""
    admitted, end = record.first(Event.ADMITTED), record.first(*ENDS)
    if admitted:
        return _stay(admitted.time_h, record.first(*ENDS_OF_STAY), names, horizon_h)
    diverted = record.first(Event.DIVERTED)
    if diverted:
        return _diverted(to_outpatient=bool(diverted.value), end=end)
    if end:
        return BEFORE_A_BED[end.event]
    return next((words for event, words in UNFINISHED.items() if record.first(event)), UNFINISHED[Event.REFERRED])


def _stay(admitted_h: float, end: Happening | None, names: Names, horizon_h: float) -> str:
    length = say_length((end.time_h if end else horizon_h) - admitted_h)
    if end is None:
        return f"still in the unit after {length}, when the run ends"
    if end.event is Event.TRANSFERRED:
        return f"the stay ended in hospital after {length} ({names.complications[int(end.value)]})"
    place = f" to {names.place(end.value)}" if end.event is Event.DISCHARGED and end.value >= 0 else ""
    return f"{STAY[end.event]} {length}{place}"


def _diverted(to_outpatient: bool, end: Happening | None) -> str:
    if not to_outpatient:
        return "diverted at screening to a hospital or another service"
    if end is None:
        return "in outpatient withdrawal management when the run ends"
    return f"{'completed' if end.value else 'dropped out of'} outpatient withdrawal management"
