"""What `report` writes: of a run or a comparison also the workbook, and pictures for those who want them."""

from collections.abc import Iterator
from pathlib import Path

import typer

from sim.errors import ResultsError

KINDS = ("png", "svg", "pdf")


def known(kind: str | None) -> str | None:
    """The kind of picture asked for, if it is one; else a usage error, before anything is written."""
    if kind is None or kind.lower() in KINDS:
        return kind and kind.lower()
    raise typer.BadParameter(f"{kind!r} is not a kind of picture; png, svg and pdf are.", param_hint="--images")


def written(folder: Path, images: str | None) -> Iterator[str]:
    """Write all that there is to write of the study in a folder; a line for each.

    Raises ResultsError with one sentence, also when pictures are asked for of another study than a run or comparison.
    """
    from sim.experiments.manifest import FILE_NAME

    if (folder / FILE_NAME).exists():
        yield from _of_a_run(folder, images)
    elif images and folder.is_dir():
        raise ResultsError(f"{folder}: pictures are made of what run and compare have written, and this is neither")
    else:
        from sim.cli.report_pages import write_page

        yield f"Report:   {write_page(folder)}"


def _of_a_run(folder: Path, images: str | None) -> Iterator[str]:
    from reports import write_report
    from reports.images import write_images
    from reports.workbook import write_workbook
    from sim.experiments.results_reader import read_results

    saved = read_results(folder)
    yield f"Report:   {write_report(saved)}"
    yield f"Workbook: {write_workbook(saved)}"
    if images:
        made = write_images(saved, images)
        yield f"Images:   {made[0].parent} ({len(made)} figures)"
