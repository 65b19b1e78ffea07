"""A sweep as an HTML document that needs nothing else."""

from collections.abc import Sequence
from pathlib import Path

from reports.document import templates, with_figures, write_whole
from reports.embed import specification
from reports.identity import repeats
from reports.sweep import answers, choices, ends, goals, indices, maps, one_at_a_time, research, responses, watch
from reports.sweep.effects import Effect, effects
from reports.sweep.gallery import Gallery
from reports.sweep.space import Space
from sim.experiments.indices.reader import Row, read_indices
from sim.experiments.sweep.reader import SavedSweep, read_sweep

FILE_NAME = "report.html"
TEMPLATE = "sweep.html.jinja"


def write_report(folder: Path) -> Path:
    """Write `report.html` into the folder of a finished sweep and return its path.

    The file appears whole or not at all. Raises ResultsError when the sweep is unfinished, damaged or changed, or when
    the folder cannot be written to.
    """
    path = folder / FILE_NAME
    write_whole(path, render(read_sweep(folder), read_indices(folder)), "the report")
    return path


def render(saved: SavedSweep, rows: Sequence[Row] = ()) -> str:
    """The page as one HTML document; the same results give the same bytes. `rows` are the indices, if there are any."""
    space = Space(saved)
    found = effects(space)
    shown = galleries(space, found, rows)
    return templates("reports.sweep").get_template(TEMPLATE).render(
        title=saved.facts.name,
        question=saved.facts.question,
        asked=research.asked(space),
        answer=answers.answer(space, found) if found else indices.leading(space, rows) or answers.answer(space, found),
        others=answers.others(space, found),
        watch=list(watch.warnings(space)),
        failures=watch.failures(space),
        targets=goals.table(space),
        headline=ends.rows(space),
        apart=space.replications > 1,
        galleries=shown,
        specs=specifications(shown),
        axes=research.axes(space),
        levels=research.levels(space),
        facts=research.facts(space),
        command=repeats(saved.facts.command),
        points=research.points(space),
        **with_figures(),
    )  # fmt: skip


def galleries(space: Space, found: Sequence[Effect], rows: Sequence[Row]) -> list[Gallery]:
    """The sections with figures, each only when the design supports it."""
    if not space.measures or not space.varied:
        return []
    first: list[Gallery | None] = [
        one_at_a_time.gallery(space),
        indices.gallery(space, rows),
        maps.gallery(space, found),
    ]
    choose = choices.galleries(space)
    every = [*first, *choose[:1], *responses.galleries(space, found), *choose[1:]]
    return [each for each in every if each is not None]


def specifications(shown: Sequence[Gallery]) -> dict[str, str]:
    """The figures as JSON, by their place in the page."""
    return {
        slug: specification(panel.figure) for gallery in shown for slug, panel in (*gallery.shown, *gallery.rest)
    }  # fmt: skip
