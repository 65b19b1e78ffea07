"""Estimates in the words of a planner."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from sim.experiments.sensitivity.plain_names import PLAIN_NAMES
from sim.scenario.tree.node import Steps, dotted

LABELLED = (
    ("people", "traits"),
    ("withdrawal", "opioids"),
    ("demand", "sources"),
    ("demand", "priority_classes"),
    ("staff", "roles"),
    ("protocols",),
)
"""Maps whose entries are words that stand elsewhere in a scenario too."""
UNITS = (("*_pct", "%"), ("*.where.*", "%"), ("*_mg", "mg"), ("*.mg_by_day", "mg"))


def plain_name(resolved: Mapping[str, Any], steps: Steps) -> str:
    """`Leaving early: effect of ‘Cocaine as well’`, with its unit where its range has none."""
    path = dotted(steps)
    unit = next((f" ({unit})" for pattern, unit in UNITS if fnmatchcase(path, pattern)), "")
    for pattern, name in PLAIN_NAMES.items():
        around = pattern.split(".")
        if fits(around, steps):
            labels = [_label(resolved, steps[: place + 1]) for place, step in enumerate(around) if step == "*"]
            found = name.format(*labels)
            return f"{found[:1].upper()}{found[1:]}{unit}"
    return f"{', '.join(map(_words, steps))}{unit}"


def fits(pattern: list[str], steps: Steps) -> bool:
    """Whether each step is that of the pattern; how a ratio was published is a step more, and makes no difference."""
    if len(pattern) + 1 == len(steps) and str(steps[-1]) in ("odds_ratio", "leaves_early_pct"):
        steps = steps[:-1]
    return len(pattern) == len(steps) and all(
        wanted in ("*", str(step)) for wanted, step in zip(pattern, steps, strict=True)
    )


def _label(resolved: Mapping[str, Any], steps: Steps) -> str:
    """What the entry at the end of the way calls itself, or what the word there is called where it is explained."""
    word = steps[-1]
    if isinstance(word, int):
        return str(word + 1)
    homes = [steps, *((*home, word) for home in LABELLED)]
    found = (str(entry["label"]) for home in homes if (entry := _at(resolved, home)) and entry.get("label"))
    return next(found, _words(word))


def _at(tree: Any, steps: Steps) -> Mapping[str, Any]:
    """The map at the end of the way; an empty one where there is none."""
    for step in steps:
        if isinstance(tree, Mapping):
            tree = tree.get(step, {})
        elif isinstance(tree, list) and isinstance(step, int):
            tree = tree[step]
        else:
            return {}
    return tree if isinstance(tree, Mapping) else {}


def _words(step: str | int) -> str:
    return str(step).replace("_", " ")
