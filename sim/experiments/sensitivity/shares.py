"""Shares of a whole: when one moves, the others of its group make room in proportion."""

from collections.abc import Iterable
from typing import Any

from sim.experiments.sensitivity.quantities import is_number
from sim.scenario.tree.node import Steps

ENDING = "_pct"
ROUNDING_PCT = 1.0
"""Published shares are rounded; those of a whole may miss 100 by this much where the scenario allows it."""


class NoRoom(Exception):
    """A share that cannot move, because the others of its group cannot make up for it."""


def value_at(tree: Any, steps: Steps) -> Any:
    """What stands at the end of the way, which is there."""
    for step in steps:
        tree = tree[step]
    return tree


def others_of(tree: Any, steps: Steps) -> list[Steps]:
    """The other shares that make up 100 with the one at `steps`; empty when it is no such share.

    They are those of the same name in the entries beside its own, as with sources, or the percentages beside it, as
    with the ends of a complication.
    """
    name = steps[-1]
    if len(steps) < 2 or not str(name).endswith(ENDING):
        return []
    beside = [(*steps[:-2], entry, name) for entry in _entries(value_at(tree, steps[:-2]))]
    within = [(*steps[:-1], other) for other in value_at(tree, steps[:-1]) if str(other).endswith(ENDING)]
    for group in (beside, within):
        shares = {each: share for each in group if is_number(share := _said(tree, each))}
        if len(shares) > 1 and abs(sum(shares.values()) - 100) <= ROUNDING_PCT:
            return [each for each in shares if each != steps]
    return []


def whole_pct(tree: Any, steps: Steps, others: list[Steps]) -> float:
    """What the shares of a group add up to."""
    return float(sum(value_at(tree, each) for each in (steps, *others)))


def made_room(tree: Any, steps: Steps, others: list[Steps], target_pct: float) -> dict[Steps, float]:
    """New shares of the others when the one at `steps` becomes `target_pct`. Raises NoRoom when all others are 0."""
    whole = whole_pct(tree, steps, others)
    room = whole - value_at(tree, steps)
    if room <= 0:
        raise NoRoom("is the whole; the other shares are 0 and cannot be scaled up")
    return {other: value_at(tree, other) * (whole - target_pct) / room for other in others}


def _entries(around: Any) -> Iterable[str | int]:
    """Names, or positions in a list."""
    return around if isinstance(around, dict) else range(len(around))


def _said(tree: Any, steps: Steps) -> Any:
    """None where the entry does not say it."""
    around = value_at(tree, steps[:-1])
    return around.get(steps[-1]) if isinstance(around, dict) else None
