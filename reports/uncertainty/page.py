"""A study of uncertainty as an HTML document that needs nothing else."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import isfinite
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from plotly.offline import get_plotlyjs

from reports import theme
from reports.embed import content_policy, data, own, specification
from reports.sections.section import Section
from reports.uncertainty import figure, tables
from reports.uncertainty.picture import Panel, Picture
from reports.words import count_word, glued
from sim.errors import ResultsError

SPLIT_NOTE = (
    "Striped: the measure differs between draws of the parameters. Plain: it differs between replications of the same "
    "draw. More evidence would shrink the first, a longer look at the unit the second."
)
BARS_NOTE = (
    "Bars: rank correlation of the parameter with the {what} over all draws, with 95 % intervals. Grey between the "
    "dashed lines: no more than chance would show among so many parameters."
)


def write_page(picture: Picture, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(render(picture), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as fault:
        raise ResultsError(f"{path}: the figures cannot be written here ({fault.strerror})") from fault


def render(picture: Picture) -> str:
    """The page as one HTML document; the same study gives the same bytes."""
    shown = list(_sections(picture))
    plotly, boot = get_plotlyjs(), _of_the_report("boot.js")
    return _environment().get_template("uncertainty.html.jinja").render(
        picture=picture,
        sections=shown,
        specs={section.slug: specification(section.figure) for section in shown},
        policy=content_policy([plotly, boot]),
        css=own(_of_the_report("style.css")),
        plotly=own(plotly),
        boot=own(boot),
        setting=data({
            "config": theme.CONFIG,
            "light": theme.LIGHT.to_plotly_json(),
            "dark": theme.DARK.to_plotly_json(),
        }),
    )  # fmt: skip


def _sections(picture: Picture) -> Iterator[Section]:
    known = [panel for panel in picture.panels if isfinite(panel.known["parameters_share_pct"])]
    yield Section(
        "split", "What we do not know, and chance", picture.drawn, SPLIT_NOTE, figure.split(known),
        tables.known(picture.panels, picture.compared),
    )  # fmt: skip
    for place, panel in enumerate(picture.panels):
        if len(panel.bars) and panel.bars["correlation"].notna().any():
            yield _bars(picture, panel, f"importance-{place}")


def _bars(picture: Picture, panel: Panel, slug: str) -> Section:
    what = "change" if picture.compared else "measure"
    rest = f" {count_word(panel.left_out, 'other')} not drawn." if panel.left_out else ""
    note = BARS_NOTE.format(what=what) + (rest[:1] + rest[1:].capitalize() if rest else "")
    table = tables.importance(panel, picture.compared)
    return Section(slug, panel.label, panel.sentence, note, figure.importance(panel.bars), table)


def _of_the_report(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = ChoiceLoader([PackageLoader("reports.uncertainty"), PackageLoader("reports")])
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["glued"] = glued
    return environment
