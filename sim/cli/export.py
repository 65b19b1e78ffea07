"""`detox-sim export`: the event log for animation tools and for process mining."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Changes, Seed
from sim.cli.terminal import say, write


class Format(StrEnum):
    """What reads the file."""

    VIDIGI = "vidigi"
    XES = "xes"
    CSV = "csv"


ENDINGS = {Format.VIDIGI: "-vidigi.csv", Format.XES: ".xes", Format.CSV: "-events.csv"}

What = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="Scenario file or name; or a results folder of a run with --events.", show_default=False
    ),
]
As = Annotated[
    Format,
    typer.Option(
        "--format",
        help="vidigi: for animation; xes, csv: for process mining, as XES or as a table.",
        show_default=False,
    ),
]
Replication = Annotated[int, typer.Option(metavar="R", min=0, help="Which replication, counted from 0.")]
From = Annotated[
    str,
    typer.Option("--from", metavar="WHEN", help="In the measured time: 'week 30 mon 00:00', '200 h' or '12 days'."),
]
Days = Annotated[int | None, typer.Option(metavar="N", min=1, help="How many days; default: to the end of the run.")]
Which = Annotated[str | None, typer.Option(metavar="NAME", help="Which scenario of results that have several.")]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; default: a name by scenario and format.")]


def export(
    file: What,
    form: As,
    replication: Replication = 0,
    starts: From = "week 1",
    days: Days = None,
    scenario: Which = None,
    changes: Changes = None,
    seed: Seed = None,
    out: Out = None,
) -> None:
    """Write the event log of one replication for other programs.

    Example: `detox-sim export baseline --format xes`
    """
    from sim.cli.animate_window import window
    from sim.cli.export_file import exported, write_whole
    from sim.cli.export_source import of_results, of_scenario
    from sim.scenario.named import load

    if file.is_dir():
        name, records = of_results(file, scenario, replication, changes, seed)
    elif scenario is not None:
        raise typer.BadParameter("goes with a results folder.", param_hint="--scenario")
    else:
        name, records = of_scenario(load(file, changes, seed=seed), replication)
    shown = window(records.run, starts, days)
    path = out or Path(f"{name}-{replication}{ENDINGS[form]}")
    text = exported(records, shown, form.value, f"{records.resolved['name']}, replication {replication}")
    write_whole(text.lines, path)
    say(text.said)
    write(f"Export: {path}")
