"""A calibration study: which values are free, what they must bring about, and how hard to look."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sim.scenario import LoadedScenario
from sim.scenario.tree.node import Provenance

Scale = Literal["linear", "log"]
Role = Literal["value", "factor"]

DIGITS = 5
"""Significant digits of a value that is tried: what is written down is then exactly what ran."""


@dataclass(frozen=True)
class Free:
    """A number that the search may choose, and the dotted paths it is put to."""

    name: str
    paths: tuple[str, ...]
    low: float
    high: float
    scale: Scale
    role: Role
    """`factor`: each path holds its start times the number."""
    starts: tuple[float, ...]
    """What the calibrated scenario has at each path."""

    @property
    def start(self) -> float:
        """The number that changes nothing."""
        return 1.0 if self.role == "factor" else self.starts[0]

    def position(self, value: float) -> float:
        """Where a value lies between the bounds, 0 to 1, along the scale."""
        low, high, here = (self._along(number) for number in (self.low, self.high, value))
        return (here - low) / (high - low)

    def value(self, position: float) -> float:
        """The number at a position, with few digits and never outside the bounds."""
        if not 0 < position < 1:
            return self.low if position <= 0 else self.high
        low, high = self._along(self.low), self._along(self.high)
        there = low + position * (high - low)
        return min(max(rounded(math.exp(there) if self.scale == "log" else there), self.low), self.high)

    def settings(self, value: float) -> dict[str, float]:
        """The value of each path."""
        if self.role == "value":
            return dict.fromkeys(self.paths, value)
        return {path: rounded(value * start) for path, start in zip(self.paths, self.starts, strict=True)}

    def _along(self, value: float) -> float:
        return math.log(value) if self.scale == "log" else value


@dataclass(frozen=True)
class Target:
    """A figure that a measure should reach, to within a tolerance."""

    scenario: str
    measure: str
    label: str
    unit: str
    value: float
    tolerance: float
    grounds: Provenance


@dataclass(frozen=True)
class Study:
    """A valid study."""

    path: Path
    name: str
    scenarios: Mapping[str, LoadedScenario]
    """By what the study calls them; the calibrated one first, under its own identity."""
    originals: Mapping[str, str]
    """Text of the calibrated file and of those it extends, by their path from the folder that holds them all."""
    extends: str
    """Which of the originals is the calibrated one."""
    free: tuple[Free, ...]
    targets: tuple[Target, ...]
    predictions: tuple[Target, ...]
    """Figures that the search does not see: the fitted scenario is held against them afterwards."""
    replications: int
    fresh_replications: int
    evaluations: int

    @property
    def calibrated(self) -> LoadedScenario:
        """The scenario whose values are free."""
        return next(iter(self.scenarios.values()))

    def settings(self, values: tuple[float, ...]) -> dict[str, float]:
        """Dotted path to value when the free numbers have these values."""
        return {
            path: setting
            for free, value in zip(self.free, values, strict=True)
            for path, setting in free.settings(value).items()
        }


def rounded(value: float) -> float:
    """With `DIGITS` significant digits."""
    return float(f"{value:.{DIGITS}g}")
