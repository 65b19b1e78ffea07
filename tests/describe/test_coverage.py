"""Nothing that a scenario says is left out of its words: each value, once changed, changes them."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from sim.scenario.scenario import Scenario
from sim.scenario.values.hours import CLOCK_PATTERN, DURATION_PATTERN
from tests.describe.everything import everything, logic, with_scenario

pytestmark = pytest.mark.unit

Steps = tuple[str | int, ...]
RESOLVED = everything().resolved
ONLY_IN_TABLE = (
    r"schema_version|run\..*",
    r"census\.(in_bed|waiting)\.\d+\.(?!people).*",
    r"staff\.roster\..*\.(from|to)",
)
"""What the table of parameters tells, but not the prose: each row of the census and the hours of each shift."""
WORDS = ("only_for", "not_for", "all_of", "rooms_apart")
A_WORD = "court"


def leaves(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    if isinstance(value, dict | list):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(below, (*steps, step))
    else:
        yield steps


def at(tree: Any, steps: Steps) -> Any:
    for step in steps:
        tree = tree[step]
    return tree


def another(steps: Steps) -> Any:
    """A value of the same kind that is accepted in the same place; None where only the one that is there fits."""
    value = at(RESOLVED, steps)
    if steps[-1] == "label":
        return "Another label"
    if any(name in steps[-2:] for name in WORDS):
        return A_WORD
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, float):
        return value / 2
    if re.fullmatch(DURATION_PATTERN, value):
        return f"{value} 77 min"
    return "13:37" if re.fullmatch(CLOCK_PATTERN, value) else None


def parsed(value: Any) -> Scenario:
    """The scenario of a tree, without checks between sections."""
    return Scenario.model_validate(tupled(value))


def tupled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: tupled(below) for key, below in value.items()}
    return tuple(map(tupled, value)) if isinstance(value, list) else value


def path_of(steps: Steps) -> str:
    return ".".join(map(str, steps))


CHANGED = [
    steps
    for steps in leaves(RESOLVED)
    if another(steps) is not None and not any(re.fullmatch(pattern, path_of(steps)) for pattern in ONLY_IN_TABLE)
]


@pytest.fixture(scope="module")
def before() -> str:
    return logic(everything())


@pytest.mark.parametrize("steps", CHANGED, ids=path_of)
def test_a_changed_value_changes_the_words(steps: Steps, before: str) -> None:
    tree = deepcopy(RESOLVED)
    at(tree, steps[:-1])[steps[-1]] = another(steps)
    assert logic(with_scenario(parsed(tree))) != before
