"""Put the report together and write it beside the results it was made from."""

from pathlib import Path

from reports import appendix, certainty, described, headline, origins, theme, warm_up_evidence
from reports.answers import answers
from reports.costs import costs
from reports.document import templates, with_figures, write_whole
from reports.embed import specification
from reports.lead import lead
from reports.offered import offered
from reports.sections import chapters
from reports.sections.settling import settling
from reports.study import Study
from reports.watch import watch
from reports.words import count_word
from sim.experiments.results_reader import SavedResults
from sim.garbage import garbage_rests

FILE_NAME = "report.html"
MOST_ANSWERS = 4
"""Answers that page one shows in words; more are folded under the sentences that lead."""


def write_report(saved: SavedResults) -> Path:
    """Write `report.html` into the results folder and return its path.

    The file appears whole or not at all. Raises ResultsError when the folder cannot be written to.
    """
    path = saved.folder / FILE_NAME
    write_whole(path, render(saved), "the report")
    return path


@garbage_rests()
def render(saved: SavedResults) -> str:
    """The report as one HTML document; the same results give the same bytes."""
    study = Study(saved)
    shown, settled_how = chapters(study), list(settling(study))
    sections = [*(section for chapter in shown for section in chapter.sections), *settled_how]
    bearing = list(certainty.bearing(saved))
    return templates().get_template("report.html.jinja").render(
        study=study,
        title=title(study),
        **with_figures(),
        lead=lead(study),
        answers=answers(study),
        most_answers=MOST_ANSWERS,
        headline=headline.rows(study),
        judged=certainty.judged(study.manifest),
        together=certainty.together(study.manifest),
        bearing=[sentence for sentence in bearing if not certainty.warns(sentence)],
        warnings=[sentence for sentence in bearing if certainty.warns(sentence)],
        watch=watch(study),
        costs=costs(study),
        pairs=appendix.pairs(study),
        long_unit=headline.long_unit,
        chapters=shown,
        settling=settled_how,
        specs={section.slug: specification(section.figure) for section in sections},
        styles=[theme.style(place) for place in range(len(study.scenarios))],
        groups=appendix.groups(study),
        parameters=appendix.parameters(study),
        figures=origins.figures(study),
        origins=origins.summed_up(study),
        changes=appendix.changes,
        facts=appendix.facts(study),
        offered=offered(study),
        command=appendix.command(study),
        judged_series=warm_up_evidence.judged_series(study),
        warm_up=warm_up_evidence.judged(study),
        described=described.commands(study),
        run=study.base["resolved"]["run"],
    )  # fmt: skip


def title(study: Study) -> str:
    """What the report is of, in one line."""
    if not study.alternatives:
        return str(study.base["name"])
    if len(study.alternatives) == 1:
        return f"{study.alternatives[0]['name']}, compared with {study.base['name']}"
    return f"{count_word(len(study.alternatives), 'alternative').capitalize()} compared with {study.base['name']}"
