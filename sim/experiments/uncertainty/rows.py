"""The tables of a study: what is known of each measure, and which unknown parameter matters to it."""

from dataclasses import dataclass
from math import nan
from typing import Any

NEAR = 0.1
DIFFERENCE = "difference"
"""The alternative less the base, draw by draw; `of` is otherwise the identity of a scenario."""


@dataclass(frozen=True)
class Parameter:
    """One row of parameters.csv."""

    parameter: str
    """Dotted path of the first place where it stands."""
    name: str
    """In plain words."""
    also_at: str
    """Other places, set apart by a blank."""
    grounds: str
    """`source`, `assumed`, or nothing."""
    range: str
    """`published`: the interval of its source; `25 %`: a quarter less and more."""
    unit: str
    """`h` for lengths of time."""
    value: float
    """As it is in the scenario."""
    low: float
    """2.5 % of the draws would be below, and 2.5 % above `high`, but for what the scenario does not accept."""
    median: float
    high: float
    below: float
    """Share of the distribution that is below `value`."""
    family: str
    least: float
    most: float
    """What is drawn is never outside."""

    @property
    def is_near_an_end(self) -> bool:
        """Whether most draws are on one side of what the scenario has."""
        return not NEAR < self.below < 1 - NEAR


@dataclass(frozen=True)
class Summary:
    """One row of summary.csv. Variances are in the square of the measure's unit; nan where nothing can be said."""

    of: str
    measure: str
    draws: int
    """Of which everything is known."""
    replications: int
    mean: float = nan
    low: float = nan
    """The long-run mean is from here to `high` with 95 %, as far as the parameters decide it; no chance is in it."""
    high: float = nan
    parameters_variance: float = nan
    parameters_variance_low: float = nan
    parameters_variance_high: float = nan
    chance_variance: float = nan
    """Of one replication, the parameters being known."""
    chance_variance_low: float = nan
    chance_variance_high: float = nan
    parameters_share_pct: float = nan
    """Of the sum of both."""
    probability_better: float = nan
    """That the alternative is better in the long run, from 0 to 1; for a measure of which neither way is good, that it
    is higher."""
    worth_of_knowing_all: float = nan
    """Expected value of perfect information if the choice is made by this measure alone, in its unit."""
    remark: str = ""


@dataclass(frozen=True)
class Importance:
    """One row of importance.csv: a parameter and a measure."""

    of: str
    measure: str
    rank: int
    """From 1, by the size of the correlation."""
    parameter: str
    name: str
    correlation: float
    """Of ranks, Spearman's; its sign is that of the effect."""
    low: float
    high: float
    chance: float
    """What the largest correlation of all parameters would stay under (95 %) if none of them mattered."""
    worth_of_knowing: float
    """Expected value of partial perfect information; only for a difference."""
    worth_by_chance: float

    @property
    def stands_out(self) -> bool:
        """Whether it is more than chance would show among so many parameters."""
        return abs(self.correlation) > self.chance


TABLES: dict[str, type[Any]] = {"parameters": Parameter, "summary": Summary, "importance": Importance}
