"""What becomes of people: how stays end, when people leave early, and where everyone goes."""

from collections.abc import Iterator

from reports import captions, tables
from reports.figures import flow
from reports.figures import outcomes as figures
from reports.sections.section import Section, interval_note, runs_note
from reports.study import Study

COLOURS = "Orange: not admitted, the stay not completed, or back in use or back in the unit a month later."
COUNTED = (
    "These are people referred in the measured time; measures of stays count those that ended in it, whenever the "
    "person was referred. A month later, each person counts in the first of these that holds: admitted here again, "
    "returned to use, in further care."
)


def outcomes(study: Study) -> Iterator[Section]:
    """Shares of stays by how they ended."""
    counts, names = study.frame("counts"), study.names
    fig = figures.outcomes_of_stays(counts, names)
    if fig is not None:
        caption = "Share of the stays that ended in the measured time, % (95 % interval)"
        table = tables.by_scenario(figures.outcome_shares(counts), "category", "Outcome", names, caption)
        yield Section("outcomes", "How stays end", captions.outcome(counts, names), interval_note(study), fig, table)


def self_discharge(study: Study) -> Iterator[Section]:
    """The days on which people leave early."""
    counts, names = study.frame("counts"), study.names
    fig = figures.self_discharge_day(counts, names)
    if fig is not None:
        caption = "Stays that ended in self-discharge on this day, % of all that ended (95 % interval)"
        table = tables.by_scenario(figures.day_of_leaving(counts), "category", "Day of stay", names, caption)
        sentence = captions.self_discharge(counts, names)
        yield Section("self-discharge", "When people leave early", sentence, interval_note(study), fig, table)


def flows(study: Study) -> Iterator[Section]:
    """A Sankey diagram for each scenario, from referral to a month after the stay."""
    ways = flow.whole_way(study.frame("flows"), study.frame("month_after"))
    for place, (scenario, name) in enumerate(study.names.items()):
        table = flow.mean_flows(ways, scenario)
        fig = flow.sankey(table)
        if fig is not None:
            of = name if study.alternatives else ""
            note = f"{runs_note(study)} {COLOURS} {COUNTED} {captions.others(flow.drawn(table)[1])}".rstrip()
            sentence, rows = captions.flow(table, study.days), tables.flows(table)
            yield Section(f"flow-{place}", "From referral to a month later", sentence, note, fig, rows, of)
