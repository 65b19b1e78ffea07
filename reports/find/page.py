"""A search as an HTML document that needs nothing else."""

from pathlib import Path

from reports.document import templates, with_figures, write_whole
from reports.embed import specification
from reports.find import answers, comparisons, research
from reports.find.sections import sections
from reports.find.view import View, title
from reports.identity import repeats
from reports.words import difference_unit
from sim.experiments.find.reader import SavedFind, read_find

FILE_NAME = "report.html"
TEMPLATE = "find.html.jinja"
MOST_UNITS = 300
"""Rows of the table of all units; points.csv has them all."""


def write_report(folder: Path) -> Path:
    """Write `report.html` into the folder of a finished search and return its path.

    The file appears whole or not at all. Raises ResultsError when the search is unfinished, damaged or changed, or when
    the folder cannot be written to.
    """
    path = folder / FILE_NAME
    write_whole(path, render(read_find(folder)), "the report")
    return path


def render(saved: SavedFind) -> str:
    """The page as one HTML document; the same results give the same bytes."""
    view = View(saved)
    shown = sections(view)
    wish = view.facts.wish
    units = view.ran.sort_values(wish.name, ascending=not wish.largest, kind="stable").head(MOST_UNITS)
    return templates("reports.find").get_template(TEMPLATE).render(
        facts=view.facts,
        choice=view.choice,
        head=answers.head(view),
        asked=answers.asked(view),
        targets=answers.targets(view),
        answer=answers.recommendation(view),
        met=answers.met(view),
        beat=answers.beat(view),
        warnings=list(answers.warnings(view)),
        sure=answers.sure(view),
        measures=comparisons.measures(view),
        beaten=comparisons.beaten(view),
        beaten_title="What it beat" if view.facts.choice.settled else "What it is compared with",
        title=title,
        difference_unit=difference_unit,
        heads=list(comparisons.heads(view)),
        units=[(row, [*comparisons.cells(view, row)], comparisons.why_not(view, row)) for _, row in units.iterrows()],
        ran=len(view.ran),
        failed=[(row["unit"], row["reason"]) for _, row in view.failed.iterrows()],
        sections=shown,
        specs={section.slug: specification(section.figure) for section in shown},
        effort=research.effort(view),
        research=research.facts(view),
        surrogate=research.surrogate(view),
        command=repeats(view.facts.command),
        run=view.facts.scenario.resolved["run"],
        **with_figures(),
    )  # fmt: skip
