"""A measure is declared once: its name, unit, definition and kind stand beside the function that takes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sim.measures.needs import Need, is_met
from sim.measures.seen import Seen
from sim.measures.subjects import By, subjects
from sim.scenario.scenario import Scenario

Kind = Literal[
    "time-weighted", "per patient", "per patient-day", "per task", "per session", "per break", "count", "money"
]
Group = Literal["access", "beds", "care", "outcome", "transition", "after", "money"]
Better = Literal["higher", "lower", ""]

OF_PEOPLE = ("per patient", "per patient-day", "per task")
"""Kinds that can be taken of some people alone."""
CURRENCY = "currency"
"""In a unit; stands for that of the scenario."""


@dataclass(frozen=True)
class Measure:
    """What a number means. `better` says which way is good for people, empty where neither is."""

    name: str
    label: str
    unit: str
    definition: str
    kind: Kind
    group: Group
    better: Better = ""
    headline: bool = False


@dataclass(frozen=True)
class Declared:
    """A measure with the function that takes it, once or for each role, destination, band ..."""

    measure: Measure
    take: Callable[..., float]
    by: By
    needs: Need

    @property
    def of_people(self) -> bool:
        """Whether it can be split by groups of people."""
        return not self.by and self.measure.kind in OF_PEOPLE

    def taken_from(self, scenario: Scenario) -> Iterator[tuple[Measure, Callable[[Seen], float]]]:
        """The measures that this declaration means in a scenario; none in one that has not what it needs."""
        if not is_met(self.needs, scenario):
            return
        currency = scenario.money.currency if scenario.money else CURRENCY
        measure = replace(self.measure, unit=self.measure.unit.replace(CURRENCY, currency))
        if not self.by:
            yield measure, self.take
            return
        for number, name, label in subjects(scenario, self.by):
            yield replace(measure, name=f"{measure.name}[{name}]", label=f"{measure.label}: {label}"), self._of(number)

    def _of(self, number: int) -> Callable[[Seen], float]:
        return lambda seen: self.take(seen, number)


def measure(
    label: str,
    unit: str,
    definition: str,
    *,
    kind: Kind,
    group: Group,
    better: Better = "",
    headline: bool = False,
    by: By = "",
    needs: Need = "",
) -> Callable[[Callable[..., float]], Declared]:
    """Declare the function below as a measure of the function's name.

    It takes what is seen and, when taken `by` something, the number of the role,
    destination, band ... A scenario without what it `needs` does not have it.
    """

    def declare(take: Callable[..., float]) -> Declared:
        named = Measure(take.__name__, label, unit, definition, kind, group, better, headline)
        return Declared(named, take, by, needs)

    return declare
