"""`extends`: from a scenario file up to the complete one at its root.

A parent is found relative to the file that names it, and only inside the
scenario's own folder tree: that of the nearest folder called `scenarios` around
the file on the command line, or else that file's own folder. Links are resolved
before anything is compared, so none leads out. A plain name that no neighbour has
may be that of a shipped scenario, which has a folder tree of its own.
"""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from sim.scenario.finding import SHIPPED, scenario_names, shipped
from sim.scenario.reading.file_kinds import SCENARIO, refuse_another
from sim.scenario.tree.node import Node, plain
from sim.scenario.tree.place import Fault, Refused, read_from, shown
from sim.scenario.tree.text_file import read_text
from sim.scenario.tree.yaml_tree import read_tree
from sim.scenario.values.nearest import suggestion

MOST_GENERATIONS = 10
FOLDER = "scenarios"
SUFFIXES = (".yaml", ".yml")
NO_NEIGHBOUR = re.compile(r"^[/~]|[\\:\x00-\x1f]")
"""Absolute paths, home folders, drives, addresses, backslashes, control characters."""


@dataclass(frozen=True)
class Generation:
    """One file of the chain, its tree without `extends`."""

    path: Path
    tree: Node


def ancestry(path: Path) -> list[Generation]:
    """The file and those it extends, itself first. Raises Refused."""
    tree, extends = _read(path)
    found, seen = [Generation(path, tree)], [path.resolve()]
    root = folder_tree(seen[0])
    while extends is not None:
        target = _parent(extends, seen[-1].parent, root)
        if not target.resolve().is_relative_to(root):
            root = folder_tree(target.resolve())
        _refuse_circle(target.resolve(), seen, extends)
        path = _near(target)
        tree, extends = _read(path)
        found.append(Generation(path, tree))
        seen.append(target.resolve())
    return found


def _read(path: Path) -> tuple[Node, Node | None]:
    text = read_text(path)
    refuse_another(text, path, SCENARIO)
    tree = read_tree(text, read_from(path).said_in)
    if not isinstance(tree.content, dict):
        raise Refused([Fault(tree.place, "", f"holds {shown(plain(tree))}; a map of names to values is accepted")])
    content = dict(tree.content)
    extends = content.pop("extends", None)
    return replace(tree, content=content), extends


def folder_tree(real: Path) -> Path:
    """The folder in which the parents of a file are looked for; `real` is its path without links."""
    return next((folder for folder in real.parents if folder.name == FOLDER), real.parent)


def _parent(extends: Node, folder: Path, root: Path) -> Path:
    name = extends.content
    if not isinstance(name, str) or not name or NO_NEIGHBOUR.search(name):
        raise _refused(
            extends,
            f"is {shown(plain(extends))}; the name of a scenario file near this one is accepted, such as baseline",
        )
    target = Path(os.path.normpath(folder / (name if name.endswith(SUFFIXES) else name + SUFFIXES[0])))
    try:
        inside, there = target.resolve().is_relative_to(root), target.is_file()
    except (OSError, RuntimeError):
        raise _refused(extends, f"is {shown(plain(extends))}, which cannot be opened") from None
    if not inside:
        raise _refused(extends, f"is {shown(plain(extends))}, which lies outside the folder '{root.name}'")
    found = target if there else shipped(name)
    if found is None:
        hint = suggestion(Path(name).name, dict.fromkeys(scenario_names((target.parent, *SHIPPED))))
        says = f"is {shown(plain(extends))}, and there is no such file here and no shipped scenario of that name{hint}"
        raise _refused(extends, says)
    return found


def _near(target: Path) -> Path:
    """The path as it looks from the working folder, when it lies below it."""
    here = Path.cwd()
    return target.relative_to(here) if target.is_relative_to(here) else target


def _refuse_circle(real: Path, seen: list[Path], extends: Node) -> None:
    if real in seen:
        circle = " -> ".join(path.name for path in [*seen[seen.index(real) :], real])
        raise _refused(extends, f"goes round in a circle: {circle}")
    if len(seen) >= MOST_GENERATIONS:
        raise _refused(extends, f"goes back more than {MOST_GENERATIONS} files")


def _refused(extends: Node, says: str) -> Refused:
    return Refused([Fault(extends.place, "extends", says)])
