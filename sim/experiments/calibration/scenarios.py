"""The scenarios that a study names: the calibrated one, and others to which the same values are applied."""

import os
from pathlib import Path

from sim.errors import ScenarioError
from sim.experiments.said import Said
from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.tree.place import Refused
from sim.scenario.values.nearest import suggestion

ENDINGS = (".yaml", ".yml")


def read_scenarios(said: dict[str, Said], study: Path) -> dict[str, LoadedScenario | None]:
    """By name, the calibrated one first; None for one that is not valid. Paths start at the study's folder."""
    calibrated = _load(said["calibrates"], study.parent) if "calibrates" in said else None
    name = calibrated.identity if calibrated else ""
    others = said["also"].entries() if "also" in said else {}
    if name in others:
        others[name].wrong("is what the calibrated scenario is called; another name is accepted")
    return {name: calibrated} | {other: _load(each, study.parent) for other, each in others.items() if other != name}


def _load(said: Said, folder: Path) -> LoadedScenario | None:
    """None, with faults, for a scenario that is not there or not valid."""
    name = said.text()
    if not name:
        return None
    path = Path(os.path.normpath(folder / (name if name.endswith(ENDINGS) else name + ENDINGS[0])))
    if not path.is_file():
        near = sorted(each.stem for each in path.parent.glob("*.yaml")) if path.parent.is_dir() else []
        hint = suggestion(path.stem, near) or "; a scenario file is accepted, its path seen from the study's folder"
        said.wrong(f"is '{name}', and there is no such file{hint}")
        return None
    try:
        return load_scenario(path)
    except Refused as problem:
        said.faults.extend(problem.found)
    except ScenarioError as problem:
        said.wrong(str(problem))
    return None
