"""Events of one person in plain words."""

from math import isnan

from sim.cli.story.moment import say_length
from sim.cli.story.names import Names, band_name
from sim.cli.story.record import Happening
from sim.scenario.values.hours import say_hours
from sim.vocabulary import Aftercare, Band, Event

TOLD_BY_THEIR_TASK = (Event.CHECKED, Event.DOSED, Event.PLANNED, Event.WITHHELD, Event.INJECTED)
"""A task says what these events found."""

PLAIN = {
    Event.REFERRED: "Referred",
    Event.LOST: "Cannot be reached again: lost",
    Event.LISTED: "Joins the waiting list",
    Event.REFUSED: "Refused: the waiting list is full",
    Event.GAVE_UP: "Gives up waiting",
    Event.CALLED: "Called: a bed is reserved",
    Event.NO_SHOW: "Does not turn up",
    Event.READY: "Medically ready to leave",
    Event.BACK_FROM_HOSPITAL: "Back from hospital",
    Event.RETURNED_TO_USE: "Returns to use",
}
AFTERCARE = {
    Aftercare.NOTHING: "none",
    Aftercare.MEDICATION: "medication",
    Aftercare.PROGRAMME: "a residential programme",
    Aftercare.BOTH: "medication and a residential programme",
}
OF_A_PLACE = {
    Event.PLACED: "Has a place: {}",
    Event.DISCHARGED: "Discharged to {}",
    Event.STEP_DOWN_LEFT: "Leaves {}",
    Event.LINKED: "Reaches {}",
}
OF_A_COMPLICATION = {
    Event.COMPLICATION: "{} begins",
    Event.COMPLICATION_FOUND: "{} is found",
    Event.TO_HOSPITAL: "To hospital ({}); the bed is held",
    Event.TRANSFERRED: "The stay ends in hospital ({})",
}


def say_event(names: Names, happening: Happening) -> str:
    """An event that no task tells of."""
    event, value = happening.event, happening.value
    if event in PLAIN:
        return PLAIN[event]
    if event in (Event.SELF_DISCHARGED, Event.FACILITY_DISCHARGED, Event.APPOINTMENT, Event.ADMITTED, Event.BAND):
        return _say_amount(event, value)
    if event in (Event.DIVERTED, Event.OUTPATIENT_ENDED, Event.AFTERCARE):
        return _say_choice(event, value)
    return _say_name(names, event, value)


def _say_amount(event: Event, value: float) -> str:
    """Events with a score or a length of time."""
    match event:
        case Event.ADMITTED:
            return "Admitted" if isnan(value) else f"Admitted, {say_hours(round(value))} after last use"
        case Event.BAND:
            return f"Felt withdrawal is now {band_name(Band(int(value)))}"
        case Event.APPOINTMENT:
            return f"First appointment is in {say_length(value)}"
    way = "Leaves against advice" if event is Event.SELF_DISCHARGED else "Discharged by the unit before the end"
    return way if isnan(value) else f"{way}, felt score {int(value)}"


def _say_choice(event: Event, value: float) -> str:
    """Events with one of a few fixed meanings."""
    match event:
        case Event.DIVERTED:
            return f"Diverted to {'outpatient withdrawal management' if value else 'a hospital or another service'}"
        case Event.OUTPATIENT_ENDED:
            return f"{'Completes' if value else 'Drops out of'} outpatient withdrawal management"
    return f"Aftercare from now on: {AFTERCARE[Aftercare(int(value))]}"


def _say_name(names: Names, event: Event, value: float) -> str:
    """Events with the number of something that the scenario names."""
    if event in OF_A_COMPLICATION:
        return OF_A_COMPLICATION[event].format(names.complications[int(value)])
    if event is Event.BED:
        return f"The bed is in {names.bed_groups[int(value)]}"
    if event is Event.ATTENDED:
        return f"Attends {names.groups[int(value)]}"
    if event is Event.DISCHARGED and value < 0:
        return "Discharged"
    return OF_A_PLACE[event].format(names.place(value))
