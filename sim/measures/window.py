"""The measured window, and levels of the log seen through it.

Warm-up is where the window starts. Nothing is reset: what straddles an edge of
the window is clipped to it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.scenario.run import Run
from sim.unit.log import Columns

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

YEAR_H = 365 * 24.0


@dataclass(frozen=True)
class Window:
    """Measured time, hours since the start of the run; `end_h` is the horizon."""

    start_h: float
    end_h: float

    @classmethod
    def of(cls, run: Run) -> "Window":
        return cls(run.warm_up_h, run.horizon_h)

    @property
    def length_h(self) -> float:
        return self.end_h - self.start_h

    def per_year(self, amount: float) -> float:
        """An amount seen in the window, as so much in 365 days."""
        return amount * YEAR_H / self.length_h

    def holds(self, time_h: Floats) -> Bools:
        """Which times fall into the window; shape of `time_h`, nan never does."""
        return (time_h >= self.start_h) & (time_h < self.end_h)


@dataclass(frozen=True)
class Steps:
    """One level over time: `value[i]` holds from `time_h[i]` to the next time, the last one to the horizon."""

    time_h: Floats
    value: Floats
    window: Window

    @classmethod
    def of(cls, levels: Columns, level: int, subject: int, window: Window) -> "Steps":
        rows = (levels["level"] == level) & (levels["subject"] == subject)
        return cls(levels["time_h"][rows], levels["value"][rows], window)

    @property
    def hours(self) -> Floats:
        """How long each value holds inside the window."""
        clipped = np.clip(self.time_h, self.window.start_h, self.window.end_h)
        return np.diff(clipped, append=self.window.end_h)

    def area(self) -> float:
        """Integral over the window; infinite when the level is. Law, Simulation Modeling and Analysis, 1.4."""
        held = self.hours > 0
        return float(np.sum(self.value[held] * self.hours[held]))

    def mean(self) -> float:
        return self.area() / self.window.length_h

    def share(self, holds: Bools) -> float:
        """Share of the window in which the value is one of those marked; `holds` has the shape of `value`."""
        return float(np.sum(self.hours[holds])) / self.window.length_h

    def quantile(self, share: float) -> float:
        """The value that is not exceeded for `share` of the window."""
        order = np.argsort(self.value, kind="stable")
        held = np.cumsum(self.hours[order])
        return float(self.value[order][np.searchsorted(held, share * held[-1] * (1 - 1e-12))])

    def at(self, time_h: ArrayLike) -> Floats:
        """The values that hold at some times."""
        return self.value[np.searchsorted(self.time_h, time_h, side="right") - 1]

    def means_between(self, edges_h: Floats) -> Floats:
        """Mean between neighbouring edges; shape (edges - 1,). Infinite levels give nan."""
        if not np.all(np.isfinite(self.value)):
            return np.full(edges_h.size - 1, np.nan)
        area = np.concatenate([[0.0], np.cumsum(self.value[:-1] * np.diff(self.time_h))])
        since = self.time_h[np.searchsorted(self.time_h, edges_h, side="right") - 1]
        at_edges = area[np.searchsorted(self.time_h, edges_h, side="right") - 1] + self.at(edges_h) * (edges_h - since)
        return np.diff(at_edges) / np.diff(edges_h)
