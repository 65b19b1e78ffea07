"""One replication, run again to look at single people in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.cli.story.header import ending, who
from sim.cli.story.phrases import Phrases
from sim.cli.story.record import Record
from sim.cli.story.telling import Line, tell
from sim.patients.population import Population, draw_population
from sim.scenario.scenario import Scenario
from sim.unit.log import Log
from sim.unit.run import simulate
from sim.vocabulary import Event


@dataclass(frozen=True)
class Replayed:
    """A replication with its people and its log."""

    scenario: Scenario
    replication: int
    population: Population
    log: Log

    def __contains__(self, number: int) -> bool:
        return number in self.population.number

    @property
    def numbers(self) -> list[int]:
        """Everybody who is referred, in the order of referral."""
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
        """(what, value) pairs that a person brings with them."""
        return list(who(self.scenario, self.population, number))

    def ending(self, number: int) -> str:
        """How a person's story ended."""
        return ending(Record.of(self.log, number), Phrases(self.scenario), self.scenario.run.horizon_h)

    def story(self, number: int) -> Iterator[Line]:
        """Every line of a person's story."""
        return tell(Record.of(self.log, number), Phrases(self.scenario), self.scenario.run.first_weekday)


def replay(scenario: Scenario, replication: int) -> Replayed:
    """Run one replication of a scenario."""
    population = draw_population(scenario, replication)
    return Replayed(scenario, replication, population, simulate(scenario, population))
