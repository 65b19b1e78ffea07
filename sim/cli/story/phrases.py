"""Events and tasks of one person in plain words."""

from math import isnan

from sim.cli.story.moment import Moment
from sim.cli.story.record import Happening, Job, Record
from sim.rules.course import band_of
from sim.scenario.scenario import Scenario
from sim.scenario.values.hours import say_hours
from sim.vocabulary import Band, Event, Outcome, Work

TOLD_BY_THEIR_TASK = (Event.CHECKED, Event.DOSED, Event.PLANNED)
"""A task says what these events found."""

NAMES = {
    Work.SCREENING: "Telephone screening",
    Work.NURSING_ASSESSMENT: "Nursing assessment",
    Work.HISTORY_AND_PHYSICAL: "History and physical",
    Work.FIRST_DOSE: "First dose",
    Work.DOSE: "Dose",
    Work.CHECK: "COWS check",
    Work.COMFORT_MEDICATION: "Comfort medication",
    Work.DAILY_REVIEW: "Daily review",
    Work.DISCHARGE_PLANNING: "Discharge planning",
    Work.DISCHARGE: "Discharge work",
}
PLAIN = {
    Event.REFERRED: "Referred",
    Event.LOST: "Cannot be reached again: lost",
    Event.DIVERTED: "Diverted to outpatient or hospital care",
    Event.LISTED: "Joins the waiting list",
    Event.REFUSED: "Refused: the waiting list is full",
    Event.GAVE_UP: "Gives up waiting",
    Event.CALLED: "Called: a bed is reserved",
    Event.NO_SHOW: "Does not turn up",
    Event.READY: "Medically ready to leave",
}
NOT_DONE = {
    Outcome.LAPSED: "missed, not started before the next was due",
    Outcome.CANCELLED: "no longer needed, not started before the person left",
    Outcome.WAITING: "still waiting when the run ends",
}
STOPPED = {
    Outcome.CUT_SHORT: "cut short because the person left",
    Outcome.PUT_DOWN: "put down at the end of the shift",
    Outcome.IN_HAND: "not finished when the run ends",
}


class Phrases:
    """The words for one scenario: its roles and destinations have the names that its author gave them."""

    def __init__(self, scenario: Scenario):
        self._first_weekday = scenario.run.first_weekday
        roles = scenario.staff.roles.items() if scenario.staff else ()
        self._roles = [(role.label or name).lower() for name, role in roles]
        places = scenario.transition.destinations.items() if scenario.transition else ()
        self._places = [place.label or name for name, place in places]

    def place(self, number: float) -> str:
        """Name of a destination by its number in the log."""
        return self._places[int(number)] if number >= 0 else "no destination"

    def happening(self, happening: Happening) -> str:
        """An event that no task tells of."""
        match happening.event:
            case Event.ADMITTED:
                return (
                    "Admitted"
                    if isnan(happening.value)
                    else f"Admitted, {say_hours(round(happening.value))} after last use"
                )
            case Event.BAND:
                return f"Felt withdrawal is now {band_name(Band(int(happening.value)))}"
            case Event.PLACED:
                return f"Has a place: {self.place(happening.value)}"
            case Event.DISCHARGED:
                return f"Discharged to {self.place(happening.value)}" if happening.value >= 0 else "Discharged"
            case Event.SELF_DISCHARGED:
                score = "" if isnan(happening.value) else f", felt score {int(happening.value)}"
                return f"Leaves against advice{score}"
            case Event.STEP_DOWN_LEFT:
                return f"Leaves {self.place(happening.value)}"
            case Event.APPOINTMENT:
                return f"First appointment is in {say_late(happening.value)}"
        return PLAIN[happening.event]

    def job(self, job: Job, record: Record) -> str:
        """A task: who, due when, how late, and what came of it."""
        if job.outcome in NOT_DONE:
            return f"{NAMES[job.work]} due {self._due(job)}: {NOT_DONE[job.outcome]}"
        found = STOPPED.get(job.outcome) or self._found(job, record)
        return f"{NAMES[job.work]} by {self._roles[job.role]} ({self._punctuality(job)}){f': {found}' if found else ''}"

    def _found(self, job: Job, record: Record) -> str:
        match job.work:
            case Work.CHECK | Work.NURSING_ASSESSMENT:
                score = record.value_at(Event.CHECKED, job.end_h)
                return "" if score is None else f"COWS {int(score)}, {band_name(band_of(score))}"
            case Work.FIRST_DOSE | Work.DOSE:
                mg = record.value_at(Event.DOSED, job.end_h)
                return "" if mg is None else f"{mg:g} mg"
            case Work.DISCHARGE_PLANNING:
                place = record.value_at(Event.PLANNED, job.end_h)
                return "" if place is None else f"for {self.place(place)}"
        return ""

    def _punctuality(self, job: Job) -> str:
        late = f"{say_late(job.late_h)} late" if job.late_h * 60 >= 1 else "on time"
        return f"due {self._due(job)}, {late}"

    def _due(self, job: Job) -> str:
        """The clock time, with the weekday unless it is that of the line itself."""
        due, shown = Moment.of(job.due_h, self._first_weekday), Moment.of(job.shown_h, self._first_weekday)
        return due.clock if due.day == shown.day else f"{due.weekday} {due.clock}"


def band_name(band: Band) -> str:
    return "none" if band is Band.NONE else band.name.replace("_", " ").lower()


def say_late(hours: float) -> str:
    """`40 min`, `3 h 20 min` or `2 days`."""
    minutes = round(hours * 60)
    if minutes >= 48 * 60:
        return f"{minutes / 60 / 24:.1f} days"
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
