"""A row of the patient table as the clock meets it: plain numbers with names."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from sim.patients.population import Population
from sim.patients.traits import Traits
from sim.vocabulary import Work


@dataclass(frozen=True, slots=True)
class Person:
    """One referral. Meanings and units are those of `Traits`."""

    number: int
    referral_h: float
    priority: int
    protocol: int
    opioid: int
    screening_rank: float
    patience_h: float
    no_show_rank: float
    travel_h: float
    hours_since_use: float
    onset_h: float
    rise_h: float
    decline_h: float
    peak_score: float
    leaves_at: float
    source_ratio: float
    stay_h: float
    turnover_h: float
    wish: int
    destination_h: list[float]
    task_h: dict[Work, list[float]]

    def takes_h(self, work: Work, repeat: int) -> float:
        """How long the person's `repeat`-th task of this kind takes, whoever does it and whenever."""
        hours = self.task_h[work]
        return hours[repeat % len(hours)]


def people(population: Population) -> Iterator[Person]:
    """Everybody of the patient table as plain Python numbers, in its order."""
    plain = [field.name for field in fields(Traits) if field.name != "task_h"]
    columns = {name: getattr(population.traits, name).tolist() for name in plain}
    columns |= {"number": population.number.tolist(), "referral_h": population.referral_h.tolist()}
    work = {kind: hours.tolist() for kind, hours in population.traits.task_h.items()}
    for row in range(population.size):
        takes = {kind: hours[row] for kind, hours in work.items()}
        yield Person(**{name: column[row] for name, column in columns.items()}, task_h=takes)
