"""`detox-sim describe`: the model in words."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Changes, File
from sim.cli.terminal import write


def describe(
    file: File,
    changes: Changes = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it to a file instead.")] = None,
) -> None:
    """Say in words what would run.

    A Markdown document under the headings of the STRESS-DES reporting guideline.

    Example: `detox-sim describe baseline --out baseline.md`
    """
    from sim.describe.document import describe as in_words
    from sim.scenario.named import load

    text = in_words(load(file, changes))
    if out is None:
        write(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise typer.BadParameter(f"{out} cannot be written: {problem.strerror}.", param_hint="--out") from None
    write(f"Written: {out}")
