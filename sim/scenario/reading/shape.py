"""Which names the types know at a place of a scenario."""

from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from sim.scenario.part import Part
from sim.scenario.scenario import Scenario
from sim.scenario.staff import RosterRow
from sim.scenario.tree.node import Node, Steps, children, follow


def names_at(root: Node, steps: Steps) -> list[str] | None:
    """Names that may be said below `steps`; None where no map with known names is expected.

    Below a map of named entries (sources, protocols, roster rows ...) these are
    the entries that the tree holds.
    """
    choices = _choices(root, steps)
    if len(choices) > 1:
        choices = [part for part in choices if kind_of(part) == _said_kind(root, steps)]
    if not choices:
        return None
    if get_origin(choices[0]) is dict:
        return _said(root, steps)
    if choices[0] is RosterRow:
        return [*(name for name in _fields(RosterRow) if name != "staff"), *_said(root, ("staff", "roles"))]
    return list(_fields(choices[0])) if _is_part(choices[0]) else None


def kinds_at(root: Node, steps: Steps) -> list[str]:
    """The kinds of which the types accept one at `steps`; empty where there are none."""
    choices = _choices(root, steps)
    return [kind_of(part) for part in choices if len(choices) > 1 and kind_of(part)]


def kind_of(part: Any) -> str:
    """What a part is called by its `kind`; empty for one that has none."""
    field = part.model_fields.get("kind") if _is_part(part) else None
    return str(get_args(field.annotation)[0]) if field else ""


def _choices(root: Node, steps: Steps) -> list[Any]:
    """The types that a value at `steps` may have, without `None`."""
    choices: list[Any] = [Scenario]
    for number, step in enumerate(steps):
        if len(choices) > 1:
            choices = [part for part in choices if kind_of(part) == _said_kind(root, steps[:number])]
        choices = [below for choice in choices[:1] for below in _unwrapped(_below(choice, step))]
    return choices


def _below(expected: Any, step: str | int) -> Any:
    if get_origin(expected) in (dict, tuple):
        return get_args(expected)[1 if get_origin(expected) is dict else 0]
    field = _fields(expected).get(str(step)) if _is_part(expected) else None
    return field.annotation if field else None


def _unwrapped(expected: Any) -> list[Any]:
    while get_origin(expected) is Annotated:
        expected = get_args(expected)[0]
    if get_origin(expected) in (Union, UnionType):
        return [choice for member in get_args(expected) for choice in _unwrapped(member)]
    return [] if expected in (None, NoneType) else [expected]


def _said(root: Node, steps: Steps) -> list[str]:
    node, taken = follow(root, steps)
    return [str(name) for name, child in children(node) if child.content is not None] if taken == len(steps) else []


def _said_kind(root: Node, steps: Steps) -> object:
    node, taken = follow(root, (*steps, "kind"))
    return node.content if taken == len(steps) + 1 else None


def _fields(part: type[Part]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in part.model_fields.items()}


def _is_part(expected: Any) -> bool:
    return isinstance(expected, type) and issubclass(expected, Part)
