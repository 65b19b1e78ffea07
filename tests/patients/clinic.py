"""A clinic of many people with everything that people may bring, and ways to look at its patient table."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.patients.population import Population, draw_population
from sim.scenario.scenario import Scenario
from tests.engine.bench import CHECK_EVERY, CLINIC, OPIOID, TAPER, WARD, task

Bools = NDArray[np.bool_]

SOURCES = {"self": {"share_pct": 70}, "court": {"share_pct": 30}}
OPIOIDS = {
    "heroin": OPIOID | {"share_pct": 60},
    "fentanyl": OPIOID | {"share_pct": 40, "onset": {"lognormal": {"mean": "12 h", "sd": "4 h"}}, "peak_score": 30.0},
}
TRAITS = {
    "female": {"share_pct": 40},
    "pregnant": {"share_pct": 0, "where": {"female": 10}},
    "injects": {"share_pct": 20, "where": {"heroin": 60, "court": 90}},
    "older": {"ages": {"from": 50}},
}
PEOPLE = {"age_years": {"uniform": {"low": 20, "high": 70}}, "traits": TRAITS}
WITHDRAWAL = CLINIC["withdrawal"] | {
    "opioids": OPIOIDS, "hours_since_use": {"uniform": {"low": "6 h", "high": "30 h"}}, "check_every": CHECK_EVERY,
}  # fmt: skip
DEMAND = {"per_day": 10.0, "sources": SOURCES, "patience": {"exponential": {"mean": "5 days"}}}
STAY = {"kind": "fixed stay", "stay": {"exponential": {"mean": "4 days"}}}
HOME = {"kind": "none", "wish_pct": 100}
RICH = {
    "complications": {
        "reference_score": 10,
        "kinds": {"seizure": {"per_1000_patient_days": 2, "ends": {"transfer_pct": 100}}},
        "hospital": {"stay": {"exponential": {"mean": "1 day"}}, "bed_held_for": "1 day"},
    },
    "transition": {
        "destinations": {
            "house": {"kind": "own step-down", "wish_pct": 40, "beds": 4, "stay": {"exponential": {"mean": "10 days"}}},
            "home": HOME | {"wish_pct": 60},
        }
    },
    "afterwards": {
        "return_to_use": {"per_day": 0.1, "decays_over": "14 days"},
        "comes_back": {"share_pct": 50, "after": {"exponential": {"mean": "20 days"}}},
    },
}
"""Further parts, so that every column has luck in it."""


def clinic(length: str = "52 weeks", demand: dict[str, Any] | None = None, **parts: Any) -> Scenario:
    """About 3,640 people a year, with parts of the scenario replaced or added."""
    base = CLINIC | {"run": WARD["run"] | {"length": length}, "people": PEOPLE, "withdrawal": WITHDRAWAL}
    return Scenario.model_validate(base | {"demand": DEMAND | (demand or {})} | parts)


def drawn(replication: int = 0, **parts: Any) -> Population:
    return draw_population(clinic(**parts), replication)


def has(population: Population, trait: str) -> Bools:
    """Of whom a trait is true."""
    return population.traits.has[:, list(population.scenario.people.traits).index(trait)]


def uses(population: Population, opioid: str) -> Bools:
    assert population.scenario.withdrawal
    return population.opioid == list(population.scenario.withdrawal.opioids).index(opioid)


def comes_from(population: Population, source: str) -> Bools:
    return population.source == list(population.scenario.demand.sources).index(source)


def is_share(found: Bools, share: float) -> bool:
    """Whether a binomial share is within 4 standard errors (false alarm 1 in 16,000) of what is stated."""
    assert found.size > 100
    return abs(float(np.mean(found)) - share) <= 4 * (share * (1 - share) / found.size) ** 0.5


__all__ = [
    "CLINIC", "DEMAND", "HOME", "OPIOID", "OPIOIDS", "PEOPLE", "RICH", "SOURCES", "STAY", "TAPER", "TRAITS",
    "clinic", "comes_from", "drawn", "has", "is_share", "task", "uses",
]  # fmt: skip
