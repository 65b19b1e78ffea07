"""`detox-sim COMMAND`: the commands by name, and how each of them ends."""

import sys
from collections.abc import Sequence
from inspect import getdoc
from io import TextIOWrapper
from typing import Annotated

import typer

from sim.cli.animate import animate
from sim.cli.calibrate import calibrate
from sim.cli.check import check
from sim.cli.compare import compare
from sim.cli.describe import describe
from sim.cli.endings import INTERRUPTED, READER_GONE, interrupted, refused, unexpected
from sim.cli.export import export
from sim.cli.find import find
from sim.cli.gallery import gallery
from sim.cli.measures import measures
from sim.cli.more import more
from sim.cli.new import new
from sim.cli.options import FLAG
from sim.cli.report import report
from sim.cli.run import run
from sim.cli.schema import schema
from sim.cli.sensitivity import sensitivity
from sim.cli.sweep import sweep
from sim.cli.terminal import write
from sim.cli.trace import trace
from sim.cli.typed import as_typed, typed
from sim.cli.uncertainty import uncertainty
from sim.cli.warm_up import warm_up
from sim.errors import DetoxSimError
from sim.version import PROGRAM, VERSION

EXAMPLES = """\
**First steps**

`detox-sim compare baseline two-more-beds` — what would two more beds do?

`detox-sim new my-unit --extends baseline` — a scenario file of your own

`detox-sim COMMAND --help` — one command, with an example
"""

app = typer.Typer(
    help="Plan the beds and staff of an opioid detox unit: put a question in a file, run it, read the report.",
    epilog=as_typed(EXAMPLES),
    rich_markup_mode="markdown",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    check, run, compare, more, warm_up, find, sensitivity, uncertainty, calibrate, sweep, report, trace, animate,
    gallery, export, describe, measures, schema, new,
):  # fmt: skip
    app.command(help=as_typed(getdoc(command)))(command)


def _version(asked: bool) -> None:
    if asked:
        write(f"{PROGRAM} {VERSION}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, metavar=FLAG, help="Print the version.")
]


@app.callback()
def _before_any_command(
    version: Version = False,
) -> None:
    """Takes `--version`, the one option without a command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see `sim.errors`); no fault is shown as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Old Windows code pages have no dash; a question mark is better than a crash.
            stream.reconfigure(errors="replace")
    try:
        return _run(arguments)
    except DetoxSimError as fault:
        return refused(fault)
    except KeyboardInterrupt:
        return interrupted()
    except BrokenPipeError:
        return READER_GONE
    except Exception as problem:
        return unexpected(problem)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        app(args=arguments, prog_name=typed())
    except SystemExit as ending:
        if ending.code == INTERRUPTED:
            return interrupted()
        sys.stdout.flush()
        return ending.code if isinstance(ending.code, int) else 0
    return 0
