"""Scenario files that a file of a sweep, search or study names."""

import os
from collections.abc import Iterable
from pathlib import Path

from sim.experiments.said import Said
from sim.scenario.finding import SHIPPED, scenario_names, shipped
from sim.scenario.values.nearest import nearest, suggestion

ENDINGS = (".yaml", ".yml")


def scenario_file(said: Said, folder: Path) -> Path | None:
    """A file, its path seen from `folder`, or a shipped scenario; None, with a fault, when there is none."""
    name = said.text()
    if not name:
        return None
    near = _near(name, folder)
    path = near if near.is_file() else shipped(name)
    if path is None:
        hint = suggestion(near.stem, _known(near)) or "; a file near this one, or a shipped scenario, is accepted"
        said.wrong(f"is '{name}', and there is no such file and no shipped scenario of that name{hint}")
    return path


def likely_file(said: Said, folder: Path) -> Path | None:
    """What may be meant by a name that no file has, so that all else can be held against it."""
    name = said.node.content
    if not isinstance(name, str) or not name.strip():
        return None
    near = _near(name, folder)
    meant = nearest(near.stem, _known(near))
    paths = [place / f"{meant}.yaml" for place in (near.parent, *SHIPPED)] if meant else []
    return next((path for path in paths if path.is_file()), None)


def _near(name: str, folder: Path) -> Path:
    return Path(os.path.normpath(folder / (name if name.endswith(ENDINGS) else name + ENDINGS[0])))


def _known(near: Path) -> Iterable[str]:
    return dict.fromkeys(scenario_names((near.parent, *SHIPPED)))
