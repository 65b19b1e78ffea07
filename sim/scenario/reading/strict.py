"""Numbers that do not say where they come from, for `check --strict`.

The rule: every number and every length of time has a source or an assumption,
its own or that of a map or list around it. Left out are the experiment itself
(`run`, `schema_version`), tonight's census, which is known, and, in a scenario
that extends another, what a planner decides: beds, rooms, places, headcounts,
sessions and the factor of demand are the question, not an estimate.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from sim.scenario.reading.load import LoadedScenario
from sim.scenario.tree.node import Steps, dotted
from sim.scenario.values.hours import DURATION_PATTERN

SETTINGS = ("run", "schema_version", "census")
DECISIONS = (
    "unit.beds",
    "unit.bed_groups.*.beds",
    "unit.bed_groups.*.room_beds",
    "demand.factor",
    "staff.roster.*",
    "staff.roles.*.handover",
    "staff.roles.*.meal_break.*",
    "counselling.*",
    "transition.destinations.*.beds",
    "transition.destinations.*.slots_per_day",
    "transition.destinations.*.telehealth.*",
)
WORDS = ("name", "label", "question", "rationale")


def unsourced(loaded: LoadedScenario) -> list[str]:
    """Dotted paths of the numbers without a source or an assumption, in the order of the scenario."""
    open_to_question = DECISIONS if len(loaded.files) > 1 else ()
    return [
        dotted(steps)
        for steps in _numbers(loaded.resolved, ())
        if steps[0] not in SETTINGS
        and not any(fnmatchcase(dotted(steps), pattern) for pattern in open_to_question)
        and not any(dotted(steps[:length]) in loaded.provenance for length in range(1, len(steps) + 1))
    ]


def _numbers(value: Any, steps: Steps) -> Iterator[Steps]:
    if isinstance(value, dict | list):
        for step, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _numbers(child, (*steps, step))
    elif _is_number(value) or (isinstance(value, str) and _is_duration(value, steps)):
        yield steps


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_duration(text: str, steps: Steps) -> bool:
    return steps[-1] not in WORDS and re.fullmatch(DURATION_PATTERN, text) is not None
