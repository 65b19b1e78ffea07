"""Logs written by hand, and what is measured in them."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from sim.measures.replication import measure_replication
from sim.patients.population import draw_population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log
from sim.vocabulary import Event, Level
from tests.engine.bench import CLINIC

Story = tuple[tuple[float, Event] | tuple[float, Event, float], ...]
"""What happens to one person, in order: time, event and what the log says beside it."""
A, B, C, D, E, F, G = (1000 * (place + 1) for place in range(7))
"""Numbers of the people of the only source, in the order of their referrals."""


def clinic(people: int, /, days: int = 7, warm_up_h: int = 0, **parts: Any) -> Scenario:
    """The clinic of the bench with so many people, measured for so many days after its warm-up."""
    tree = CLINIC | {
        "run": CLINIC["run"] | {"length": f"{days} days", "warm_up": f"{warm_up_h} h"},
        "demand": {"sources": {"listed": {"listed": tuple(f"{hour} h" for hour in range(people))}}},
    }
    return Scenario.model_validate(tree | parts)


def log_of(stories: dict[int, Story], levels: dict[tuple[Level, int], list[tuple[float, float]]] | None = None) -> Log:
    """A log with these stories by number, and these levels by level and subject; every level starts at 0."""
    log = Log()
    for level in Level:
        for subject in (0, 1):
            log.level(0, level, 0, subject)
    for (level, subject), rows in (levels or {}).items():
        for time_h, value in rows:
            log.level(time_h, level, value, subject)
    for number, story in stories.items():
        for time_h, event, *said in story:
            log.event(time_h, number, event, *said)
    return log


def tables(scenario: Scenario, log: Log) -> dict[str, pd.DataFrame]:
    return measure_replication(scenario, draw_population(scenario, 0), log)


def values(scenario: Scenario, log: Log) -> Callable[[str], float]:
    """The value of each measure by its name; KeyError for one that the scenario does not have."""
    runs = tables(scenario, log)["runs"]
    return dict(zip(runs["measure"], runs["value"], strict=True)).__getitem__
