"""What the types object to, as sentences with a place."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import takewhile
from typing import Any

from pydantic import ValidationError

from sim.scenario.reading.shape import kinds_at, names_at
from sim.scenario.tree.node import Node, Steps, children, dotted, follow, place_of, plain
from sim.scenario.tree.place import Fault, Place, shown
from sim.scenario.values.hours import say_hours
from sim.scenario.values.nearest import nearest, suggestion
from sim.scenario.values.number_slips import plainly
from sim.scenario.values.spreads import WrongSpread

ACCEPTED = {
    "int_type": "a whole number in plain digits is accepted",
    "float_type": "a number in plain digits, without quotes, is accepted",
    "string_type": "text is accepted, in quotes when it looks like a number",
    "string_too_short": "text of at least {min_length} character is accepted",
    "string_too_long": "text of at most {max_length} characters is accepted",
    "tuple_type": "a list is accepted, for example [a, b]",
    "dict_type": "a map of names to values is accepted",
    "model_type": "a map of names to values is accepted",
    "model_attributes_type": "a map of names to values is accepted",
    "greater_than": "a value above {gt} is accepted",
    "greater_than_equal": "a value of at least {ge} is accepted",
    "less_than": "a value below {lt} is accepted",
    "less_than_equal": "a value of at most {le} is accepted",
    "bool_type": "true or false is accepted",
    "too_short": "at least {min_length} entry is accepted",
    "too_long": "at most {max_length} entries are accepted",
}
"""By pydantic's type of error."""

LIMITS = ("gt", "ge", "lt", "le")
MISSING = "is missing; it is needed here"


def faults_of(error: ValidationError, root: Node) -> list[Fault]:
    """A sentence for each thing the types refuse; `root` is the merged tree with its places.

    A slip in a name is told once, not again as the lack of the right one.
    """
    found = list(_all_faults(error, root))
    hints = " ".join(fault.says for fault in found)
    return [fault for fault in found if not (fault.says.startswith(MISSING) and f"did you mean {fault.path}?" in hints)]


def _all_faults(error: ValidationError, root: Node) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        steps = _steps(root, detail["loc"])
        known = names_at(root, steps[:-1])
        if steps and known is not None and steps[-1] not in known and detail["type"] != "string_pattern_mismatch":
            yield unknown_name(root, steps, place_of(root, steps))
        else:
            yield from _refused(root, steps, detail["type"], detail.get("ctx", {}))


def unknown_in_roster(root: Node) -> Iterator[Fault]:
    """Names in roster rows that are neither a field nor a role; for a roster that the types refuse."""
    roster, taken = follow(root, ("staff", "roster"))
    rows = dict(children(roster)) if taken == 2 else {}
    for row, node in rows.items():
        known = names_at(root, ("staff", "roster", row)) or []
        for name, child in children(node):
            if isinstance(node.content, dict) and name not in known:
                yield unknown_name(root, ("staff", "roster", row, name), child.place)


def unknown_name(root: Node, steps: Steps, place: Place) -> Fault:
    """The last step is no name that the types or the tree know there."""
    above, name = steps[:-1], str(steps[-1])
    known = names_at(root, above) or []
    hint = suggestion(name, known, dotted(above) + "." if above else "")
    elsewhere = () if nearest(name, known) else sorted(_paths_to(name, root, root, ()), key=partial(_distance, above))
    if elsewhere:
        hint = f"; did you mean {elsewhere[0]}?"
    return Fault(place, dotted(steps), f"is not known here{hint}")


def _distance(above: Steps, path: str) -> tuple[int, int, str]:
    """What is said in the same part comes first, and then what is nearest to the root."""
    steps = path.split(".")
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(map(str, above), steps, strict=False)))
    return -shared, len(steps), path


def _paths_to(name: str, root: Node, node: Node, steps: Steps) -> Iterator[str]:
    """Where the tree says this name and the types know it."""
    for step, child in children(node):
        if step == name and name in (names_at(root, steps) or ()):
            yield dotted((*steps, step))
        yield from _paths_to(name, root, child, (*steps, step))


def _refused(root: Node, steps: Steps, kind: str, context: Mapping[str, Any]) -> Iterator[Fault]:
    place, path = place_of(root, steps), dotted(steps)
    match kind:
        case "missing":
            yield Fault(place, path, f"{MISSING}{_inherited_name(root, steps[:-1])}")
        case "value_error":
            yield from _refused_by_us(root, steps, context["error"])
        case "string_pattern_mismatch":
            yield Fault(place, path, "is not accepted as a name; letters, digits, '_' and '-' are, a letter first")
        case "literal_error":
            yield _choice(root, steps, re.findall(r"'([^']*)'", context["expected"]))
        case "union_tag_invalid" | "union_tag_not_found":
            yield _choice(root, (*steps, "kind"), kinds_at(root, steps))
        case _:
            yield Fault(place, path, f"is {_seen(root, steps)}; {_accepted(kind, context, root, steps)}")


def _inherited_name(root: Node, steps: Steps) -> str:
    """A hint for an entry that lacks something: that its name may be a slip for one which another file says."""
    above, said_in = steps[:-1], place_of(root, steps).said_in
    others = [str(name) for name, node in children(follow(root, above)[0]) if node.place.said_in != said_in]
    best = nearest(str(steps[-1]), others) if steps and names_at(root, above) is not None else None
    return f"; or is {dotted((*above, best))} meant?" if best else ""


def _refused_by_us(root: Node, steps: Steps, error: ValueError) -> Iterator[Fault]:
    within = error.within if isinstance(error, WrongSpread) else [((), str(error))]
    for below, says in within:
        way = (*steps, *below)
        seen = "" if says.startswith("is ") else f"is {_seen(root, way)}; "
        yield Fault(place_of(root, way), dotted(way), f"{seen}{says}")


def _choice(root: Node, steps: Steps, choices: list[str]) -> Fault:
    seen = plain(follow(root, steps)[0]) if follow(root, steps)[1] == len(steps) else None
    listed = f"{', '.join(choices[:-1])} or {choices[-1]}"
    best = nearest(seen, choices) if isinstance(seen, str) else None
    hint = f"; did you mean {best}?" if best else ""
    says = f"is {shown(seen)}; {listed} is accepted{hint}" if seen is not None else f"is missing; {listed} is accepted"
    return Fault(place_of(root, steps), dotted(steps), says)


def _seen(root: Node, steps: Steps) -> str:
    return shown(plain(follow(root, steps)[0]))


def _accepted(kind: str, context: Mapping[str, Any], root: Node, steps: Steps) -> str:
    """What would be accepted; the limit of a length of time is said in its unit."""
    written = follow(root, steps)[0].content
    is_time = isinstance(written, str)
    limits = {name: say_hours(limit) if is_time else f"{limit:g}" for name, limit in context.items() if name in LIMITS}
    slip = plainly(written) if kind in ("int_type", "float_type") else ""
    return ACCEPTED.get(kind, "something else is accepted").format_map({**context, **limits}) + slip


def _steps(root: Node, loc: tuple[str | int, ...]) -> Steps:
    """Pydantic's way to a value without the steps that a scenario does not show.

    Those are the kind of a union, the `staff` of a roster row, and `[key]`.
    """
    taken: list[str | int] = []
    node = root
    for number, step in enumerate(loc):
        here = dict(children(node))
        if step in here:
            node = here[step]
            taken.append(step)
        elif number == len(loc) - 1 and step != "[key]" and step not in kinds_at(root, tuple(taken)):
            taken.append(step)
    return tuple(taken)
