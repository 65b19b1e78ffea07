"""Levels of the log as step functions."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.experiments.motion.window import ROUNDING_S, SECOND_H
from sim.unit.log import Columns
from sim.vocabulary import Level


class Steps:
    """What each level was at any time; 0 before it was first logged."""

    def __init__(self, levels: Columns):
        self._levels = levels
        self._found: dict[tuple[Level, int], tuple[NDArray[Any], NDArray[Any]]] = {}

    def at(self, time_h: float, level: Level, subject: int = 0) -> float:
        """The level once everything of this moment has happened."""
        times_h, values = self._of(level, subject)
        place = int(np.searchsorted(times_h, time_h + ROUNDING_S * SECOND_H, side="right")) - 1
        return float(values[place]) if place >= 0 else 0.0

    def changes(self, from_h: float, to_h: float, level: Level, subject: int = 0) -> list[tuple[float, float]]:
        """(time_h, level): what holds at `from_h`, then each change before `to_h`."""
        times_h, values = self._of(level, subject)
        inside = (times_h > from_h) & (times_h < to_h)
        later = zip(times_h[inside].tolist(), values[inside].tolist(), strict=True)
        return [(from_h, self.at(from_h, level, subject)), *later]

    def _of(self, level: Level, subject: int) -> tuple[NDArray[Any], NDArray[Any]]:
        if (level, subject) not in self._found:
            rows = (self._levels["level"] == level) & (self._levels["subject"] == subject)
            self._found[level, subject] = self._levels["time_h"][rows], self._levels["value"][rows]
        return self._found[level, subject]
