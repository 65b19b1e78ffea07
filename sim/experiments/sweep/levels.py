"""Named levels of an axis: partial scenarios, written in the sweep file or as scenario files of their own."""

from dataclasses import replace
from functools import reduce
from pathlib import Path

from sim.errors import ScenarioError
from sim.experiments.calibration.applied import NOWHERE
from sim.experiments.said import Said
from sim.experiments.scenario_said import scenario_file
from sim.experiments.sweep.base import Base
from sim.scenario.reading.ancestry import ancestry
from sim.scenario.reading.load import NOT_INHERITED
from sim.scenario.reading.merge import merge
from sim.scenario.reading.provenance import without_grounds
from sim.scenario.tree.node import Node, plain
from sim.scenario.tree.place import Refused, shown

OF_A_FILE = (*NOT_INHERITED, "schema_version")
"""What a scenario file says of itself; it is no change to the unit."""


def read_level(said: Said, base: Base, folder: Path) -> Node:
    """What the level changes; an empty tree, with faults, for one that cannot be read."""
    if isinstance(said.node.content, str):
        return _of_file(said, base, folder)
    if isinstance(said.node.content, dict):
        for name in said.node.content.keys() & {*OF_A_FILE, "extends"}:
            said.entries()[name].wrong("is not accepted in a level, which says only what it changes")
        return without_grounds(said.node, said.faults, said.steps)
    said.wrong(f"is {shown(plain(said.node))}; a map of what the level changes, or a scenario file, is accepted")
    return Node({}, NOWHERE)


def _of_file(said: Said, base: Base, folder: Path) -> Node:
    """All that the file and those it extends say, down to the first that the base extends or is."""
    path = scenario_file(said, folder)
    if path is None:
        return Node({}, NOWHERE)
    try:
        generations = ancestry(path)
    except Refused as problem:
        said.faults.extend(problem.found)
        return Node({}, NOWHERE)
    except ScenarioError as problem:
        said.wrong(str(problem))
        return Node({}, NOWHERE)
    shared = {file.resolve() for file in base.loaded.files}
    places = [place for place, each in enumerate(generations) if each.path.resolve() in shared]
    if not places:
        extended = base.loaded.path.name
        said.wrong(f"is {shown(said.node.content)}, which does not extend {extended}; one that does is accepted")
        return Node({}, NOWHERE)
    trees = [without_grounds(each.tree, said.faults) for each in generations[: places[0]]]
    return reduce(merge, map(_without_words, reversed(trees)), Node({}, NOWHERE))


def _without_words(tree: Node) -> Node:
    content = tree.content if isinstance(tree.content, dict) else {}
    return replace(tree, content={name: node for name, node in content.items() if name not in OF_A_FILE})
