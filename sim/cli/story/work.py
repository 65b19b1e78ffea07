"""Tasks that are done for one person in plain words."""

from sim.cli.story.moment import Moment, say_length
from sim.cli.story.names import Names, band_name
from sim.cli.story.record import Job, Record
from sim.rules.complications import which_end
from sim.rules.course import band_of
from sim.scenario.complications import Complication
from sim.scenario.scenario import Scenario
from sim.unit.care.complications import End
from sim.vocabulary import Event, Outcome, Work

WORK = {
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
    Work.BLOOD_PRESSURE: "Blood pressure",
    Work.INJECTION: "Long-acting injection",
    Work.COUNSELLING: "Counselling",
    Work.RESPONSE: "Response",
    Work.CONSTANT_OBSERVATION: "Constant observation",
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


class Telling:
    """The words for the tasks of one episode of a person."""

    def __init__(self, scenario: Scenario, names: Names, record: Record):
        self._names, self._record = names, record
        self._first_weekday = scenario.run.first_weekday
        self._kinds = list(scenario.complications.kinds.values()) if scenario.complications else []
        self._found_numbers = [int(each.value) for each in record.all(Event.COMPLICATION_FOUND)]

    def say(self, job: Job) -> str:
        """A task: who, due when, how late, and what came of it."""
        name = self._name(job)
        if job.outcome in NOT_DONE:
            return f"{name} due {self._due(job)}: {NOT_DONE[job.outcome]}"
        found = STOPPED.get(job.outcome) or self._found(job)
        return f"{name} by {self._names.roles[job.role]} ({self._punctuality(job)}){f': {found}' if found else ''}"

    def _name(self, job: Job) -> str:
        if job.work is not Work.RESPONSE:
            return WORK[job.work]
        name = self._names.complications[self._complication(job)]
        return f"Response to {name[:1].lower()}{name[1:]}"

    def _complication(self, job: Job) -> int:
        """Each complication that is found asks for one response."""
        return self._found_numbers[job.repeat]

    def _found(self, job: Job) -> str:
        match job.work:
            case Work.CHECK | Work.NURSING_ASSESSMENT:
                score = self._record.value_at(Event.CHECKED, job.end_h)
                return "" if score is None else f"COWS {int(score)}, {band_name(band_of(score))}"
            case Work.DISCHARGE_PLANNING:
                place = self._record.value_at(Event.PLANNED, job.end_h)
                return "" if place is None else f"for {self._names.place(place)}"
            case Work.RESPONSE:
                return self._ended(self._complication(job))
        return self._given(job)

    def _given(self, job: Job) -> str:
        """What a dose, an injection or a reading before a dose comes to."""
        match job.work:
            case Work.FIRST_DOSE | Work.DOSE:
                mg = self._record.value_at(Event.DOSED, job.end_h)
                return "oral naltrexone" if mg is None else f"{mg:g} mg"
            case Work.INJECTION:
                lasts_h = self._record.value_at(Event.INJECTED, job.end_h)
                return "" if lasts_h is None else f"lasts {say_length(lasts_h)}"
            case Work.BLOOD_PRESSURE:
                withheld_mg = self._record.value_at(Event.WITHHELD, job.end_h)
                return "high enough" if withheld_mg is None else f"low, {withheld_mg:g} mg withheld"
        return ""

    def _ended(self, number: int) -> str:
        kind = self._kinds[number]
        match which_end(self._record.complication_rank[number], _shares(kind)):
            case End.LONGER_STAY:
                return f"the protocol is done {say_length(kind.longer_by_h)} later"
            case End.OBSERVATION:
                return "constant observation is needed"
            case End.TRANSFER:
                return "a hospital is needed"
        return "care goes on as before"

    def _punctuality(self, job: Job) -> str:
        late = f"{say_length(job.late_h)} late" if job.late_h * 60 >= 1 else "on time"
        return f"due {self._due(job)}, {late}"

    def _due(self, job: Job) -> str:
        """The clock time, with the weekday unless it is that of the line itself."""
        due, shown = Moment.of(job.due_h, self._first_weekday), Moment.of(job.shown_h, self._first_weekday)
        return due.clock if due.day == shown.day else f"{due.weekday} {due.clock}"


def _shares(kind: Complication) -> tuple[float, ...]:
    """In the order of `End`."""
    ends = kind.ends
    return ends.continue_pct, ends.longer_stay_pct, ends.observation_pct, ends.transfer_pct
