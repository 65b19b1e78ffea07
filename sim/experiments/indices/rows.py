"""The table of indices: what each axis of a sweep does to each measure."""

from dataclasses import dataclass
from math import isfinite

NOISE = "noise_share"
"""Share of the differences between points that is chance; a row of a measure and not of an axis."""
CHANCE = "_chance"
"""Ends the name of an index: the value that 95 % of axes without any effect stay under."""
TOO_FEW = {
    "morris": "There are no intervals: fewer than ten walks (trajectories) tell too little for them.",
    "sobol": "There are no intervals: fewer than ten base points tell too little for them; the next size is 16.",
}
"""Why a method gave none."""


@dataclass(frozen=True)
class Row:
    """One index. The fields are the columns of indices.csv, in order; nan where nothing can be said."""

    measure: str
    axis: str
    method: str
    """morris, sobol or pawn; `replications` for the share of noise."""
    index: str
    value: float
    low: float
    high: float
    """Ends of the 95 % interval; nan where too few rows were drawn for one (see `statistics.resampling`)."""
    n: int
    """What the bootstrap drew from: trajectories, base rows or points."""

    @property
    def has_interval(self) -> bool:
        return isfinite(self.low) and isfinite(self.high)

    @property
    def is_vague(self) -> bool:
        """Whether the interval is wider than the index is large: more points are needed to say anything."""
        return self.has_interval and self.high - self.low > abs(self.value)
