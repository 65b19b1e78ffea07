"""A folder that appears whole, or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path


@contextmanager
def appearing(out_dir: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """A hidden folder to write to and the folder it becomes when all goes well."""
    out_dir.mkdir(parents=True, exist_ok=True)
    part, folder = _claimed(out_dir, name)
    try:
        yield part, folder
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    keep_names(out_dir)


def _claimed(out_dir: Path, name: str) -> tuple[Path, Path]:
    """Making the hidden folder claims the name, so that two runs of the same second do not meet."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    while True:
        folder = out_dir / next(names)
        part = folder.with_name(f".{folder.name}.part")
        if not folder.exists():
            with suppress(FileExistsError):
                part.mkdir()
                return part, folder


def keep_names(folder: Path) -> None:
    """Bring the names in a folder down to the disk, where the system can."""
    if os.name == "posix":
        names = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(names)
        finally:
            os.close(names)
