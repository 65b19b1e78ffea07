"""The staff: how busy they are, and how long people wait for their care."""

from collections.abc import Iterator

from reports import captions, tables
from reports.figures import care, staff_load
from reports.figures import checks as figures
from reports.sections.section import Section, interval_note, runs_note
from reports.study import Study


def load_of_staff(study: Study) -> Iterator[Section]:
    """Busy against on shift, by role and hour of the week."""
    hourly, names = study.frame("hourly").replace({"role": study.roles}), study.names
    fig = staff_load.heat_map(hourly, names)
    if fig is not None:
        said, table = captions.staff(hourly, names), tables.staff(hourly, names)
        yield Section("staff", "How busy staff are through the week", said, runs_note(study), fig, table)


def waits_for_care(study: Study) -> Iterator[Section]:
    """Typical and long waits for each kind of care."""
    frame, names = study.frame("waits"), study.names
    fig = care.typical_and_long(frame, names)
    if fig is not None:
        sentence, table = captions.care(frame, names), tables.care_waits(frame, names)
        yield Section("care-wait", "Waiting for care after admission", sentence, interval_note(study), fig, table)


def checks(study: Study) -> Iterator[Section]:
    """Checks on time, late and missed."""
    counts, names = study.frame("counts"), study.names
    fig = figures.checks(counts, names)
    if fig is not None:
        caption = "Share of checks that fell due, % (95 % interval)"
        table = tables.by_scenario(figures.check_shares(counts), "category", "Check", names, caption)
        yield Section("checks", "Checks on time", captions.checks(counts, names), interval_note(study), fig, table)
