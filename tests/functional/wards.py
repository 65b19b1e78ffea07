"""Small units for exact tests: a scenario in one call, and its log as a story."""

from typing import Any

import numpy as np
import pytest

from sim.patients.population import Population, draw_population
from sim.scenario import Scenario
from sim.scenario.checks.cross_checks import cross_faults
from sim.unit.log import Log
from sim.unit.run import simulate
from sim.vocabulary import Event, Level

Story = list[tuple[float, int, Event]]


def ward(
    *, beds: int | str = 1, stay: Any = "10 h", length: str = "2 weeks", sources: dict[str, Any] | None = None,
    demand: dict[str, Any] | None = None, unit: dict[str, Any] | None = None, **parts: Any,
) -> Scenario:  # fmt: skip
    """A ward of fixed stays, written as in a scenario file and held to the same checks."""
    scenario = Scenario.model_validate(
        {
            "schema_version": 1,
            "name": "ward",
            "run": {"length": length, "warm_up": "0 h", "replications": 1, "seed": 7},
            "demand": {"sources": sources or {"everyone": {"share_pct": 100}}} | (demand or {}),
            "unit": {"beds": beds} | (unit or {}),
            "protocols": {"stay": {"kind": "fixed stay", "stay": stay}},
        }
        | parts
    )
    assert not list(cross_faults({name: getattr(scenario, name) for name in Scenario.model_fields}))
    return scenario


def listed(*times: str, **more: Any) -> dict[str, Any]:
    """One source of people who are referred at these times."""
    return {"everyone": {"listed": times} | more}


def windows(*rows: tuple[str, str, str]) -> tuple[dict[str, str], ...]:
    """Hours of the week from (days, from, to)."""
    return tuple({"days": days, "from": opens, "to": closes} for days, opens, closes in rows)


def run(scenario: Scenario, replication: int = 0) -> tuple[Population, Log]:
    population = draw_population(scenario, replication)
    return population, simulate(scenario, population)


def story(scenario: Scenario, *about: Event) -> Story:
    """(time_h, person, event) of the events asked for, or of all; person 0 is the first who is referred."""
    population, log = run(scenario)
    who = {number: row for row, number in enumerate(population.number.tolist())}
    rows = zip(*(log.events[name].tolist() for name in ("time_h", "patient", "event")), strict=True)
    return [(time_h, who[patient], Event(event)) for time_h, patient, event in rows if not about or event in about]


def exactly(*rows: tuple[float, int, Event]) -> list[Any]:
    """A story to compare with: times to 1e-9 h."""
    return [(pytest.approx(time_h, abs=1e-9, rel=0), person, event) for time_h, person, event in rows]


def times(population: Population, log: Log, event: Event) -> np.ndarray:
    """When it happened to each person of the patient table, h; nan for never."""
    row = {number: position for position, number in enumerate(population.number.tolist())}
    found = np.full(population.size, np.nan)
    events = log.events
    chosen = events["event"] == event
    for number, time_h in zip(events["patient"][chosen].tolist(), events["time_h"][chosen].tolist(), strict=True):
        found[row[number]] = time_h
    return found


def level(log: Log, kind: Level, subject: int = 0) -> list[tuple[float, float]]:
    """(time_h, value) at the end of each instant at which a level changes."""
    levels = log.levels
    rows = (levels["level"] == kind) & (levels["subject"] == subject)
    settled = dict(zip(levels["time_h"][rows].tolist(), levels["value"][rows].tolist(), strict=True))
    changes: list[tuple[float, float]] = []
    for time_h, value in settled.items():
        if not changes or changes[-1][1] != value:
            changes.append((time_h, value))
    return changes
