"""The calibrated scenario's own files, kept so that the fitted scenario can stand beside what it extends."""

import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from sim.scenario import LoadedScenario
from sim.scenario.reading.ancestry import folder_tree


def originals(loaded: LoadedScenario) -> tuple[str, dict[str, str]]:
    """(the scenario itself, text by path) with every file of the chain, as seen from the folder that holds them all.

    A shipped scenario that is extended from elsewhere stands beside the file that extends it. Raises OSError.
    """
    files = [path.resolve() for path in loaded.files]
    places = _places(files)
    root = Path(os.path.commonpath([place.parent for place in places]))
    texts = {
        place.relative_to(root).as_posix(): path.read_text(encoding="utf-8-sig")
        for place, path in zip(places, files, strict=True)
    }
    return places[0].relative_to(root).as_posix(), texts


def _places(files: Sequence[Path]) -> list[Path]:
    """Where each file would have to be so that the one before finds it."""
    places = [files[0]]
    for child, parent in pairwise(files):
        near = os.path.relpath(parent, child.parent) if parent.is_relative_to(folder_tree(child)) else parent.name
        places.append(Path(os.path.normpath(places[-1].parent / near)))
    return places
