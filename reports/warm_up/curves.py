"""What is drawn of a warm-up."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Curve:
    """One daily series from the first day on."""

    title: str
    unit: str
    means: Sequence[float]
    """Mean over the replications of each day."""
    smoothed: Sequence[float]
    """Its moving average; ends before the series does."""
    low: Sequence[float]
    """End of the 95 % interval of the moving average, day by day; nan for a single replication."""
    high: Sequence[float]
    cut_days: int | None
    """Days that MSER-5 leaves out; None where it says nothing."""
    said: str
    """The same in words."""


@dataclass(frozen=True)
class Curves:
    """The series of one scenario and what follows from them."""

    title: str
    sentences: Sequence[str]
    """The advice, the most important first."""
    curves: Sequence[Curve]
    chosen_days: float
    """The warm-up that the scenario has."""
    window_days: int
    """Days over which the moving average goes."""
    command: str
    """The line that makes the page again."""
