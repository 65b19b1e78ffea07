"""Money: what a year costs and brings in, what each stay costs, and where an alternative's costs come from."""

from collections.abc import Iterator

from reports import figure_tables, tables, theme
from reports.captions import money as captions
from reports.figures import waterfall
from reports.figures.measures import levels, measured
from reports.sections.afterwards import named
from reports.sections.section import Section, interval_note
from reports.study import Study

A_YEAR = (*waterfall.PIECES, waterfall.TOTAL, waterfall.INCOME, waterfall.BALANCE)
EACH = ("cost_per_admission", "cost_per_completed", "cost_per_linked")


def a_year(study: Study) -> Iterator[Section]:
    """Every cost of a year, income and balance."""
    measures = named(study, A_YEAR)
    table = levels(study.frame("summary"), measures)
    fig = measured(table, study.names, theme.plain(measures[0].unit)) if measures else None
    if fig is not None:
        fig.update_xaxes(autorange=True, range=None, zeroline=True, zerolinewidth=2)
        sentence = captions.totals(study.frame("summary"), study.names, _currency(measures[0].unit))
        caption = f"{measures[0].unit} (95 % interval)"
        rows = tables.by_scenario(table, "category", "Cost or income", study.names, caption)
        yield Section("money", "What a year costs and brings in", sentence, interval_note(study), fig, rows)


def each_stay(study: Study) -> Iterator[Section]:
    """What an admission, a completed stay and a person linked to further care cost."""
    measures = named(study, EACH)
    table = levels(study.frame("summary"), measures)
    fig = measured(table, study.names, theme.plain(measures[0].unit)) if measures else None
    if fig is not None:
        currency = measures[0].unit
        of = next(measure for measure in reversed(measures) if measure.label in set(table["category"]))
        sentence = captions.each(study.frame("summary"), of.name, of.label, study.names, currency)
        rows = tables.by_scenario(table, "category", "Cost", study.names, f"{currency} (95 % interval)")
        yield Section("cost-each", "What each stay costs", sentence, interval_note(study), fig, rows)


def what_changes(study: Study) -> Iterator[Section]:
    """A waterfall for each alternative."""
    measures = named(study, A_YEAR)
    for place, scenario in enumerate(study.alternatives):
        made = waterfall.steps(study.frame("differences"), measures, scenario["id"])
        currency = _currency(measures[0].unit) if measures else ""
        fig = waterfall.cost_waterfall(made, currency)
        if fig is not None:
            of = scenario["name"]
            sentence, rows = captions.waterfall(made, of, currency), figure_tables.waterfall(made, currency)
            yield Section(f"waterfall-{place}", "Where its costs differ", sentence, _note(study), fig, rows, of)


def _note(study: Study) -> str:
    key = f"Differences from {study.base['name']}. Blue: in the unit's favour; orange: against it."
    if study.replications < 2:
        return f"{key} One replication: no interval can be drawn."
    return f"{key} Costs add up from row to row; the whisker is the interval of that row alone."


def _currency(unit: str) -> str:
    return unit.removesuffix(" a year")
