"""A child over its parent: maps are merged, everything else is replaced.

A map that changes its `kind`, a spread that changes its family, or a ratio that
is published in another way is replaced as a whole, because what the parent said
would make no sense in it. `null` takes
away what the parent said. Grounds go with the value they were given for: a
number that the child says plainly has lost those of its parent.
"""

from dataclasses import replace

from sim.scenario.tree.node import Node, children
from sim.scenario.values.ratios import FIGURES
from sim.scenario.values.spreads import FAMILY_WORDS


def merge(parent: Node, child: Node) -> Node:
    """The parent's tree with everything the child says."""
    if not isinstance(parent.content, dict) or not isinstance(child.content, dict) or _replaces(parent, child):
        return child
    inherited = _with_own_grounds(parent)
    said = {name: merge(inherited[name], node) if name in inherited else node for name, node in child.content.items()}
    return replace(child, content=inherited | said)


def _replaces(parent: Node, child: Node) -> bool:
    return child.provenance is not None or _changes_kind(parent, child) or _changes_family(parent, child)


def _changes_kind(parent: Node, child: Node) -> bool:
    before, after = dict(children(parent)).get("kind"), dict(children(child)).get("kind")
    return before is not None and after is not None and before.content != after.content


def _changes_family(parent: Node, child: Node) -> bool:
    before, after = _family(parent), _family(child)
    return before is not None and after is not None and before != after


def _family(node: Node) -> str | None:
    """The family of a map that is a spread, even one of which only some words are said, or the figure of a ratio."""
    named = list(children(node))
    if len(named) != 1 or named[0][0] not in (*FAMILY_WORDS, *FIGURES):
        return None
    family, inside = str(named[0][0]), named[0][1]
    if family in FIGURES:
        return family
    words = {name for name, _ in children(inside)} if isinstance(inside.content, dict) else set()
    return family if words <= FAMILY_WORDS[family] else None


def _with_own_grounds(parent: Node) -> dict[str, Node]:
    """What the parent says, each with the grounds given for all of it together."""
    return {
        str(name): node if node.provenance else replace(node, provenance=parent.provenance)
        for name, node in children(parent)
    }
