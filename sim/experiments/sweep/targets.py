"""Targets of a sweep, in the words of a search: which points keep what was promised is for its report to say."""

from dataclasses import dataclass
from math import nan

from sim.experiments.measure_said import UNKNOWN, read_amount, read_measure
from sim.experiments.said import Said
from sim.experiments.sweep.base import Base


@dataclass(frozen=True)
class Target:
    """The mean of a measure that a unit should reach, or stay below."""

    measure: str
    at_least: bool
    value: float


def read_targets(said: Said, base: Base | None) -> tuple[Target, ...]:
    """At least one, each measure with one lower and one upper target at most; what is wrong is added to the faults."""
    items = said.items()
    if not items and isinstance(said.node.content, tuple):
        said.wrong("is an empty list; at least one target is accepted")
    found: list[Target] = []
    for item in items:
        target = _target(item, base)
        if any((each.measure, each.at_least) == (target.measure, target.at_least) for each in found if each.measure):
            item.wrong(f"is a second target of this kind for {target.measure}; one is accepted")
        found.append(target)
    return tuple(found)


def _target(item: Said, base: Base | None) -> Target:
    said = item.fields(("measure",), ("at_least", "at_most"))
    measure = read_measure(said["measure"], base.loaded if base else None) if "measure" in said else UNKNOWN
    if ("at_least" in said) == ("at_most" in said):
        if isinstance(item.node.content, dict):
            item.wrong("one of 'at_least' and 'at_most' is accepted in a target")
        return Target(measure.name, True, nan)
    word = "at_least" if "at_least" in said else "at_most"
    return Target(measure.name, word == "at_least", read_amount(said[word], measure))
