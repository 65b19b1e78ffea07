"""The advice on a warm-up as an HTML document that needs nothing else."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from plotly.offline import get_plotlyjs

from reports import theme
from reports.embed import content_policy, data, own, specification
from reports.sections.section import Section
from reports.tables import Table
from reports.warm_up.curves import Curves
from reports.warm_up.figure import welch
from reports.words import glued

NOTE = (
    "Grey: mean of the replications on each day. Blue: its moving average. Dotted: the warm-up that the scenario has. "
    "Dashed: where MSER-5 would start to measure. A curve should have levelled off by then."
)
EVERY_DAYS = 7


def write_page(curves: Curves, path: Path) -> None:
    """Write the page. Raises OSError."""
    path.write_text(render(curves), encoding="utf-8", newline="\n")


def render(curves: Curves) -> str:
    """The page as one HTML document; the same series give the same bytes."""
    section = Section("welch", "Welch's figure", " ".join(curves.sentences), NOTE, welch(curves), weekly(curves))
    plotly, boot = get_plotlyjs(), _of_the_report("boot.js")
    return _environment().get_template("warm_up.html.jinja").render(
        curves=curves,
        section=section,
        spec=specification(section.figure),
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


def weekly(curves: Curves) -> Table:
    """The moving average once a week; the saved table has every day."""
    longest = max((len(curve.smoothed) for curve in curves.curves), default=0)
    rows = [
        [
            f"{day}",
            *(f"{curve.smoothed[day - 1]:.2f}" if day <= len(curve.smoothed) else "–" for curve in curves.curves),
        ]
        for day in range(1, longest + 1, EVERY_DAYS)
    ]
    heads = [f"{curve.title} ({curve.unit})" for curve in curves.curves]
    return Table(f"Moving average over {curves.window_days} days, once a week", ["Day", *heads], rows)


def _of_the_report(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = ChoiceLoader([PackageLoader("reports.warm_up"), PackageLoader("reports")])
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["glued"] = glued
    return environment
