"""Put the report together and write it beside the results it was made from."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from jinja2 import Environment, PackageLoader, StrictUndefined
from plotly.offline import get_plotlyjs

from reports import appendix, headline, origins, theme
from reports.answers import answers
from reports.embed import content_policy, data, own, specification
from reports.sections import sections
from reports.study import Study
from reports.words import count_word, glued
from sim.errors import ResultsError
from sim.experiments.results_reader import SavedResults

FILE_NAME = "report.html"


def write_report(saved: SavedResults) -> Path:
    """Write `report.html` into the results folder and return its path.

    The file appears whole or not at all. Raises ResultsError when the folder cannot be written to.
    """
    path = saved.folder / FILE_NAME
    part = path.with_name(f".{FILE_NAME}.part")
    try:
        part.write_text(render(saved), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as fault:
        raise ResultsError(f"{path}: the report cannot be written here ({fault.strerror})") from fault
    return path


def render(saved: SavedResults) -> str:
    """The report as one HTML document; the same results give the same bytes."""
    study = Study(saved)
    plotly, boot = get_plotlyjs(), _text("boot.js")
    shown = sections(study)
    return _environment().get_template("report.html.jinja").render(
        study=study,
        title=title(study),
        policy=content_policy([plotly, boot]),
        css=own(_text("style.css")),
        plotly=own(plotly),
        boot=own(boot),
        setting=data({"config": theme.CONFIG, "light": _template(theme.LIGHT), "dark": _template(theme.DARK)}),
        answers=answers(study),
        headline=headline.rows(study),
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


def _template(template: go.layout.Template) -> Any:
    return template.to_plotly_json()


def _text(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = PackageLoader("reports")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["glued"] = glued
    return environment
