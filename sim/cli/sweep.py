"""`detox-sim sweep`: many points of a space of scenarios."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.asked import RESULTS
from sim.cli.options import Cluster, Quiet, ResultsIn, Workers

SweepFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="Sweep file, or the name of a shipped one.", show_default=False)
]
Replications = Annotated[int | None, typer.Option(metavar="N", min=1, help="Of each point, instead of the file's.")]
Part = Annotated[
    str | None,
    typer.Option("--shard", metavar="I/N", help="Run the I-th of N parts only; no tables yet.", show_default=False),
]


def sweep(
    file: SweepFile,
    replications: Replications = None,
    workers: Workers = None,
    cluster: Cluster = None,
    shard: Part = None,
    out: ResultsIn = RESULTS,
    quiet: Quiet = False,
) -> None:
    """Run every point that a sweep file describes, and write tidy tables and a report.

    What is finished is kept: after a stop, or a change of axes, design or replications, the same command goes on;
    another base scenario needs another --out. `check` says what is wrong with a sweep file without running it.

    Example: `detox-sim sweep beds-and-night-nurses`
    """
    from sim.cli.sweep_study import AskedSweep, sweep_study
    from sim.experiments.driving import Shard

    try:
        part = Shard.said(shard) if shard else None
    except ValueError as problem:
        raise typer.BadParameter(f"{problem}.", param_hint="--shard") from None
    sweep_study(AskedSweep(file, replications, workers, cluster, part, out, quiet))
