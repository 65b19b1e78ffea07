"""`detox-sim calibrate`: values that nobody has published, found from what the unit does."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.asked import RESULTS, Asked
from sim.cli.options import Quiet, ResultsIn, Workers

StudyFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="File of a calibration study, or the name of a shipped one.", show_default=False
    ),
]
WriteTo = Annotated[
    Path | None,
    typer.Option("--write", metavar="PATH", help="Write the fitted scenario here too.", show_default=False),
]


def calibrate(
    file: StudyFile, write: WriteTo = None, workers: Workers = None, out: ResultsIn = RESULTS, quiet: Quiet = False
) -> None:
    """Search the free values of a study until the unit meets its targets.

    The best values are run again with fresh luck. Writes what was tried, how well it fits, and a scenario with the
    fitted values to a results folder.

    Example: `detox-sim calibrate scenarios/calibration/baseline.yaml`
    """
    from sim.cli.calibration_study import calibration_study

    asked = Asked("calibrate", [file], None, None, None, workers, out, events=False, quiet=quiet)
    calibration_study(asked, write)
