"""`detox-sim describe`: the model in words."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Changes, File


class Format(StrEnum):
    """How the document is written."""

    MARKDOWN = "md"
    PAGE = "html"


Against = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Tell the difference from this one, not from what it extends.",
                 show_default=False),
]  # fmt: skip
Results = Annotated[
    Path | None,
    typer.Option("--results", metavar="FOLDER", show_default=False,
                 help="Fill in what only a run knows, from its results: warm-up, precision and time."),
]  # fmt: skip
Kind = Annotated[
    Format | None,
    typer.Option("--format", help="Markdown, or a page for the browser; default: by the ending of --out, or md.",
                 show_default=False),
]  # fmt: skip
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Write it to a file instead.", show_default=False)]


def describe(
    file: File,
    changes: Changes = None,
    against: Against = None,
    results: Results = None,
    kind: Kind = None,
    out: Out = None,
) -> None:
    """Say in words what would run.

    A document by the checklist of the STRESS-DES reporting guideline: each item is marked filled, partly, or not
    provided by author.

    Example: `detox-sim describe two-more-beds --format html --out two-more-beds.html`
    """
    from sim.cli.describe_document import DocumentAsked, describe_document

    ending = out.suffix.lower() if out else ""
    by_ending = Format.PAGE if ending in (".html", ".htm") else Format.MARKDOWN
    describe_document(DocumentAsked(file, changes or [], against, results, (kind or by_ending) is Format.PAGE, out))
