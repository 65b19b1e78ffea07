"""A row of the patient table as the clock meets it: plain numbers with names."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from sim.patients.episodes import EPISODE, episode_of
from sim.patients.population import Population
from sim.vocabulary import Work


@dataclass(frozen=True, slots=True)
class Person:
    """One episode of one person. Meanings and units are those of `Traits`."""

    number: int
    referral_h: float
    source: int
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
    leaving_ratio: float
    stay_h: float
    turnover_h: float
    wish: int
    destination_h: list[float]
    task_h: dict[Work, list[float]]
    bed_groups: list[int]
    apart: list[int]
    complication_at: list[float]
    first_dose_brings: list[bool]
    complication_rank: list[float]
    hospital_h: float
    facility_at: float
    prone_rank: float
    pressure_rank: list[float]
    outpatient_rank: float
    outpatient_ok: bool
    outpatient_h: float
    outpatient_completes_rank: float
    funder_delay_h: list[float]
    show_rank: float
    retained_h: list[float]
    uses_at: float
    comes_back_rank: float
    comes_back_h: float
    stay_so_far_h: float
    waited_so_far_h: float
    examined: bool
    first_dose_ago_h: float
    last_dose_ago_h: float
    aftercare_planned: bool
    ready: bool

    def takes_h(self, work: Work, repeat: int) -> float:
        """How long the person's `repeat`-th task of this kind takes, whoever does it and whenever."""
        hours = self.task_h[work]
        return hours[repeat % len(hours)]


OWN = ("number", "referral_h", "source", "task_h")
COLUMNS = [field.name for field in fields(Person) if field.name not in OWN]


def people(population: Population) -> Iterator[Person]:
    """Everybody of the patient table as plain Python numbers, in its order."""
    columns = {name: getattr(population.traits, name).tolist() for name in COLUMNS}
    columns |= {name: getattr(population, name).tolist() for name in OWN if name != "task_h"}
    work = {kind: hours.tolist() for kind, hours in population.traits.task_h.items()}
    for row in range(population.size):
        takes = {kind: hours[row] for kind, hours in work.items()}
        yield Person(**{name: column[row] for name, column in columns.items()}, task_h=takes)


def next_episode(population: Population, person: Person, referral_h: float) -> Person:
    """The same person, referred again, with the luck of their next episode."""
    number = person.number + EPISODE
    later = population.episode(episode_of(number))
    row = later.row(number)
    luck: dict[str, Any] = {name: getattr(later.traits, name)[row].tolist() for name in COLUMNS}
    takes = {kind: hours[row].tolist() for kind, hours in later.traits.task_h.items()}
    return replace(person, number=number, referral_h=referral_h, task_h=takes, **luck)
