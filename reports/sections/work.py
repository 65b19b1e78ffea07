"""The staff: how busy they are, and how long people wait for their care."""

from collections.abc import Iterator

from reports import captions, tables
from reports.figures import care, staff_load
from reports.sections.section import Section, interval_note
from reports.study import Study
from reports.words import count_word


def load_of_staff(study: Study) -> Iterator[Section]:
    """Busy against on shift, by role and hour of the week."""
    hourly, names = study.frame("hourly"), study.names
    fig = staff_load.heat_map(hourly, names)
    if fig is not None:
        note = f"Means over {count_word(study.replications, 'replication')}."
        table = tables.staff(hourly, names)
        yield Section("staff", "How busy staff are through the week", captions.staff(hourly, names), note, fig, table)


def waits_for_care(study: Study) -> Iterator[Section]:
    """Typical and long waits for each kind of care."""
    frame, names = study.frame("waits"), study.names
    fig = care.typical_and_long(frame, names)
    if fig is not None:
        sentence = (
            "The marker is the time within which half are seen, the upright bar the time for nine in ten: "
            "a long line between them is care that some wait far longer for."
        )
        table = tables.care_waits(frame, names)
        yield Section("care-wait", "Waiting for care after admission", sentence, interval_note(study), fig, table)
