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
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS", help="Dask scheduler to use, such as tcp://10.0.0.5:8786, instead of this machine.",
        show_default=False,
    ),
]  # fmt: skip
Precisely = Annotated[
    list[str] | None,
    typer.Option(
        "--precision", metavar="HOW",
        help="Add replications until intervals are this narrow: 5% of headline means alone (of one below "
        "1, 5% of 1), or wait_mean_h=0.5 of its differences too.",
        show_default=False,
    ),
]  # fmt: skip
Most = Annotated[
    int | None, typer.Option(metavar="N", min=10, help="Cap of --precision; default 200.", show_default=False)
]
Correction = Annotated[
    str | None,
    typer.Option(
        metavar="WAY", help="For several comparisons at once: bonferroni (default), holm or none.", show_default=False
    ),
]
AllPairs = Annotated[
    bool, typer.Option("--all-pairs", metavar=FLAG, help="Compare the alternatives with each other too.")
]
Matters = Annotated[
    list[str] | None,
    typer.Option(
        metavar="MEASURE=AMOUNT", help="Smallest difference that matters, such as self_discharge_pct=1. Repeatable.",
        show_default=False,
    ),
]  # fmt: skip
