"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

FLAG = " "
"""Written for the type of an option that takes no value."""

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="Scenario file, or its name, such as baseline.", show_default=False)
]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Scenario files, or their names, such as baseline.", show_default=False),
]
Changes = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="PATH=VALUE", help="Change one value, such as unit.beds=26. Repeatable.", show_default=False
    ),
]
Replications = Annotated[int | None, typer.Option(metavar="N", min=1, help="How many, instead of the scenario's.")]
Seed = Annotated[int | None, typer.Option(metavar="N", min=0, help="Master seed, instead of the scenario's.")]
Workers = Annotated[int | None, typer.Option(metavar="N", min=1, help="Processes to use; default: as many as cores.")]
ResultsIn = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the results folder goes.")]
KeepEvents = Annotated[bool, typer.Option("--events", metavar=FLAG, help="Save the event log too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", metavar=FLAG, help="No progress and no summary.")]
