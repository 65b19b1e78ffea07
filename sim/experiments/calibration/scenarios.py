"""The scenarios that a study names: the calibrated one, and others to which the same values are applied."""

from pathlib import Path

from sim.errors import ScenarioError
from sim.experiments.said import Said
from sim.experiments.scenario_said import scenario_file
from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.tree.place import Refused


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
    path = scenario_file(said, folder)
    if path is None:
        return None
    try:
        return load_scenario(path)
    except Refused as problem:
        said.faults.extend(problem.found)
    except ScenarioError as problem:
        said.wrong(str(problem))
    return None
