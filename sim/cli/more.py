"""`detox-sim more`: add replications to saved results."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Most, Precisely, Quiet, Workers

Saved = Annotated[Path, typer.Argument(metavar="RESULTS", help="A results folder.", show_default=False)]
InAll = Annotated[
    int | None,
    typer.Option(
        "--replications", metavar="N", min=2, help="How many in all, with those there are.", show_default=False
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Where the new folder goes; default: beside it.", show_default=False),
]


def more(
    results: Saved,
    replications: InAll = None,
    precision: Precisely = None,
    most: Most = None,
    workers: Workers = None,
    out: Out = None,
    quiet: Quiet = False,
) -> None:
    """Add replications to saved results, in a new folder.

    The scenarios are those that were saved, not the files as they are now. Nothing is run again, and the tables are
    the same as if so many had been run at once.

    Example: `detox-sim more results/baseline-20270104-101500 --replications 60`
    """
    from sim.cli.asked import Asked
    from sim.cli.more_study import more_study

    if (replications is None) == (not precision):
        raise typer.BadParameter("either --replications or --precision is accepted.", param_hint="RESULTS")
    more_study(
        Asked(
            "more", [results], None, replications, None, workers, out or results.parent, False, quiet, precision, most
        )
    )
