"""`detox-sim new`: a commented scenario file to start from."""

import re
import shlex
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.terminal import say, write
from sim.cli.typed import typed

NAME = re.compile(r"\w[\w .-]*")
"""A name of a file on any system."""

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="Name of the new file, with or without .yaml.", show_default=False)
]
Extends = Annotated[Path, typer.Option(metavar="FILE", help="Scenario to start from, file or name.")]


def new(name: Name, extends: Extends = Path("baseline")) -> None:
    """Write a scenario file to start from.

    It has comments, extends another and is ready to change. It goes into the
    folder `scenarios` when there is one here, and overwrites nothing.

    Example: `detox-sim new my-unit --extends baseline`
    """
    from sim.cli.start_file import start_file
    from sim.scenario.named import load

    if not NAME.fullmatch(Path(name).name):
        raise typer.BadParameter(f"'{name}'; letters, digits, '-' and '_' are accepted.", param_hint="NAME")
    parent = load(extends, None)
    try:
        written = start_file(name, parent)
    except FileExistsError as there:
        raise typer.BadParameter(
            f"{there.filename} is there already; nothing was written.", param_hint="NAME"
        ) from None
    except OSError as problem:
        raise typer.BadParameter(f"{name} cannot be written: {problem.strerror}.", param_hint="NAME") from None
    for path in written:
        write(f"Written: {path}")
    say("Open it, say what you ask and change a number. Then:")
    write(f"  {typed()} {shlex.join(['compare', str(extends), str(written[0])])}")
