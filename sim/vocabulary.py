"""The fixed words of the event log. Codes are part of the file format: add at the end, never renumber."""

from enum import IntEnum


class Event(IntEnum):
    """What can happen to a person. `value` in the log means what is said beside each."""

    REFERRED = 1  # -
    LOST = 2  # could not be reached again at screening
    DIVERTED = 3  # at screening, to outpatient or hospital care
    LISTED = 4  # joined the waiting list
    REFUSED = 5  # the waiting list was full
    GAVE_UP = 6  # patience ended
    CALLED = 7  # a bed is reserved
    NO_SHOW = 8  # did not arrive
    ADMITTED = 9  # hours since last use (nan in a fixed stay)
    BAND = 10  # band of the felt score from now on (see Band)
    CHECKED = 11  # COWS total found
    DOSED = 12  # mg
    PLANNED = 13  # number of the destination planned for
    READY = 14  # medically ready
    PLACED = 15  # number of the destination that takes the person
    DISCHARGED = 16  # number of the destination (-1: the scenario has none)
    SELF_DISCHARGED = 17  # felt score on leaving (nan in a fixed stay)
    STEP_DOWN_LEFT = 18  # number of the destination
    APPOINTMENT = 19  # logged on discharge: hours to the first appointment
    WITHHELD = 20  # mg of a dose not given because blood pressure was low
    INJECTED = 21  # hours for which the injection lasts
    COMPLICATION = 22  # number of the complication, which begins
    COMPLICATION_FOUND = 23  # number of the complication
    TO_HOSPITAL = 24  # number of the complication; the bed is held
    BACK_FROM_HOSPITAL = 25  # -
    TRANSFERRED = 26  # number of the complication; the stay has ended in hospital
    FACILITY_DISCHARGED = 27  # felt score on leaving
    ATTENDED = 28  # number of the group session
    AFTERCARE = 29  # care from now on, after a stay or outpatient withdrawal (see Aftercare)
    LINKED = 30  # number of the destination that the person has reached
    RETURNED_TO_USE = 31  # -
    OUTPATIENT_ENDED = 32  # outpatient withdrawal management: 1 completed, 0 dropped out
    BED = 33  # number of the bed group of the bed that is reserved


class Aftercare(IntEnum):
    """What protects a person after the unit; the sum of its parts."""

    NOTHING = 0
    MEDICATION = 1
    PROGRAMME = 2
    BOTH = 3


class Band(IntEnum):
    """Bands of the COWS total: 0-4, 5-12, 13-24, 25-36, 37 and over."""

    NONE = 0
    MILD = 1
    MODERATE = 2
    MODERATELY_SEVERE = 3
    SEVERE = 4


class Work(IntEnum):
    """Kinds of task; names are those of the scenario's `tasks`."""

    SCREENING = 1
    NURSING_ASSESSMENT = 2
    HISTORY_AND_PHYSICAL = 3
    FIRST_DOSE = 4
    DOSE = 5
    CHECK = 6
    COMFORT_MEDICATION = 7
    DAILY_REVIEW = 8
    DISCHARGE_PLANNING = 9
    DISCHARGE = 10
    BLOOD_PRESSURE = 11
    INJECTION = 12
    COUNSELLING = 13
    GROUP = 14
    RESPONSE = 15
    CONSTANT_OBSERVATION = 16
    MEAL_BREAK = 17  # of staff; not a task of the scenario


class Outcome(IntEnum):
    """How a task ended."""

    DONE = 1
    LAPSED = 2  # not started before the next one of its kind was due
    CANCELLED = 3  # the person left before it started
    CUT_SHORT = 4  # the person left while it was done
    PUT_DOWN = 5  # stopped at shift end; the rest of it is a further row
    WAITING = 6  # not started when the run ended
    IN_HAND = 7  # not finished when the run ended


class Level(IntEnum):
    """Quantities that hold until they change. `subject` is a role's number, a destination's, or 0."""

    WAITING = 1  # people on the waiting list
    BLOCKED = 2  # what stands between the list and admission (see Blocked)
    RESERVED = 3  # beds held for people on their way
    OCCUPIED = 4  # beds with a person in them
    CLEANING = 5  # beds being turned over
    BOARDING = 6  # ready people waiting in a detox bed for a place elsewhere
    ON_SHIFT = 7  # by role; inf when unlimited
    BUSY = 8  # by role
    OVERTIME = 9  # by role: people at work past the end of their shift
    STEP_DOWN = 10  # by destination: beds of an own step-down house in use
    GROUP_OCCUPIED = 11  # by bed group: beds with a person in them
    HELD = 12  # occupied beds whose person is in hospital
    UNFILLED = 13  # by role: people missing from the roster
    AGENCY = 14  # by role: agency staff on shift, part of ON_SHIFT


class Blocked(IntEnum):
    """Why nobody is called although someone waits; the first that holds, in this order."""

    NOT = 0
    BEDS = 1  # none is free and clean
    HOURS = 2  # outside admission hours
    RATIO = 3  # one more patient would be too many for the staff on shift
