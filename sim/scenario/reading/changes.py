"""`--set path=value`: one more child, said on the command line."""

from sim.scenario.reading.faults import unknown_name
from sim.scenario.reading.merge import merge
from sim.scenario.reading.provenance import without_grounds
from sim.scenario.reading.shape import names_at
from sim.scenario.tree.node import Node, Steps, dotted
from sim.scenario.tree.place import Fault, Place, Refused, short
from sim.scenario.tree.yaml_tree import read_tree


def with_change(root: Node, change: str, faults: list[Fault]) -> Node:
    """The tree with one value changed; what is wrong with the change is added to `faults`.

    A change reaches what the types know and what the tree holds: it cannot add
    a source or a roster row, and it replaces a list as a whole.
    """
    path, equals, text = change.partition("=")
    steps: Steps = tuple(path.strip().split("."))
    place = Place(f"--set {short(change)}", 0)
    if not equals:
        faults.append(Fault(place, "", "a change is written path=value, for example unit.beds=26"))
        return root
    unknown = _unknown(root, steps, place)
    if unknown:
        faults.append(unknown)
        return root
    try:
        node = read_tree(text, place.said_in, numbered=False)
    except Refused as problem:
        faults.extend(Fault(place, dotted(steps), fault.says) for fault in problem.found)
        return root
    return merge(root, _below(steps, without_grounds(node, faults, steps), place))


def _unknown(root: Node, steps: Steps, place: Place) -> Fault | None:
    for number, step in enumerate(steps):
        known = names_at(root, steps[:number])
        if known is not None and step not in known:
            return unknown_name(root, steps[: number + 1], place)
    return None


def _below(steps: Steps, node: Node, place: Place) -> Node:
    for step in reversed(steps):
        node = Node({str(step): node}, place)
    return node
