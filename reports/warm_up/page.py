"""The advice on a warm-up as an HTML document that needs nothing else."""

from pathlib import Path

from reports.document import templates, with_figures, write_whole
from reports.embed import specification
from reports.sections.section import Section
from reports.tables import Table
from reports.warm_up.curves import Curve, Curves
from reports.warm_up.figure import welch
from reports.words import interval

TITLE = "How the unit settled"
SENTENCE = "The unit starts empty. By the dotted line, where measuring begins, each curve should have levelled off."
NOTE = (
    "Grey: mean of the replications on each day. Blue: its moving average, with its 95 % interval (Welch's figure). "
    "Dotted: the warm-up that the scenario has. Dashed: where MSER-5 would start to measure; not drawn for a curve "
    "that still climbs or falls at the end."
)
EVERY_DAYS = 7
NOTHING = "–"


def write_page(curves: Curves, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    write_whole(path, render(curves), "the page")


def render(curves: Curves) -> str:
    """The page as one HTML document; the same series give the same bytes."""
    figure = welch(curves) if curves.curves else None
    section = figure and Section("welch", TITLE, SENTENCE, NOTE, figure, weekly(curves))
    return templates("reports.warm_up").get_template("warm_up.html.jinja").render(
        curves=curves,
        section=section,
        spec=figure and specification(figure),
        **with_figures(),
    )  # fmt: skip


def weekly(curves: Curves) -> Table:
    """The moving average once a week; the saved table has every day."""
    longest = max((len(curve.smoothed) for curve in curves.curves), default=0)
    rows = [
        [f"{day}", *(_smoothed(curve, day - 1) for curve in curves.curves)] for day in range(1, longest + 1, EVERY_DAYS)
    ]
    heads = [f"{curve.title} ({curve.unit})" for curve in curves.curves]
    caption = f"Moving average over {curves.window_days} days (95 % interval), once a week"
    return Table(caption, ["Day", *heads], rows)


def _smoothed(curve: Curve, place: int) -> str:
    if place >= len(curve.smoothed):
        return NOTHING
    bounds = interval(curve.low[place], curve.high[place], 2)
    return f"{curve.smoothed[place]:.2f}" + (f" ({bounds})" if bounds else "")
