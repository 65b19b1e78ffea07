"""`detox-sim report`: write the report again from saved results."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.terminal import write

Results = Annotated[Path, typer.Argument(metavar="RESULTS", help="A results folder.", show_default=False)]


def report(results: Results) -> None:
    """Write the report of a results folder again.

    Example: `detox-sim report results/baseline-20270104-101500`
    """
    from reports import write_report
    from sim.experiments.results_reader import read_results

    write(f"Report:   {write_report(read_results(results))}")
