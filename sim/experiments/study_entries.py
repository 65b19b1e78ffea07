"""What the manifest says of the study itself: how scenarios were compared, how many replications and how long."""

from typing import Literal

from pydantic import Field

from sim.experiments.comparing import Correction
from sim.experiments.entry import Entry


class ComparisonEntry(Entry):
    """How differences were judged; see `comparing.Comparing`."""

    correction: Correction
    all_pairs: bool
    matters: dict[str, float]
    family: int
    """Comparisons of each measure."""
    confidence: float
    """Of the interval of each difference."""


class AimEntry(Entry):
    """A half-width that was asked for."""

    measure: str
    """Empty for every headline measure."""
    amount: float
    """In the unit of the measure; a share of its mean when relative."""
    relative: bool


class WideEntry(Entry):
    """An interval that is still wider than was asked for."""

    measure: str
    scenario: str
    base: str
    """Of a difference; empty for a mean."""
    half_width: float
    wanted: float
    about_replications: int
    """In all, at which it would be narrow enough."""


class UnseenEntry(Entry):
    """A mean or difference that was seen too rarely to have an interval."""

    measure: str
    scenario: str
    base: str
    replications: int
    """In which it was seen: none or one."""
    named: bool
    """Whether it was asked for by its name; then the precision is not reached without it."""


class NearZeroEntry(Entry):
    """A mean nearer to 0 than one unit, of which a relative precision is judged as if it were one unit away."""

    measure: str
    scenario: str
    mean: float
    half_width: float
    wanted: float
    """The half-width that was enough."""


class PrecisionEntry(Entry):
    """How replications were added until they were enough."""

    asked: list[AimEntry]
    start: int
    most: int
    reached: int | None
    """Replications that were enough, before those that confirmed it; None at the cap."""
    not_there: list[WideEntry]
    unseen: list[UnseenEntry] = Field(default=[])
    near_zero: list[NearZeroEntry] = Field(default=[])


class SeriesEntry(Entry):
    """What MSER-5 says of one daily series."""

    series: str
    days: int | None
    """To leave out; None for a series too short, or that cannot be judged."""
    at_limit: bool
    too_short: bool
    """More should be left out than is, and the mean would change by more than its interval, or than 3 %."""
    still: Literal["", "climbing", "falling"] = ""
    """What it does beyond chance to the end of the run, after the days to leave out."""


class WarmUpEntry(Entry):
    """Whether the warm-up of a scenario was long enough."""

    scenario: str
    terminating: bool
    """It starts from a census, so nothing is left out."""
    chosen_days: float
    advised_weeks: int | None
    settled: bool
    """No series calls for as much as may be left out at all, or still climbs or falls after that."""
    series: list[SeriesEntry]
    days: int = 0
    """Of each series, warm-up included."""
    least_days: int = 0
    """Below which MSER-5 says nothing."""

    @property
    def longer_advised(self) -> bool:
        """Whether the advice is longer than what was chosen, be it that it matters or not."""
        return self.advised_weeks is not None and 7 * self.advised_weeks > self.chosen_days

    @property
    def too_short(self) -> bool:
        """Whether a longer warm-up would change a mean by more than can be put up with."""
        return any(each.too_short for each in self.series)


class LoadEntry(Entry):
    """Work offered to a resource and what there is of it, before anything is run."""

    scenario: str
    resource: str
    """`beds`, or a role."""
    offered: float
    capacity: float
    unit: str


class ExpectedEntry(Entry):
    """How wide the interval of a measure is expected to be."""

    scenario: str
    measure: str
    half_width: float


class BeforehandEntry(Entry):
    """What could be said before the run."""

    loads: list[LoadEntry]
    expected: list[ExpectedEntry]
