"""What every page is made with: templates, style and scripts, and a file that appears whole or not at all."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from plotly.offline import get_plotlyjs

from reports import theme
from reports.contents import contents
from reports.embed import content_policy, data, own
from reports.words import glued
from sim.errors import ResultsError

SCRIPTS = ("legend.js", "boot.js", "sort.js", "save.js", "moves.js", "contents.js", "links.js")
"""What every page with figures runs: drawing, tables that sort and can be saved, a word where something moves sideways,
the place in the contents, links that open what is folded."""


@cache
def templates(*packages: str) -> Environment:
    """The templates of these packages, the first that has one by its name; those of the report stand behind them."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "reports")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"glued": glued, "contents": contents}
    return environment


def with_figures() -> dict[str, Any]:
    """What a template with figures needs besides its own: policy, style, scripts and the look of the figures."""
    plotly, boot = get_plotlyjs(), "".join(map(_text, SCRIPTS))
    look = {"config": theme.CONFIG, "light": theme.LIGHT.to_plotly_json(), "dark": theme.DARK.to_plotly_json()}
    return {
        "policy": content_policy([plotly, boot]),
        "css": own(_text("style.css")),
        "plotly": own(plotly),
        "boot": own(boot),
        "setting": data(look),
    }


def write_whole(path: Path, page: str, what: str) -> None:
    """Write the page. Raises ResultsError, which says `what` it is, when it cannot be written there."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(page, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as fault:
        raise ResultsError(f"{path}: {what} cannot be written here ({fault.strerror})") from fault


def _text(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")
