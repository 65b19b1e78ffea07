"""One person's stay as an HTML document that needs nothing else."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import pandas as pd
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from plotly.offline import get_plotlyjs

from reports import theme
from reports.embed import content_policy, data, own, specification
from reports.sections.section import Section
from reports.tables import Table
from reports.trace.figure import stay
from reports.trace.picture import Picture
from reports.words import glued
from sim.errors import ResultsError

NOTE = (
    "Blue: how the person felt, over the bands of withdrawal. Below it, what was done, with a line from when it was "
    "due. At the bottom the hazard of leaving, added up; a person leaves when it reaches their own threshold."
)


def write_page(picture: Picture, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(render(picture), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as fault:
        raise ResultsError(f"{path}: the figure cannot be written here ({fault.strerror})") from fault


def render(picture: Picture) -> str:
    """The page as one HTML document; the same stay gives the same bytes."""
    section = Section(
        "stay", "The stay", " ".join(picture.sentences[:2]), NOTE, stay(picture), looked_at(picture.looks)
    )
    plotly, boot = get_plotlyjs(), _of_the_report("boot.js")
    return _environment().get_template("trace.html.jinja").render(
        picture=picture,
        section=section,
        spec=specification(section.figure),
        done=done(picture.done),
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


def looked_at(looks: pd.DataFrame) -> Table:
    """The felt score and the wish to leave, look by look."""
    rows = [
        [str(look["when"]), f"{look['felt']:.1f}", f"{look['leaving_per_day']:.3f}", f"{look['added_up']:.3f}"]
        for _, look in looks.iterrows()
    ]
    caption = "The felt score and the hazard hold from each look to the next"
    return Table(caption, ["When", "Felt score (COWS)", "Hazard of leaving, a day", "Added up"], rows)


def done(work: pd.DataFrame) -> Table:
    """What was done and what happened, in the order of time."""
    in_order = work.sort_values("from_h", kind="stable")
    rows = [[str(row["when"]), str(row["lane"]), str(row["said"])] for _, row in in_order.iterrows()]
    return Table("In the order in which it was due, or began", ["When", "What", "How it went"], rows)


def _of_the_report(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = ChoiceLoader([PackageLoader("reports.trace"), PackageLoader("reports")])
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["glued"] = glued
    return environment
