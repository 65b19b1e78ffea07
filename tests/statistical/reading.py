"""What a theory speaks of, read from one log with a few lines of numpy.

Independent of `sim.measures` on purpose: two readings of one log that agree say more than one.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.patients.population import Population
from sim.scenario import Scenario
from sim.unit.log import Log
from sim.vocabulary import Event, Level

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Window = tuple[float, float]


class Reading:
    """One replication; arrays of people have one entry per referral, in the order of the patient table."""

    def __init__(self, scenario: Scenario, population: Population, log: Log):
        self.start_h, self.end_h = scenario.run.warm_up_h, scenario.run.horizon_h
        self.population, self.log = population, log
        self._by_number = np.argsort(population.number)

    def times(self, *events: Event) -> Floats:
        """When the first of the events happened to each person, h; nan for never."""
        rows = self.log.events
        chosen = np.isin(rows["event"], events)
        order = self._by_number
        people = order[np.searchsorted(self.population.number[order], rows["patient"][chosen])]
        found = np.full(self.population.size, np.nan)
        found[people[::-1]] = rows["time_h"][chosen][::-1]
        return found

    def referred(self, not_after_h: float = np.inf) -> Mask:
        """People who are referred inside the measured time."""
        referral_h = self.population.referral_h
        return (referral_h >= self.start_h) & (referral_h < min(self.end_h, not_after_h))

    def share(self, of: Mask, who: Mask) -> float:
        return float(who[of].mean())

    def mean_present(
        self, enter_h: Floats, leave_h: Floats, who: Mask | None = None, windows: Sequence[Window] = ()
    ) -> float:
        """Time-weighted mean number of people between entering and leaving, over the windows."""
        some = slice(None) if who is None else who
        windows = windows or [(self.start_h, self.end_h)]
        edges = np.array(windows)
        inside = np.diff(_passed(enter_h[some], edges) - _passed(leave_h[some], edges), axis=1)
        return float(inside.sum() / np.diff(edges, axis=1).sum())

    def census(self, enter_h: Floats, leave_h: Floats, at_h: Floats) -> NDArray[np.int64]:
        """People who have entered and not left at each time."""
        return np.searchsorted(np.sort(enter_h), at_h) - np.searchsorted(np.sort(leave_h), at_h)

    def level(self, level: Level, subject: int = 0) -> tuple[Floats, Floats]:
        """Values that a level takes inside the measured time, and the hours it keeps each."""
        rows = self.log.levels
        chosen = (rows["level"] == level) & (rows["subject"] == subject)
        edges = np.clip(np.append(rows["time_h"][chosen], self.end_h), self.start_h, self.end_h)
        return rows["value"][chosen], np.diff(edges)

    def mean_level(self, level: Level, subject: int = 0) -> float:
        values, hours = self.level(level, subject)
        return float(np.average(values, weights=hours))


def _passed(times_h: Floats, until_h: Floats) -> Floats:
    """Hours passed since each of the times, summed, at each of `until_h`; nan is never."""
    ordered = np.sort(times_h[~np.isnan(times_h)])
    count = np.searchsorted(ordered, until_h)
    passed: Floats = count * until_h - np.append(0.0, np.cumsum(ordered))[count]
    return passed
