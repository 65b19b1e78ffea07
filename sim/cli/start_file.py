"""Writing a new scenario file where the scenario it extends can be found."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from sim.scenario import LoadedScenario
from sim.scenario.editors.schema import schema_text
from sim.scenario.editors.template import template
from sim.scenario.reading.ancestry import FOLDER

SCHEMA = "scenario.schema.json"
"""Where a new file tells an editor to look."""


def start_file(name: str, parent: LoadedScenario) -> list[Path]:
    """Write a file that extends `parent`; returns the files written, the new one first.

    A scenario extends its neighbours only, so a parent from elsewhere is copied beside the new file, with what
    it extends in turn and the schema for editors. Raises OSError; FileExistsError, with
    nothing written, when a file is there already.
    """
    target = _target(name)
    beside = target.resolve().parent
    inside = parent.path.resolve().is_relative_to(_folder_tree(beside))
    extends = os.path.relpath(parent.path.resolve(), beside) if inside else parent.path.name
    title = target.stem.replace("-", " ").replace("_", " ").capitalize()
    texts = {target: template(title, Path(extends).with_suffix("").as_posix(), parent.scenario)}
    texts |= {} if inside else dict(_copies(parent, target.parent))
    for path in texts:
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    for path, text in texts.items():
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return list(texts)


def _target(name: str) -> Path:
    """In the folder `scenarios` when there is one here, unless another is named."""
    given = Path(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
    return Path(FOLDER) / given if len(given.parts) == 1 and Path(FOLDER).is_dir() else given


def _folder_tree(folder: Path) -> Path:
    return next((around for around in (folder, *folder.parents) if around.name == FOLDER), folder)


def _copies(parent: LoadedScenario, folder: Path) -> Iterator[tuple[Path, str]]:
    """What the new file needs beside it; a file that is there with the same words is left alone."""
    needed = {path.name: path.read_text(encoding="utf-8") for path in parent.files}
    needed[SCHEMA] = schema_text()
    for name, text in needed.items():
        copy = folder / name
        if not (copy.is_file() and copy.read_text(encoding="utf-8") == text):
            yield copy, text
