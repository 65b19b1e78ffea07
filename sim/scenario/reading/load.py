"""From a path on the command line to a scenario, or to every fault at once."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sim.scenario.checks.cross_checks import cross_faults
from sim.scenario.reading.ancestry import Generation, ancestry
from sim.scenario.reading.changes import with_change
from sim.scenario.reading.faults import faults_of, unknown_in_roster
from sim.scenario.reading.identity import identity
from sim.scenario.reading.merge import merge
from sim.scenario.reading.provenance import without_grounds
from sim.scenario.scenario import Scenario
from sim.scenario.tree.node import Node, Provenance, dotted, grounds, place_of, plain
from sim.scenario.tree.place import Fault, Refused

NOT_INHERITED = ("name", "question", "rationale")
"""A scenario speaks for itself, whatever it extends."""


@dataclass(frozen=True)
class LoadedScenario:
    """A valid scenario with where its numbers come from."""

    scenario: Scenario
    path: Path
    identity: str
    provenance: dict[str, Provenance]
    """By dotted path. What is said for a map or a list holds for everything in it that says nothing itself."""
    resolved: dict[str, Any]
    """The merged file as it is written, units and all, fit for JSON; without provenance and defaults."""
    files: tuple[Path, ...]
    """The file and those it extends, itself first."""


def load_scenario(path: str | Path, changes: Sequence[str] = ()) -> LoadedScenario:
    """Read, merge and check a scenario file. `changes` are written `unit.beds=26`.

    Raises ScenarioError with a sentence for every fault, and reads nothing but
    the file and those it extends.
    """
    path = Path(path)
    generations = ancestry(path)
    faults: list[Fault] = []
    root = _merged(generations, faults)
    for change in changes:
        root = with_change(root, change, faults)
    return LoadedScenario(
        scenario=_parsed(root, faults),
        path=path,
        identity=identity(path.stem, changes),
        provenance=dict(grounds(root)),
        resolved=_json(plain(root)),
        files=tuple(generation.path for generation in generations),
    )


def _merged(generations: list[Generation], faults: list[Fault]) -> Node:
    trees = [without_grounds(generation.tree, faults) for generation in generations]
    return reduce(merge, [_to_inherit(tree) for tree in reversed(trees[1:])] + trees[:1])


def _to_inherit(tree: Node) -> Node:
    content = tree.content if isinstance(tree.content, dict) else {}
    return replace(tree, content={name: node for name, node in content.items() if name not in NOT_INHERITED})


def _parsed(root: Node, faults: list[Fault]) -> Scenario:
    """The scenario. Raises Refused with `faults` and everything the types and the cross-checks find."""
    tree = plain(root)
    found: list[Fault] = []
    try:
        scenario = Scenario.model_validate(tree, by_alias=True, by_name=False)
        sections = {name: getattr(scenario, name) for name in Scenario.model_fields}
    except ValidationError as error:
        found.extend(faults_of(error, root))
        sections = _valid_sections(tree)
        found.extend([] if "staff" in sections else unknown_in_roster(root))
    found.extend(Fault(place_of(root, steps), dotted(steps), says) for steps, says in cross_faults(sections))
    told = {fault.path for fault in faults}
    faults = faults + [fault for fault in found if fault.path not in told]
    if faults:
        raise Refused(faults)
    return scenario


def _valid_sections(tree: dict[str, Any]) -> dict[str, Any]:
    """The sections of a scenario that are valid by themselves."""
    sections: dict[str, Any] = {}
    for name, field in Scenario.model_fields.items():
        if name not in tree:
            sections |= {} if field.is_required() else {name: field.default}
            continue
        section: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
        with suppress(ValidationError):
            sections[name] = section.validate_python(tree[name], by_alias=True, by_name=False)
    return sections


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _json(child) for name, child in value.items()}
    return [_json(child) for child in value] if isinstance(value, tuple) else value
