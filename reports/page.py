"""Put the report together and write it beside the results it was made from."""

from pathlib import Path

from reports import appendix, certainty, headline, origins, theme
from reports.answers import answers
from reports.document import templates, with_figures, write_whole
from reports.embed import specification
from reports.sections import sections
from reports.study import Study
from reports.words import count_word
from sim.experiments.results_reader import SavedResults

FILE_NAME = "report.html"


def write_report(saved: SavedResults) -> Path:
    """Write `report.html` into the results folder and return its path.

    The file appears whole or not at all. Raises ResultsError when the folder cannot be written to.
    """
    path = saved.folder / FILE_NAME
    write_whole(path, render(saved), "the report")
    return path


def render(saved: SavedResults) -> str:
    """The report as one HTML document; the same results give the same bytes."""
    study = Study(saved)
    shown = sections(study)
    return templates().get_template("report.html.jinja").render(
        study=study,
        title=title(study),
        **with_figures(),
        answers=answers(study),
        headline=headline.rows(study),
        judged=certainty.judged(study.manifest),
        together=certainty.together(study.manifest),
        bearing=list(certainty.bearing(saved)),
        pairs=appendix.pairs(study),
        long_unit=headline.long_unit,
        sections=shown,
        specs={section.slug: specification(section.figure) for section in shown},
        styles=[theme.style(place) for place in range(len(study.scenarios))],
        groups=appendix.groups(study),
        parameters=appendix.parameters(study),
        figures=origins.figures(study),
        origins=origins.summed_up(study),
        changes=appendix.changes,
        facts=appendix.facts(study),
        command=appendix.command(study),
        run=study.base["resolved"]["run"],
    )  # fmt: skip


def title(study: Study) -> str:
    """What the report is of, in one line."""
    if not study.alternatives:
        return str(study.base["name"])
    if len(study.alternatives) == 1:
        return f"{study.alternatives[0]['name']}, compared with {study.base['name']}"
    return f"{count_word(len(study.alternatives), 'alternative').capitalize()} compared with {study.base['name']}"
