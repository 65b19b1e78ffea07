"""The model in words as an HTML document that needs nothing else."""

from importlib.resources import files
from pathlib import Path

from reports.describe.drawing import drawing
from reports.describe.paper import Flow, Grid, Paper, Part
from reports.describe.prose import inline, prose
from reports.document import templates, write_whole
from reports.embed import content_policy, own

SCRIPTS = (("reports", "sort.js"), ("reports", "moves.js"), ("reports.describe", "search.js"))
"""Package and name of each script: tables sort as those of reports do, and say when they are wider than the screen."""
LONG_ROWS = 30
"""From here on a table scrolls in a window of its own and can be searched."""


def write_page(paper: Paper, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    write_whole(path, render(paper), "the page")


def render(paper: Paper) -> str:
    """The page as one HTML document; the same paper gives the same bytes."""
    script = "".join(_text(package, name) for package, name in SCRIPTS)
    return templates("reports.describe").get_template("describe.html.jinja").render(
        paper=paper,
        policy=content_policy([script]),
        css=own(_text("reports", "style.css") + _text("reports.describe", "describe.css")),
        script=own(script),
        kind=_kind,
        prose=prose,
        inline=inline,
        drawing=drawing,
        long_rows=LONG_ROWS,
    )  # fmt: skip


def _kind(part: Part) -> str:
    match part:
        case Grid():
            return "grid"
        case Flow():
            return "flow"
        case _:
            return "text"


def _text(package: str, name: str) -> str:
    return files(package).joinpath("templates", name).read_text(encoding="utf-8")
