"""The patient table: one row per referral, in the order of their times."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.patients.arrivals import groups
from sim.patients.traits import Traits, draw_traits
from sim.scenario.scenario import Scenario

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Population:
    """All referrals of one replication; every array has one row per referral.

    Rows are sorted by time of referral, then by number.
    """

    number: Ints
    """The person's number: the same person has it in every scenario."""
    source: Ints
    referral_h: Floats
    traits: Traits

    @property
    def size(self) -> int:
        return self.number.size

    @property
    def protocol(self) -> Ints:
        return self.traits.protocol

    @property
    def opioid(self) -> Ints:
        return self.traits.opioid

    def row(self, number: int) -> int:
        """Row of a person. Raises KeyError when nobody of that number is referred."""
        rows = np.flatnonzero(self.number == number)
        if not rows.size:
            raise KeyError(number)
        return int(rows[0])


def draw_population(scenario: Scenario, replication: int) -> Population:
    """Everybody referred before the horizon, with all their luck.

    Depends on the scenario, its seed and the replication only.
    """
    drawn = [(group, draw_traits(scenario, group)) for group in groups(scenario, replication)]
    number = np.concatenate([group.number for group, _ in drawn])
    referral_h = np.concatenate([group.referral_h for group, _ in drawn])
    source = np.concatenate([np.full(group.number.size, group.source) for group, _ in drawn])
    order = np.lexsort((number, referral_h))
    traits = _joined([traits for _, traits in drawn], order)
    return Population(number[order], source[order], referral_h[order], traits)


def _joined(parts: list[Traits], order: Ints) -> Traits:
    def column(name: str) -> Any:
        return np.concatenate([getattr(part, name) for part in parts])[order]

    work = parts[0].task_h
    task_h = {kind: np.concatenate([part.task_h[kind] for part in parts])[order] for kind in work}
    plain = {field.name: column(field.name) for field in fields(Traits) if field.name != "task_h"}
    return Traits(**plain, task_h=task_h)
