"""One replication, run again to look at single people in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isnan

import numpy as np

from sim.cli.story.adding_up import added_up
from sim.cli.story.ending import ending
from sim.cli.story.header import episodes, who
from sim.cli.story.names import Names
from sim.cli.story.record import Record
from sim.cli.story.telling import Again, Line, tell
from sim.cli.story.wish import Wish
from sim.patients.episodes import EPISODE, person_of
from sim.patients.population import Population, draw_population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log
from sim.unit.run import simulate
from sim.unit.watch import Watch
from sim.vocabulary import Event


@dataclass(frozen=True)
class Replayed:
    """A replication with its people, later episodes included, its log, and a closer look at one of them."""

    scenario: Scenario
    replication: int
    population: Population
    log: Log
    watch: Watch | None = None

    def __contains__(self, number: int) -> bool:
        return number in self.population.number

    @cached_property
    def numbers(self) -> list[int]:
        """Everybody who is referred, in the order of referral; a person who comes back has a number each time."""
        return [int(number) for number in self.population.number]

    def nearest(self, number: int, most: int = 2) -> list[int]:
        """The numbers that are closest to one that nobody has."""
        return sorted(sorted(self.numbers, key=lambda known: abs(known - number))[:most])

    def first_admitted(self) -> int | None:
        """The first person whose stay starts in the measured window."""
        events = self.log.events
        admitted = (events["event"] == Event.ADMITTED) & (events["time_h"] >= self.scenario.run.warm_up_h)
        numbers = events["patient"][admitted]
        return int(numbers[0]) if numbers.size else None

    def who(self, number: int) -> list[tuple[str, str]]:
        """(what, value) pairs: who a person is, which of their episodes this is, and how it ended."""
        theirs = sorted(other for other in self.numbers if person_of(other) == person_of(number))
        facts = [*episodes(number, theirs), *who(self.scenario, self.population, number)]
        return [*facts, ("Ended", self.ending(number))]

    def record(self, number: int) -> Record:
        """What is logged of one episode of a person. Raises KeyError when nobody has that number."""
        rank = self.population.traits.complication_rank[self.population.row(number)]
        return Record.of(self.log, number, rank.tolist())

    def wish(self, number: int) -> Wish | None:
        """How the wish to leave added up in the person who was watched; None without a stay in withdrawal care."""
        if self.watch is None or self.watch.number != number or not self.watch.looks:
            return None
        record, traits, row = self.record(number), self.population.traits, self.population.row(number)
        dose = record.first(Event.DOSED)
        before_h = -float(traits.first_dose_ago_h[row])
        first_dose_h = (dose.time_h if dose else None) if isnan(before_h) else before_h
        adding = added_up(self.watch.looks, record, float(traits.leaves_at[row]), self.scenario.run.horizon_h)
        return Wish(record, adding, first_dose_h)

    def ending(self, number: int) -> str:
        """How a person's story ended."""
        return ending(Record.of(self.log, number), Names(self.scenario), self.scenario.run.horizon_h)

    def story(self, number: int) -> Iterator[Line]:
        """Every line of a person's story."""
        return tell(self.scenario, self.record(number), self._again(number))

    def _again(self, number: int) -> Again | None:
        later = number + EPISODE
        if later not in self:
            return None
        return Again(later, float(self.population.referral_h[self.population.row(later)]))


def replay(scenario: Scenario, replication: int, watched: int | None = None) -> Replayed:
    """Run one replication of a scenario, with a closer look at one person."""
    population = draw_population(scenario, replication)
    watch = None if watched is None else Watch(watched)
    log = simulate(scenario, population, watch)
    events = log.events
    again = (events["event"] == Event.REFERRED) & (events["patient"] >= EPISODE)
    if np.any(again):
        population = population.with_returns(events["patient"][again], events["time_h"][again])
    return Replayed(scenario, replication, population, log, watch)
