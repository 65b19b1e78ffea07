"""Warm-up: how the unit settled, and when the program would have begun to measure."""

from collections.abc import Iterator

from reports import tables
from reports.figures import settling as figures
from reports.frames import AMOUNT, mean_interval, over_time
from reports.sections.section import Section, lines_note
from reports.settled import SERIES
from reports.study import Study


def settling(study: Study) -> Iterator[Section]:
    """The series that the advice on the warm-up rests on; nothing where they were not saved."""
    daily, names = study.frame("from_start"), study.names
    fig = figures.settling_of_levels(daily, SERIES, names, study.warm_up_days)
    if fig is not None:
        sentence = (
            "The unit starts empty. By the dotted line, where measuring begins, each curve should have levelled off."
        )
        note = f"{lines_note(study)} Dotted: end of the warm-up."
        occupied = mean_interval(over_time(daily, "occupied"), ["scenario", "day"], "occupied", AMOUNT)
        caption = "Mean beds occupied (95 % interval), from each day on"
        rows = tables.by_scenario(occupied, "day", "Day from the start", names, caption)
        yield Section("settling", "How the unit settled", sentence, note, fig, rows)
