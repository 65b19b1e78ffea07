"""A measure is declared once: its name, unit, definition and kind stand beside the function that takes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sim.measures.seen import Seen
from sim.scenario.scenario import Scenario
from sim.vocabulary import Band

Kind = Literal["time-weighted", "per patient", "per task", "count"]
Group = Literal["access", "beds", "care", "outcome", "transition"]
Better = Literal["higher", "lower", ""]
By = Literal["", "role", "destination", "step-down", "band"]


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
    """A measure with the function that takes it, once or for each role, destination or band."""

    measure: Measure
    take: Callable[..., float]
    by: By

    def taken_from(self, scenario: Scenario) -> Iterator[tuple[Measure, Callable[[Seen], float]]]:
        """The measures that this declaration means in a scenario."""
        if not self.by:
            yield self.measure, self.take
            return
        for number, name, label in subjects(scenario, self.by):
            named = replace(self.measure, name=f"{self.measure.name}[{name}]", label=f"{self.measure.label}: {label}")
            yield named, self._of(number)

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
) -> Callable[[Callable[..., float]], Declared]:
    """Declare the function below as a measure of the function's name.

    It takes what is seen and, when split `by` something, the number of the role,
    destination or band.
    """

    def declare(take: Callable[..., float]) -> Declared:
        named = Measure(take.__name__, label, unit, definition, kind, group, better, headline)
        return Declared(named, take, by)

    return declare


def subjects(scenario: Scenario, by: By) -> list[tuple[int, str, str]]:
    """(number, name, label) of each role, destination or band that a measure is split by."""
    if by == "band":
        return [(band, band.name.lower(), band.name.replace("_", " ").lower()) for band in Band]
    if by == "role":
        named = list(scenario.staff.roles.items()) if scenario.staff else []
        return [(number, name, role.label or name) for number, (name, role) in enumerate(named)]
    places = list(scenario.transition.destinations.items()) if scenario.transition else []
    return [
        (number, name, place.label or name)
        for number, (name, place) in enumerate(places)
        if by == "destination" or place.kind == "own step-down"
    ]
