"""The scenario that a sweep varies, with what the sweep sets in it for all points."""

import json
from pathlib import Path
from typing import Any

from sim.errors import ScenarioError
from sim.experiments.said import Said
from sim.experiments.scenario_said import likely_file, scenario_file
from sim.experiments.sensitivity.quantities import is_number
from sim.experiments.sensitivity.quantities import plain as digits
from sim.experiments.sweep.base import Base
from sim.scenario import load_scenario
from sim.scenario.tree.node import dotted, plain
from sim.scenario.tree.place import Fault, Refused, short


def read_base(said: dict[str, Said], folder: Path) -> Base | None:
    """The base; None, with faults, for one that is not there or not valid. Paths start at `folder`."""
    settings = said["set"].entries() if "set" in said else {}
    named = said.get("scenario")
    path = scenario_file(named, folder) or likely_file(named, folder) if named else None
    if path is None:
        return None
    changes = {f"{name}={_written(plain(each.node))}": each for name, each in settings.items()}
    try:
        return Base(load_scenario(path, list(changes)))
    except Refused as problem:
        by_place = {f"--set {short(change)}": each for change, each in changes.items()}
        said["scenario"].faults.extend(_placed(fault, by_place) for fault in problem.found)
    except ScenarioError as problem:
        said["scenario"].wrong(str(problem))
    return None


def _written(value: Any) -> str:
    """A value as it can stand behind `--set`: what was in quotes stays text."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(name)}: {_written(each)}' for name, each in value.items())}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return digits(value) if is_number(value) else json.dumps(value, ensure_ascii=False)


def _placed(fault: Fault, by_place: dict[str, Said]) -> Fault:
    """A fault of something that `set` says, in the line that says it."""
    said = by_place.get(fault.place.said_in)
    return Fault(said.node.place, f"set.{dotted(said.steps[1:])}", f"{fault.path} {fault.says}") if said else fault
