"""`detox-sim sensitivity`: which estimates matter."""

from typing import Annotated

import typer

from sim.cli.asked import RESULTS, Asked
from sim.cli.options import Changes, File, Quiet, ResultsIn, Seed, Workers

REPLICATIONS = 4

Replications = Annotated[int, typer.Option(metavar="N", min=1, help="How many of the base and of each change.")]
Only = Annotated[str, typer.Option(metavar="PATTERN", help="Estimates to vary, by dotted path, such as 'leaving.*'.")]
Measures = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="NAME", help="Look at this instead. Repeatable.", show_default=False),
]


def sensitivity(
    file: File,
    only: Only = "*",
    measures: Measures = None,
    changes: Changes = None,
    replications: Replications = REPLICATIONS,
    seed: Seed = None,
    workers: Workers = None,
    out: ResultsIn = RESULTS,
    quiet: Quiet = False,
) -> None:
    """Vary every estimate of a scenario, one at a time, and say which matter most.

    Each goes to the ends of its published interval, or a quarter down and up. Writes a table to a results folder.

    Example: `detox-sim sensitivity baseline --only 'leaving.*'`
    """
    from sim.cli.sensitivity_study import sensitivity_study

    asked = Asked("sensitivity", [file], changes, replications, seed, workers, out, events=False, quiet=quiet)
    sensitivity_study(asked, only, measures or [])
