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


class Blocked(IntEnum):
    """Why nobody is called although someone waits; the first that holds, in this order."""

    NOT = 0
    BEDS = 1  # none is free and clean
    HOURS = 2  # outside admission hours
    RATIO = 3  # one more patient would be too many for the staff on shift
