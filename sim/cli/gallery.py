"""`detox-sim gallery`: every figure function on one page, with the code that draws it."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.terminal import write

Page = Annotated[Path, typer.Option("--out", metavar="FILE.html", help="The page.")]


def gallery(out: Page = Path("gallery.html")) -> None:
    """Show every figure that Python can draw from saved results, with the lines that draw it.

    The page is drawn from small results that ship with the program.

    Example: `detox-sim gallery --out gallery.html`
    """
    if out.suffix.lower() != ".html":
        raise typer.BadParameter(f"{out}: a name that ends in .html is accepted.", param_hint="--out")
    from reports.gallery import write_page

    write_page(out)
    write(f"Gallery: {out}")
