"""The course of withdrawal, the checks that follow it, and the wish to leave."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.part import (
    HazardRatio,
    Name,
    NotNegative,
    Part,
    Percent,
    Points,
    Score,
    SomeHours,
    SomeSpread,
    Spread,
)
from sim.scenario.values.ratios import ONE, Ratio


class Opioid(Part):
    """The natural course of withdrawal from one primary opioid; hours since last use."""

    label: str = ""
    share_pct: Percent
    acting: Literal["short", "long"]
    onset: Spread
    """From last use to the first signs."""
    rise: SomeSpread
    """From onset to peak."""
    decline: SomeSpread
    """From peak to the end of the acute phase, where a tenth of the peak is left."""
    peak_score: Points
    """COWS total at the peak without medication."""


class CheckEvery(Part):
    """Time to the next check by the band that the last one found."""

    none_h: SomeHours
    mild_h: SomeHours
    moderate_h: SomeHours
    moderately_severe_h: SomeHours
    severe_h: SomeHours
    first_day_h: SomeHours
    """At most this long between checks in the first 24 h."""


class ComfortByBand(Part):
    """Comfort medication after a check: effort relative to the task's usual minutes; 0 means none."""

    none: NotNegative
    mild: NotNegative
    moderate: NotNegative
    moderately_severe: NotNegative
    severe: NotNegative


class Withdrawal(Part):
    """What people go through, and how it is watched."""

    opioids: dict[Name, Opioid] = Field(min_length=1)
    hours_since_use: Spread
    """From last use to arrival; people use until they come in."""
    look_again_every_h: SomeHours
    """A person's felt score is taken anew at each of their events and at least this often."""
    check_every: CheckEvery
    comfort_by_band: ComfortByBand


class Settling(Part):
    """The wish to leave falls by `ratio` for each `per` since admission, down to `floor`."""

    ratio: Annotated[float, Field(gt=0, le=1)]
    per_h: SomeHours
    floor: Annotated[float, Field(ge=0, le=1)]


class Leaving(Part):
    """Self-discharge as a hazard: base x felt score x modifiers x settling."""

    per_day: NotNegative
    """Hazard a day at admission with a felt score of `reference_score` and no modifier."""
    reference_score: Score
    reference_pct: Annotated[float, Field(gt=0, lt=100)]
    """Share that leaves early in the groups that odds ratios compare with; it turns them into hazard ratios."""
    ratio_per_10_points: HazardRatio
    """For ten points more of felt score."""
    medication_started_ratio: HazardRatio
    """From the first dose of an opioid agonist on."""
    adjunct_started_ratio: HazardRatio = ONE
    """From the first dose of an alpha-2 agonist on."""
    aftercare_plan_ratio: HazardRatio
    """Once aftercare is arranged."""
    counselling_ratio: HazardRatio = ONE
    """Once a person has had counselling, alone or in a group."""
    friday_admission_ratio: HazardRatio = ONE
    ratios: dict[str, HazardRatio] = Field(default={})
    """By word: traits, opioids, priority classes; those of all words that are true of a person are multiplied."""
    settling: Settling
    by_facility_per_1000_days: NotNegative = 0.0
    """Discharge against a person's wish, for breaking rules, as a rate."""

    def hazard_ratio(self, ratio: Ratio) -> float:
        """What a published ratio does to the hazard of leaving."""
        return ratio.hazard(self.reference_pct)
