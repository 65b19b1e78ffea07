"""Getting in: what the alternatives change, the list, the wait, and what blocks the door."""

from collections.abc import Iterator

from reports import captions, tables
from reports.figures import blocked, differences, over_time, waits
from reports.sections.section import Section, band_note, interval_note, what_interval
from reports.study import Study
from reports.words import quoted


def differences_from_base(study: Study) -> Iterator[Section]:
    """Paired differences of the headline measures; nothing for a single scenario."""
    matters = (study.manifest.get("comparison") or {}).get("matters", {})
    table = study.frame("differences")
    fig = differences.differences_from_base(table, study.headline, study.names, matters) if study.alternatives else None
    if fig is not None:
        sentence = f"Each marker is the difference from {quoted(study.base['name'])}, in the unit of its measure."
        if study.replications > 1:
            sentence += " Filled: a clear difference. Hollow: too close to call."
        note = (
            f"Whiskers: {what_interval(study)} of differences between replications in which every scenario met the "
            "same people."
            if study.replications > 1
            else "One replication: no interval can be drawn, and nothing is clear."
        )
        if matters:
            note += " Grey band: differences too small to matter."
        rows = tables.differences(table, study.headline, study.names)
        wide = len(study.alternatives) > differences.MOST_BELOW
        yield Section("differences", "Measure by measure", sentence, note, fig, rows, wide=wide)


def waiting_list(study: Study) -> Iterator[Section]:
    """People on the list over time."""
    daily, names = study.frame("daily"), study.names
    fig = over_time.level_over_time(daily, "waiting", "Waiting list", "people", names)
    if fig is not None:
        said = captions.level(daily, "waiting", names, "People on the waiting list")
        sentence = f"{said} A line that keeps climbing is a unit that cannot keep up."
        table = tables.levels(daily, "waiting", names, "people on the waiting list")
        yield Section("waiting", "The waiting list", sentence, band_note(study), fig, table)


def wait_for_bed(study: Study) -> Iterator[Section]:
    """The whole distribution of the wait, not its mean alone."""
    frame, names = study.frame("waits"), study.names
    fig = waits.wait_for_bed(frame, names)
    if fig is not None:
        caption = "Hours within which this share of the people admitted came in (95 % interval)"
        times = waits.waiting_times(frame, "bed").assign(share=lambda t: t["percentile"].map("{:g} %".format))
        table = tables.by_scenario(times, "share", "Share admitted", names, caption)
        note = "Only people who were admitted; those who gave up are not in it."
        if study.replications > 1:
            note += " Band: 95 % interval of the mean over replications."
        yield Section("bed-wait", "Waiting for a bed", captions.bed_wait(frame, names), note, fig, table)


def blocked_hours(study: Study) -> Iterator[Section]:
    """Hours in which somebody waits and nobody can be called, by cause."""
    counts, names, days = study.frame("counts"), study.names, study.days
    fig = blocked.blocked_hours(counts, names, days)
    if fig is not None:
        caption = "Hours a week in which this keeps the door shut while somebody waits (95 % interval)"
        table = tables.by_scenario(blocked.hours_a_week(counts, days), "category", "Cause", names, caption)
        sentence = captions.blocked(counts, names, days)
        yield Section("blocked-hours", "What blocks admissions", sentence, interval_note(study), fig, table)


def blocked_admissions(study: Study) -> Iterator[Section]:
    """What held up each person admitted for longest."""
    counts, names = study.frame("counts"), study.names
    fig = blocked.blocked_admissions(counts, names)
    if fig is not None:
        caption = "Share of people admitted, by what held each of them up longest, % (95 % interval)"
        table = tables.by_scenario(blocked.admission_shares(counts), "category", "Cause", names, caption)
        sentence = captions.held_up(counts, names)
        yield Section("blocked-admissions", "What held people up", sentence, interval_note(study), fig, table)
