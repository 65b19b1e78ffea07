"""A task and what calls for it: one without the other is half a statement."""

import pytest

from tests.scenario.conftest import Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import TAPER, WARD, changed, line_of

pytestmark = pytest.mark.unit


def urgency(task: str) -> str:
    """A response has none of its own."""
    return "" if task == "response" else "priority: 3, "


INDIVIDUAL = "  individual: {days: mon-fri, at: 10:00}\n"
GROUPS = "  groups:\n    coping: {days: mon-fri, at: 14:00, up_to: 16}\n"


@pytest.mark.parametrize(
    ("task", "user"),
    [
        ("screening", "demand.screening"),
        ("counselling", "counselling.individual"),
        ("group", "counselling.groups"),
        ("response", "complications"),
        ("constant_observation", "complications.kinds.precipitated.ends.observation_pct"),
    ],
)
def test_what_calls_for_a_task_needs_it(told: Told, task: str, user: str) -> None:
    row = next(line for line in GROWN.splitlines(keepends=True) if line.startswith(f"  {task}: {{roles"))
    text = changed(GROWN, (row, ""))
    assert told(text) == [f"ward.yaml:{line_of(text, 'tasks:')}: tasks.{task}: is missing; {user} needs it"]


@pytest.mark.parametrize(
    ("task", "old", "new", "why"),
    [
        ("counselling", INDIVIDUAL, "", "counselling.individual is missing"),
        ("group", GROUPS, "", "counselling.groups is missing"),
        ("constant_observation", "{continue_pct: 80, observation_pct: 20}", "{continue_pct: 100}",
         "no complication ends in observation"),
    ],
)  # fmt: skip
def test_a_task_that_nothing_calls_for(told: Told, task: str, old: str, new: str, why: str) -> None:
    text = changed(GROWN, (old, new))
    assert told(text) == [
        f"ward.yaml:{line_of(text, f'  {task}: {{roles')}: tasks.{task}: has no effect, because {why} "
        "(null takes it away)"
    ]


@pytest.mark.parametrize(
    ("task", "why"),
    [
        ("blood_pressure", "no protocol is an alpha-2 agonist"),
        ("injection", "no protocol has an injection"),
        ("response", "complications is missing"),
    ],
)
def test_a_task_of_other_protocols(told: Told, task: str, why: str) -> None:
    row = f"  {task}: {{roles: [nurse], takes: 5 min, {urgency(task)}on_time_within: 1 h}}\n"
    text = changed(TAPER, ("tasks:\n", f"tasks:\n{row}"))
    (sentence,) = told(text)
    assert sentence == (
        f"ward.yaml:{line_of(text, task)}: tasks.{task}: has no effect, because {why} (null takes it away)"
    )


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("counselling", "  individual: {days: mon-fri, at: 10:00}\n"),
        (
            "complications",
            "  reference_score: 8\n  kinds: {fall: {per_1000_patient_days: 1, ends: {continue_pct: 100}}}\n",
        ),
    ],
)
def test_what_happens_in_care_needs_a_protocol_of_care(told: Told, section: str, said: str) -> None:
    task = "response" if section == "complications" else "counselling"
    row = f"  {task}: {{roles: [nurse], takes: 5 min, {urgency(task)}on_time_within: 1 h}}\n"
    text = changed(WARD, ("tasks:\n", f"tasks:\n{row}"), ("protocols:\n", f"{section}:\n{said}protocols:\n"))
    line = line_of(text, f"\n{section}:") + 1
    assert told(text) == [
        f"ward.yaml:{line}: {section}: has no effect, because every protocol is a fixed stay (null takes it away)"
    ]


def test_a_response_has_no_priority_because_it_waits_for_nothing(told: Told) -> None:
    text = changed(GROWN, ("response: {", "response: {priority: 2, "))
    (sentence,) = told(text)
    line = line_of(text, "priority: 2, roles")
    assert sentence.startswith(f"ward.yaml:{line}: tasks.response.priority: is not known here")
