"""The pictures of a report in a folder of their own beside it."""

from collections.abc import Iterable
from pathlib import Path

from reports.images.drawing import draw
from reports.images.picture import picture
from reports.sections import sections
from reports.study import Study
from sim.errors import ResultsError
from sim.experiments.results_reader import SavedResults

KINDS = ("png", "svg", "pdf")
FOLDER = "images"


def write_images(saved: SavedResults, kind: str) -> list[Path]:
    """Write every figure of the report as `images/NAME.kind` beside the results, and return the paths in its order.

    `kind` is one of KINDS. Pictures of this kind from before are replaced once all are drawn. Raises ResultsError when
    there is no browser, when it fails, or when the folder cannot be written to.
    """
    shown = sections(Study(saved))
    pictures = draw([picture(section) for section in shown], kind)
    names = [f"{place:02d}-{section.slug}.{kind}" for place, section in enumerate(shown, start=1)]
    return _put(saved.folder / FOLDER, kind, zip(names, pictures, strict=True))


def _put(folder: Path, kind: str, named: Iterable[tuple[str, bytes]]) -> list[Path]:
    try:
        folder.mkdir(exist_ok=True)
        for old in folder.glob(f"*.{kind}"):
            old.unlink()
        paths = []
        for name, content in named:
            (folder / name).write_bytes(content)
            paths.append(folder / name)
    except OSError as fault:
        raise ResultsError(f"{folder}: the pictures cannot be written here ({fault.strerror})") from fault
    return paths
