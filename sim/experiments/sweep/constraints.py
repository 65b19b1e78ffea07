"""`only_if`: which points of a sweep make sense at all."""

from collections.abc import Mapping, Sequence

from sim.experiments.said import Said
from sim.experiments.sweep.axes import Value
from sim.experiments.sweep.expressions import Condition, Kind, condition

MOST = 50


def read_conditions(said: Said, kinds: Mapping[str, Kind]) -> tuple[Condition, ...]:
    """A condition, or a list of them; what is wrong is added to the faults. `kinds` is by the name of an axis."""
    items = said.items() if isinstance(said.node.content, tuple) else [said]
    if not 0 < len(items) <= MOST:
        said.wrong(f"has {len(items)} conditions; from 1 to {MOST} are accepted")
    found = (_read(item, kinds) for item in items)
    return tuple(each for each in found if each)


def broken(values: Mapping[str, Value], conditions: Sequence[Condition]) -> str:
    """The first condition that a point does not meet; empty when it meets all. One that divides by 0 is not met."""
    return next((each.text for each in conditions if not _holds(each, values)), "")


def _read(said: Said, kinds: Mapping[str, Kind]) -> Condition | None:
    text = said.text()
    try:
        return condition(text, kinds) if text else None
    except ValueError as problem:
        said.wrong(f"is '{text[:80]}', which {problem}")
        return None


def _holds(each: Condition, values: Mapping[str, Value]) -> bool:
    try:
        return each.holds(values)
    except ZeroDivisionError:
        return False
