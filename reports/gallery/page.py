"""The gallery as an HTML document that needs nothing else."""

from importlib.resources import files
from pathlib import Path

from reports.analysts import example
from reports.document import templates, with_figures, write_whole
from reports.embed import own, specification
from reports.gallery.entries import entries


def write_page(path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    write_whole(path, render(), "the gallery")


def render() -> str:
    """The page as one HTML document; the same program gives the same bytes."""
    shown = list(entries())
    return templates("reports.gallery").get_template("gallery.html.jinja").render(
        entries=shown,
        specs={entry.name: specification(entry.figure) for entry in shown},
        names=list(example().names.values()),
        own_css=own(files("reports.gallery").joinpath("templates", "gallery.css").read_text(encoding="utf-8")),
        **with_figures(),
    )  # fmt: skip
