"""The stay: first contacts, how people feel, how long they are there, and when in the week they leave early."""

from collections.abc import Iterator

from reports import captions, figure_tables
from reports.figures import presence as presence_figures
from reports.figures import scores as score_figures
from reports.figures import waits
from reports.figures import week_of_leaving as week_figures
from reports.figures.over_time import MOST_TOGETHER
from reports.sections.section import Section, lines_note
from reports.study import Study


def first_contacts(study: Study) -> Iterator[Section]:
    """The whole distributions of the waits for nurse, prescriber and first dose."""
    times, names = waits.contact_times(study.frame("waits")), study.names
    fig = waits.first_contacts(study.frame("waits"), names)
    if fig is not None:
        rows = figure_tables.contacts(times, names)
        title = "From admission to the first dose"
        yield Section("contacts", title, captions.contacts(times, names), lines_note(study), fig, rows)


def scores(study: Study) -> Iterator[Section]:
    """The felt score through the stay, by protocol."""
    felt, names = score_figures.felt(study.frame("scores")), study.names
    protocols = protocol_names(study)
    fig = score_figures.felt_scores(felt, names, protocols)
    if fig is not None:
        sentence = captions.scores(felt, names, protocols)
        whose = "" if len(names) <= score_figures.MOST_BANDS else ", for the base only"
        note = f"Line: median of the scores last found of the people who are there. Band: 8 in 10 of them{whose}."
        rows = figure_tables.scores(felt, names, protocols)
        yield Section("scores", "How people feel through the stay", sentence, note, fig, rows)


def presence(study: Study) -> Iterator[Section]:
    """Who is still there, and how stays have ended by then."""
    shares, names = presence_figures.shares_by_time(study.frame("presence")), study.names
    fig = presence_figures.presence_over_stay(shares, names)
    if fig is not None:
        note = f"{lines_note(study)} Stays that last beyond the run count for as long as they were seen."
        rows = figure_tables.presence(shares, names)
        title = "How long people stay, and how stays have ended by then"
        yield Section("presence", title, captions.presence(shares, names), note, fig, rows)


def week_of_leaving(study: Study) -> Iterator[Section]:
    """In which hours of the week people leave early."""
    if not study.days:
        return
    table, names = week_figures.hours_of_leaving(study.frame("counts"), study.days), study.names
    fig = week_figures.leaving_by_week(table, names)
    if fig is not None:
        rows = figure_tables.week_of_leaving(table, names)
        sentence = captions.week_of_leaving(table, names)
        note = f"{lines_note(study)}{' Grey: the base.' if len(names) > MOST_TOGETHER else ''}"
        yield Section("leaving-week", "When in the week people leave early", sentence, note, fig, rows)


def protocol_names(study: Study) -> dict[str, str]:
    """Each protocol to what people call it."""
    plans = [item for scenario in study.scenarios for item in (scenario["resolved"].get("protocols") or {}).items()]
    return {name: plan.get("label") or name.replace("_", " ") for name, plan in plans}
