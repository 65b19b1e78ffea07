"""The course of withdrawal that a person brings with them."""

from collections.abc import Callable

import numpy as np

from sim.patients.arrivals import Group
from sim.patients.character import Character
from sim.patients.streams import Purpose
from sim.patients.who import Floats
from sim.rules.course import WORST
from sim.scenario.scenario import Scenario
from sim.scenario.values.distributions import Distribution
from sim.scenario.withdrawal import Opioid

BY_OPIOID: dict[str, tuple[Purpose, Callable[[Opioid], Distribution]]] = {
    "onset_h": (Purpose.ONSET, lambda opioid: opioid.onset),
    "rise_h": (Purpose.RISE, lambda opioid: opioid.rise),
    "decline_h": (Purpose.DECLINE, lambda opioid: opioid.decline),
    "peak_score": (Purpose.PEAK_SCORE, lambda opioid: opioid.peak_score),
}


def draw_course(scenario: Scenario, group: Group, character: Character) -> dict[str, Floats]:
    """Columns `hours_since_use` and those of `BY_OPIOID`; nan without a course of withdrawal."""
    people = group.comes.size
    if scenario.withdrawal is None:
        return {name: np.full(people, np.nan) for name in ("hours_since_use", *BY_OPIOID)}
    opioids = list(scenario.withdrawal.opioids.values())
    columns = {"hours_since_use": scenario.withdrawal.hours_since_use.quantile(group.ranks(Purpose.HOURS_SINCE_USE))}
    for name, (purpose, spread) in BY_OPIOID.items():
        ranks = group.ranks(purpose)
        values = np.stack([spread(each).quantile(ranks) for each in opioids])
        columns[name] = values[character.opioid, np.arange(people)]
    return columns | _with_traits(scenario, character, columns)


def _with_traits(scenario: Scenario, character: Character, columns: dict[str, Floats]) -> dict[str, Floats]:
    """Traits raise or lower the peak and draw out the decline."""
    traits = scenario.people.traits.values()
    peak = np.prod(np.where(character.has, [trait.peak_ratio for trait in traits], 1.0), axis=1)
    decline = np.prod(np.where(character.has, [trait.decline_ratio for trait in traits], 1.0), axis=1)
    return {
        "peak_score": np.minimum(columns["peak_score"] * peak, WORST),
        "decline_h": columns["decline_h"] * decline,
    }
