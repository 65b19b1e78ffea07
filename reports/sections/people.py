"""What becomes of people: how stays end, when people leave early, and where everyone goes."""

from collections.abc import Iterator

from reports import captions, tables
from reports.figures import flow
from reports.figures import outcomes as figures
from reports.sections.section import Section, interval_note, runs_note
from reports.study import Study


def outcomes(study: Study) -> Iterator[Section]:
    """Shares of stays by how they ended."""
    counts, names = study.frame("counts"), study.names
    fig = figures.outcomes_of_stays(counts, names)
    if fig is not None:
        caption = "Share of stays, % (95 % interval)"
        table = tables.by_scenario(figures.outcome_shares(counts), "category", "Outcome", names, caption)
        yield Section("outcomes", "How stays end", captions.outcome(counts, names), interval_note(study), fig, table)


def self_discharge(study: Study) -> Iterator[Section]:
    """The days on which people leave early."""
    counts, names = study.frame("counts"), study.names
    fig = figures.self_discharge_day(counts, names)
    if fig is not None:
        caption = "Stays that end in self-discharge on this day, % of all stays (95 % interval)"
        table = tables.by_scenario(figures.day_of_leaving(counts), "category", "Day of stay", names, caption)
        sentence = captions.self_discharge(counts, names)
        yield Section("self-discharge", "When people leave early", sentence, interval_note(study), fig, table)


def flows(study: Study) -> Iterator[Section]:
    """A Sankey diagram for each scenario; those of the alternatives are folded."""
    for place, (scenario, name) in enumerate(study.names.items()):
        table = flow.mean_flows(study.frame("flows"), scenario)
        fig = flow.sankey(table)
        if fig is not None:
            title = f"Where people go: {name}" if study.alternatives else "Where people go"
            note = f"{runs_note(study)} Orange: not admitted."
            sentence = captions.flow(table, study.days)
            yield Section(f"flow-{place}", title, sentence, note, fig, tables.flows(table), folded=place > 0)


def month_after(study: Study) -> Iterator[Section]:
    """What has become of people a month after they left, for each scenario; those of the alternatives are folded."""
    for place, (scenario, name) in enumerate(study.names.items()):
        table = flow.month_after(study.frame("month_after"), scenario)
        fig = flow.sankey(table, lost=flow.NOT_WELL)
        if fig is not None:
            title = f"A month after the stay: {name}" if study.alternatives else "A month after the stay"
            note = f"{runs_note(study)} Orange: returned to use, or admitted here again."
            rows = tables.flows(table)
            yield Section(f"flow-month-{place}", title, captions.month_after(table), note, fig, rows, folded=place > 0)
