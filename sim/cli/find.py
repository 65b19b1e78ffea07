"""`detox-sim find`: the cheapest beds and rosters that meet targets."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.asked import RESULTS
from sim.cli.options import Cluster, Quiet, ResultsIn, Workers

SearchFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="File of a search, or the name of a shipped one.", show_default=False)
]
BudgetOf = Annotated[
    str | None,
    typer.Option(
        "--budget",
        metavar="TIME",
        help="What this call may spend, such as 10min or '700 replications', beside what has run before.",
        show_default=False,
    ),
]
Looks = Annotated[
    int | None,
    typer.Option(metavar="N", min=2, help="Most units to look at, instead of the file's.", show_default=False),
]


def find(
    file: SearchFile,
    budget: BudgetOf = None,
    looks: Looks = None,
    workers: Workers = None,
    cluster: Cluster = None,
    out: ResultsIn = RESULTS,
    quiet: Quiet = False,
) -> None:
    """Find the cheapest beds and rosters that meet targets, and say how sure it is.

    Replications go to the units that leave the choice in doubt, until it is as sure as the file asks or the budget is
    spent. Where no unit meets every target, the one that comes nearest is named. In place of the cost, the file may
    have any measure made as small, or as large, as it can be.

    The same command again goes on from where it stopped. Writes a report, every unit looked at, and a scenario with the
    choice, to a results folder.

    Example: `detox-sim find beds-and-nurses --budget 10min`
    """
    from sim.cli.find_search import FindAsked, find_search

    find_search(FindAsked(file, budget, looks, workers, cluster, out, quiet))
