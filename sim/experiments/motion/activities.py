"""The log in the shape of process mining: a case for each person, an activity for each thing that happened."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from math import isnan
from typing import NamedTuple

from sim.experiments.motion.bed_numbers import ENDS_OF_STAY, Row
from sim.experiments.motion.records import Records
from sim.experiments.motion.window import Window
from sim.vocabulary import Aftercare, Band, Event

FIRST_DAY = date(2024, 1, 1)
"""Stands for the start of the run when the scenario has no start date: a Monday, as the run then begins with one."""

ACTIVITIES: Mapping[Event, str] = {
    Event.REFERRED: "Referred",
    Event.LOST: "Could not be reached again",
    Event.DIVERTED: "Diverted",
    Event.LISTED: "Joined the waiting list",
    Event.REFUSED: "Turned away, list full",
    Event.GAVE_UP: "Gave up waiting",
    Event.CALLED: "Called",
    Event.NO_SHOW: "Did not come",
    Event.ADMITTED: "Admitted",
    Event.BAND: "Withdrawal changed",
    Event.CHECKED: "Checked",
    Event.DOSED: "Dose given",
    Event.PLANNED: "Aftercare planned",
    Event.READY: "Medically ready",
    Event.PLACED: "Place found",
    Event.DISCHARGED: "Discharged",
    Event.SELF_DISCHARGED: "Left against advice",
    Event.STEP_DOWN_LEFT: "Left the step-down house",
    Event.APPOINTMENT: "Appointment made",
    Event.WITHHELD: "Dose withheld",
    Event.INJECTED: "Injection given",
    Event.COMPLICATION: "Complication began",
    Event.COMPLICATION_FOUND: "Complication found",
    Event.TO_HOSPITAL: "Went to hospital",
    Event.BACK_FROM_HOSPITAL: "Came back from hospital",
    Event.TRANSFERRED: "Stay ended in hospital",
    Event.FACILITY_DISCHARGED: "Discharged early by the unit",
    Event.ATTENDED: "Attended a group",
    Event.AFTERCARE: "Aftercare changed",
    Event.LINKED: "Reached aftercare",
    Event.RETURNED_TO_USE: "Returned to use",
    Event.OUTPATIENT_ENDED: "Outpatient withdrawal ended",
    Event.BED: "Bed group chosen",
}
AMOUNTS: Mapping[Event, str] = {
    Event.ADMITTED: "{:.1f} h after last use",
    Event.CHECKED: "COWS {:.0f}",
    Event.DOSED: "{:g} mg",
    Event.WITHHELD: "{:g} mg",
    Event.SELF_DISCHARGED: "felt score {:.0f}",
    Event.FACILITY_DISCHARGED: "felt score {:.0f}",
    Event.APPOINTMENT: "in {:.1f} h",
    Event.INJECTED: "lasts {:.0f} h",
}
NAMED: Mapping[Event, tuple[str, ...]] = {
    **dict.fromkeys(
        (Event.PLANNED, Event.PLACED, Event.DISCHARGED, Event.STEP_DOWN_LEFT, Event.LINKED),
        ("transition", "destinations"),
    ),
    **dict.fromkeys(
        (Event.COMPLICATION, Event.COMPLICATION_FOUND, Event.TO_HOSPITAL, Event.TRANSFERRED),
        ("complications", "kinds"),
    ),
    Event.ATTENDED: ("counselling", "groups"),
    Event.BED: ("unit", "bed_groups"),
}
"""Where in the scenario stands what the number of such an event names."""
CHOICES: Mapping[Event, Mapping[int, str]] = {
    Event.DIVERTED: {0: "to a hospital or another service", 1: "to outpatient withdrawal management"},
    Event.OUTPATIENT_ENDED: {0: "dropped out", 1: "completed"},
    Event.AFTERCARE: {kind.value: kind.name.lower() for kind in Aftercare},
    Event.BAND: {band.value: band.name.replace("_", " ").lower() for band in Band},
}


class Activity(NamedTuple):
    """A row of the log; `resource` is the bed of those who have one, `detail` what more is known."""

    case_id: int
    activity: str
    timestamp: datetime
    """Local time of the unit, to the millisecond, without daylight saving."""
    resource: str
    detail: str


def activities(records: Records, window: Window) -> dict[int, list[Activity]]:
    """Activities of everybody who is there in the window, by case, each in the order of time."""
    names = {path: records.labels(*path) for path in set(NAMED.values())}
    midnight = datetime.combine(records.run.start_date or FIRST_DAY, time())
    return {
        number: _of_one(records.bed_of.get(number), midnight, names, rows)
        for number, rows in records.cases(window).items()
    }


def _of_one(
    bed: int | None, midnight: datetime, names: Mapping[tuple[str, ...], Sequence[str]], rows: Sequence[Row]
) -> list[Activity]:
    done, has_bed = [], False
    for row in rows:
        has_bed = has_bed or row.event is Event.CALLED
        resource = f"Bed {bed}" if has_bed else ""
        happened = midnight + timedelta(milliseconds=round(row.time_h * 3_600_000))
        done.append(Activity(row.patient, ACTIVITIES[row.event], happened, resource, detail(row, names)))
        has_bed = has_bed and row.event is not Event.NO_SHOW and row.event not in ENDS_OF_STAY
    return done


def detail(row: Row, names: Mapping[tuple[str, ...], Sequence[str]]) -> str:
    """What the value of an event means, in words; empty where it has none."""
    if isnan(row.value):
        return ""
    if row.event in AMOUNTS:
        return AMOUNTS[row.event].format(row.value)
    if row.event in CHOICES:
        return CHOICES[row.event][int(row.value)]
    if row.event in NAMED and row.value >= 0:
        return names[NAMED[row.event]][int(row.value)]
    return ""
