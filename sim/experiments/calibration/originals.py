"""The calibrated scenario's own files, kept so that the fitted scenario can stand beside what it extends."""

import os
from pathlib import Path

from sim.scenario import LoadedScenario


def originals(loaded: LoadedScenario) -> tuple[str, dict[str, str]]:
    """(the scenario itself, text by path) with every file of the chain, as seen from the folder that holds them all.

    Raises OSError.
    """
    files = [path.resolve() for path in loaded.files]
    root = Path(os.path.commonpath([path.parent for path in files]))
    texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8-sig") for path in files}
    return files[0].relative_to(root).as_posix(), texts
