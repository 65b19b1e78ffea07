"""Where the variance of a table comes from: its rows, the luck that all rows of a column share, and what is left.

value = mean + row + luck + rest. Rows are points or draws, columns replications that meet the same luck in every row.
Without common luck this is the one-way analysis with random effects; with it, the one-way analysis takes the shared
luck for a difference within rows and finds too little between them.
Searle, Casella, McCulloch: Variance Components (1992), chapter 4.
"""

from dataclasses import dataclass
from math import nan

import numpy as np

from sim.experiments.intervals import CONFIDENCE
from sim.experiments.statistics.resampling import Floats

TAILS = ((1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2)
ROUNDING = 1e-20
"""A mean square this small beside the square of the values is what is left of rounding."""


@dataclass(frozen=True)
class Component:
    """A variance with its 95 % interval; never below 0."""

    value: float
    low: float
    high: float
    cut: bool = False
    """Whether the estimate itself is below 0: the rows differ no more than chance makes them."""


@dataclass(frozen=True)
class TwoWay:
    """The analysis of a table of `rows` and `columns`."""

    rows: int
    columns: int
    mean: float
    between: Component
    """Of the rows."""
    luck: float
    """Of the luck that a column shares."""
    rest: float
    """Of what neither explains."""
    chance: Component
    """Of one replication of a given row: luck and rest."""
    noise_of_all: float
    """Variance that chance adds to the mean of everything; it has `columns` - 1 degrees of freedom."""

    @property
    def noise_of_a_mean(self) -> float:
        """Variance that the rest adds to the differences between the means of rows."""
        return self.rest / self.columns


def two_way(table: Floats) -> TwoWay:
    """The analysis of a table of shape (rows, columns) of numbers, both at least 2."""
    rows, columns = table.shape
    mean = float(table.mean())
    of_rows, of_columns = table.mean(axis=1) - mean, table.mean(axis=0) - mean
    rest = table - mean - of_rows[:, None] - of_columns
    scale = ROUNDING * float(np.square(table).max())
    between_ms = _clean(columns * float(of_rows @ of_rows) / (rows - 1), scale)
    luck_ms = _clean(rows * float(of_columns @ of_columns) / (columns - 1), scale)
    rest_ms = _clean(float(np.square(rest).sum()) / ((rows - 1) * (columns - 1)), scale)
    return TwoWay(
        rows=rows,
        columns=columns,
        mean=mean,
        between=_between(between_ms, rest_ms, rows, columns),
        luck=max(luck_ms - rest_ms, 0.0) / rows,
        rest=rest_ms,
        chance=_chance(luck_ms, rest_ms, rows, columns),
        noise_of_all=luck_ms / (rows * columns),
    )


def _clean(mean_square: float, scale: float) -> float:
    return mean_square if mean_square > scale else 0.0


def _between(between_ms: float, rest_ms: float, rows: int, columns: int) -> Component:
    """Interval of Williams and Tukey, Biometrika 49 (1962) 278-281: it holds the truth at least nine times in ten,
    in practice close to nineteen in twenty.
    """
    from scipy.stats import chi2, f

    freedom, rest_freedom = rows - 1, (rows - 1) * (columns - 1)
    value = (between_ms - rest_ms) / columns
    low, high = (
        freedom * (between_ms - rest_ms * f.ppf(tail, freedom, rest_freedom)) / (columns * chi2.ppf(tail, freedom))
        for tail in reversed(TAILS)
    )
    return Component(max(value, 0.0), max(float(low), 0.0), max(float(high), 0.0), cut=value < 0)


def _chance(luck_ms: float, rest_ms: float, rows: int, columns: int) -> Component:
    """Luck and rest are a sum of mean squares, whose degrees of freedom Satterthwaite gives (Biometrics 2, 1946)."""
    from scipy.stats import chi2

    parts = (luck_ms / rows, rest_ms * (rows - 1) / rows)
    if not sum(parts):
        return Component(0.0, 0.0, 0.0)
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / (columns - 1) + parts[1] ** 2 / ((rows - 1) * (columns - 1)))
    low, high = (float(freedom * sum(parts) / chi2.ppf(tail, freedom)) for tail in reversed(TAILS))
    return Component(sum(parts), low, high)


def noise_share(table: Floats) -> tuple[float, float, float]:
    """Share of the variance between the means of rows that is chance, with its 95 % interval; nan when it is not known.

    `table` has shape (rows, replications); rows with a value that is not known are left out.
    """
    from scipy.stats import f

    known = table[~np.isnan(table).any(axis=1)]
    if min(known.shape) < 2 or np.ptp(known.mean(axis=1)) == 0:
        return nan, nan, nan
    found = two_way(known)
    rows, columns = known.shape
    share = found.noise_of_a_mean / float(known.mean(axis=1).var(ddof=1))
    ends = (share * float(f.ppf(tail, rows - 1, (rows - 1) * (columns - 1))) for tail in TAILS)
    low, high = (min(end, 1.0) for end in ends)
    return min(share, 1.0), low, high
