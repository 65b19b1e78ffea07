"""After the unit: further care, return to use, coming back, and expected deaths."""

from collections.abc import Iterator

from reports import captions, tables
from reports.figures.measures import levels, measured
from reports.sections.section import Section, interval_note
from reports.study import Measure, Study

SHARES = (
    "linked_7_days_pct", "linked_14_days_pct", "linked_30_days_pct", "medication_at_discharge_pct",
    "returned_to_use_30_days_pct", "returned_to_use_90_days_pct", "readmitted_30_days_pct", "readmitted_90_days_pct",
)  # fmt: skip
"""Percentages of stays."""
OF_WHOM = (
    "Each is a share of the stays that ended in the measured time, however they ended; what follows within so many "
    "days, of those that ended at least as many days before its end."
)
DEATHS = ("deaths_28_days_per_1000_stays", "deaths_year_per_1000_stays")
CAUTION = (
    "Nobody dies in the simulation: these are expected numbers, worked out from the death rates of the scenario and "
    "the time that people spend in and out of care."
)


def after_leaving(study: Study) -> Iterator[Section]:
    """Links to further care, medication, return to use and coming back."""
    measures = named(study, SHARES)
    table = levels(study.frame("summary"), measures)
    fig = measured(table, study.names, "Stays that ended (%)", " %")
    if fig is not None:
        first = next(measure for measure in measures if measure.label == table["category"].iloc[0])
        said = captions.linked(study.frame("summary"), first.name, first.label, study.names, " %")
        sentence = f"{said} {OF_WHOM}"
        caption = "Share of stays, % (95 % interval); each within so many days of leaving"
        rows = tables.by_scenario(table, "category", "Afterwards", study.names, caption)
        yield Section("afterwards", "What follows the stay", sentence, interval_note(study), fig, rows)


def deaths(study: Study) -> Iterator[Section]:
    """Expected deaths after leaving."""
    measures = named(study, DEATHS)
    table = levels(study.frame("summary"), measures)
    fig = measured(table, study.names, "Per 1,000 stays that ended")
    if fig is not None:
        first = next(measure for measure in measures if measure.label == table["category"].iloc[0])
        said = captions.linked(study.frame("summary"), first.name, f"{first.label}, per 1,000 stays", study.names, "")
        sentence = f"{said} {CAUTION}"
        caption = "Expected deaths per 1,000 stays (95 % interval)"
        rows = tables.by_scenario(table, "category", "Afterwards", study.names, caption)
        yield Section("deaths", "Expected deaths after leaving", sentence, interval_note(study), fig, rows)


def named(study: Study, names: tuple[str, ...]) -> list[Measure]:
    """The measures of these names that the study has, in the order of the names."""
    found = {measure.name: measure for measure in study.measures}
    return [found[name] for name in names if name in found]
