"""A study of uncertainty as an HTML document that needs nothing else."""

from collections.abc import Iterator
from math import isfinite
from pathlib import Path

from reports.document import templates, with_figures, write_whole
from reports.embed import specification
from reports.sections.section import Section
from reports.uncertainty import figure, tables
from reports.uncertainty.picture import Panel, Picture
from reports.words import count_word, sentence

SPLIT = "Blue is what more evidence would shrink, grey what a longer look at the unit would."
SPLIT_NOTE = (
    "Striped: the measure differs between draws of the parameters. Plain: it differs between replications of the same "
    "draw. Whiskers: how far the border between them could lie, both variances being known to their 95 % intervals."
)
BARS_NOTE = (
    "Rank correlation of each parameter with the {what} over all draws: right of 0, more of one goes with more of the "
    "other; left of it, with less. Whiskers: 95 % intervals. Between the dashed lines lies what chance alone would "
    "show among so many parameters."
)


def write_page(picture: Picture, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    write_whole(path, render(picture), "the figures")


def render(picture: Picture) -> str:
    """The page as one HTML document; the same study gives the same bytes."""
    shown = list(_sections(picture))
    return templates("reports.uncertainty").get_template("uncertainty.html.jinja").render(
        picture=picture,
        summed_up=tables.summed_up(picture),
        explained=tables.EXPLAINED[picture.compared],
        said=[panel for panel in picture.panels if not _has_bars(panel)],
        sections=shown,
        specs={section.slug: specification(section.figure) for section in shown},
        **with_figures(),
    )  # fmt: skip


def _sections(picture: Picture) -> Iterator[Section]:
    known = [panel for panel in picture.panels if isfinite(panel.known["parameters_share_pct"])]
    if known:
        yield Section(
            "split", "What we do not know, and chance", SPLIT, SPLIT_NOTE, figure.split(known), tables.known(picture),
        )  # fmt: skip
    for place, panel in enumerate(picture.panels):
        if _has_bars(panel):
            yield _bars(picture, panel, f"importance-{place}")


def _has_bars(panel: Panel) -> bool:
    return len(panel.bars) > 0 and bool(panel.bars["correlation"].notna().any())


def _bars(picture: Picture, panel: Panel, slug: str) -> Section:
    note = BARS_NOTE.format(what="change" if picture.compared else "measure")
    if panel.left_out:
        are = "is" if panel.left_out == 1 else "are"
        more = f"{count_word(panel.left_out, 'more parameter')} with smaller correlations {are} only in importance.csv"
        note = f"{note} {sentence(more)}"
    table = tables.importance(panel, picture.compared)
    return Section(slug, panel.label, panel.sentence, note, figure.importance(panel.bars), table, wide=True)
