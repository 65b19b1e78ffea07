"""Blood pressure before a dose: a low reading withholds it."""

from collections.abc import Callable

from sim.scenario.protocols import BloodPressure
from sim.unit.care.bedside import Bedside
from sim.unit.work.task import Task
from sim.vocabulary import Work


class Pressure:
    """The readings of one person, each with luck of its own; only some people's pressure falls at all."""

    def __init__(self, bedside: Bedside, rule: BloodPressure):
        self._bedside = bedside
        self._ranks = bedside.person.pressure_rank
        self._low_share = rule.low_pct / 100 if bedside.person.prone_rank < rule.prone_pct / 100 else 0.0
        self._readings = 0

    def take(self, high_enough: Callable[[], None], too_low: Callable[[], None]) -> Task:
        """Ask for a reading, and act on what it says."""

        def taken() -> None:
            (too_low if self._is_low() else high_enough)()

        return self._bedside.ask(Work.BLOOD_PRESSURE, taken)

    def _is_low(self) -> bool:
        rank = self._ranks[self._readings % len(self._ranks)]
        self._readings += 1
        return rank < self._low_share
