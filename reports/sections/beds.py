"""The beds: how many are in use, and how many are held by people who are ready to leave."""

from collections.abc import Iterator

from reports import captions, tables
from reports.figures import over_time
from reports.sections.section import Section, band_note
from reports.study import Study


def occupancy(study: Study) -> Iterator[Section]:
    """Beds occupied over time against the number of beds."""
    daily, names = study.frame("daily"), study.names
    fig = over_time.occupancy(daily, names)
    if fig is not None:
        table = tables.levels(daily, "occupied", names, "beds occupied")
        note = f"{band_note(study)} Thin dotted line: number of beds."
        yield Section("occupancy", "Beds in use", captions.occupancy(daily, names), note, fig, table)


def boarding(study: Study) -> Iterator[Section]:
    """Ready people who wait in a detox bed for a place elsewhere."""
    daily, names = study.frame("daily"), study.names
    fig = over_time.level_over_time(daily, "boarding", "Ready to leave", "people", names)
    if fig is not None:
        sentence = captions.level(daily, "boarding", names, "People ready to leave whose next place is not free yet")
        table = tables.levels(daily, "boarding", names, "people ready to leave and still in a bed")
        yield Section("boarding", "Beds held by people ready to leave", sentence, band_note(study), fig, table)
