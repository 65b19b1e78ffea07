"""The staff: how busy they are, and how long people wait for their care."""

from collections.abc import Iterator

from reports import captions, figure_tables, tables
from reports.figures import care, staff_load, week_clock
from reports.figures import checks as figures
from reports.figures import tasks_due as task_figures
from reports.sections.section import Section, interval_note, runs_note
from reports.study import Study


def load_of_staff(study: Study) -> Iterator[Section]:
    """Busy against on shift, by role and hour of the week."""
    hourly, names = study.frame("hourly").replace({"role": study.roles}), study.names
    fig = staff_load.load_of_staff(hourly, names)
    if fig is not None:
        said, table = captions.staff(hourly, names), tables.staff(hourly, names)
        yield Section("staff", "How busy staff are through the week", said, runs_note(study), fig, table)


def short_roster(study: Study) -> Iterator[Section]:
    """The week of each role as a clock, for each scenario."""
    hourly = study.frame("hourly").replace({"role": study.roles})
    every = staff_load.load(hourly) if len(hourly) else hourly.assign(load_pct=0.0)
    for place, (scenario, name) in enumerate(study.names.items()):
        load = every[every["scenario"] == scenario]
        fig = week_clock.roster_clock(load)
        if fig is not None:
            of = name if study.alternatives else ""
            sentence = captions.short_roster(load, of or None)
            rows = figure_tables.busiest_hours(week_clock.busiest_hours(load))
            yield Section(f"clock-{place}", "Where the roster is short", sentence, runs_note(study), fig, rows, of)


def waits_for_care(study: Study) -> Iterator[Section]:
    """Typical and long waits for each kind of care."""
    frame, names = study.frame("waits"), study.names
    fig = care.waits_for_care(frame, names)
    if fig is not None:
        sentence, table = captions.care(frame, names), tables.care_waits(frame, names)
        yield Section("care-wait", "Waiting for care after admission", sentence, interval_note(study), fig, table)


def checks(study: Study) -> Iterator[Section]:
    """Checks on time, late and missed."""
    counts, names = study.frame("counts"), study.names
    fig = figures.checks_on_time(counts, names)
    if fig is not None:
        caption = "Share of checks that fell due, % (95 % interval)"
        table = tables.by_scenario(figures.check_shares(counts), "category", "Check", names, caption)
        yield Section("checks", "Checks on time", captions.checks(counts, names), interval_note(study), fig, table)


def tasks_due(study: Study) -> Iterator[Section]:
    """Care that came late or never, by task."""
    table, names = task_figures.late_and_missed(study.frame("tasks_due")), study.names
    fig = task_figures.late_or_missed_care(table, names)
    if fig is not None:
        caption = "Share of tasks that fell due, % (95 % interval)"
        rows = tables.by_scenario(table, "category", "Task", names, caption)
        note = f"{interval_note(study)} Each task has its own time of grace; what is hardly ever late has no row."
        yield Section("tasks", "Care that comes late or never", captions.tasks_due(table, names), note, fig, rows)
