"""`detox-sim report`: write the report again from saved results, with its workbook and, when asked, pictures."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.terminal import write

Results = Annotated[Path, typer.Argument(metavar="RESULTS", help="A results folder.", show_default=False)]
Images = Annotated[
    str | None,
    typer.Option(metavar="KIND", help="Every figure as a picture too: png, svg or pdf.", show_default=False),
]


def report(results: Results, images: Images = None) -> None:
    """Write the report of a results folder again.

    Of a run, a comparison, a sweep, a search, or a study of sensitivity or uncertainty. Beside that of a run or a
    comparison goes a workbook, and with --images its figures for slides and print; they need Chrome or Chromium.

    Example: `detox-sim report results/baseline-20270104-101500`
    """
    from sim.cli.report_extras import known, written

    for line in written(results, known(images)):
        write(line)
