"""What was done for a person during a stay, and what happened to them, by lanes of a figure."""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from sim.cli.story.adding_up import absences
from sim.cli.story.names import Names
from sim.cli.story.record import Job, Record
from sim.cli.story.work import NOT_DONE, STOPPED, Telling
from sim.scenario.scenario import Scenario
from sim.vocabulary import Event, Work

LANES = {
    "Doses": (Work.FIRST_DOSE, Work.DOSE, Work.INJECTION),
    "Checks": (Work.NURSING_ASSESSMENT, Work.CHECK, Work.BLOOD_PRESSURE),
    "Prescriber": (Work.HISTORY_AND_PHYSICAL, Work.DAILY_REVIEW),
    "Counselling": (Work.COUNSELLING,),
}


class Done(NamedTuple):
    """A row of `reports.trace.Picture.done`, with times of the run."""

    lane: str
    how: str
    from_h: float
    to_h: float
    said: str


def done_in(scenario: Scenario, record: Record, over_h: float) -> list[Done]:
    """Every row, lane by lane; nothing is drawn after `over_h`."""
    names = Names(scenario)
    work = _work(Telling(scenario, names, record), record)
    return [*work, *_groups(names, record), *_complications(names, record, over_h), *_hospital(record, over_h)]


def _work(telling: Telling, record: Record) -> Iterator[Done]:
    """Tasks that were started, or were due and were not."""
    for lane, works in LANES.items():
        for job in record.jobs_of(*works):
            if job.started or job.late_h > 0:
                yield Done(lane, _how(job, record), min(job.due_h, job.shown_h), job.shown_h, telling.say(job))


def _groups(names: Names, record: Record) -> Iterator[Done]:
    for each in record.all(Event.ATTENDED):
        yield Done("Counselling", "done", each.time_h, each.time_h, f"Attends {names.groups[int(each.value)]}")


def _complications(names: Names, record: Record, over_h: float) -> Iterator[Done]:
    """From the beginning to when somebody knows."""
    found_h = {each.value: each.time_h for each in record.all(Event.COMPLICATION_FOUND)}
    for begun in record.all(Event.COMPLICATION):
        until_h = found_h.get(begun.value, inf)
        said = "found" if until_h < inf else "not found"
        yield Done(
            "Complications", "happened", begun.time_h, min(until_h, over_h),
            f"{names.complications[int(begun.value)]}, {said}",
        )  # fmt: skip


def _hospital(record: Record, over_h: float) -> Iterator[Done]:
    for left_h, back_h in absences(record, over_h):
        yield Done("Hospital", "happened", left_h, min(back_h, over_h), "In hospital")


def _how(job: Job, record: Record) -> str:
    withheld = job.work is Work.BLOOD_PRESSURE and record.value_at(Event.WITHHELD, job.end_h) is not None
    if job.outcome in NOT_DONE or withheld:
        return "missed"
    return "stopped" if job.outcome in STOPPED else "done"
