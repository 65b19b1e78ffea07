"""Care plans as data."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.part import ClockTime, Hours, NotNegative, Part, Percent, Positive, Score, SomeHours, Spread


class FixedStay(Part):
    """No course of withdrawal and no tasks: a stay drawn from a distribution."""

    kind: Literal["fixed stay"]
    label: str = ""
    share_pct: Percent = 100.0
    stay: Spread


class Induction(Part):
    """When the first dose may be given, and the look afterwards."""

    score_at_least: Score
    """COWS total needed before the first dose."""
    after_short_acting_h: Hours
    """Least time since last use of a short-acting opioid."""
    after_long_acting_h: Hours
    dose_mg: NotNegative
    no_start_after_h: Hours
    """Someone whose score is still lower this long after arrival needs no doses: the protocol days count as done."""
    recheck_after_h: SomeHours
    """A check after the first dose; a score still at `score_at_least` brings the rest of the first day's dose."""


class Ready(Part):
    """Medically ready: protocol days done, felt score low for a while, and a prescriber's review that says so."""

    score_below: Annotated[Score, Field(gt=0)]
    for_h: Hours


class BuprenorphineTaper(Part):
    """Buprenorphine once withdrawal is present, lowered day by day."""

    kind: Literal["buprenorphine taper"]
    label: str = ""
    share_pct: Percent = 100.0
    induction: Induction
    mg_by_day: tuple[NotNegative, ...] = Field(min_length=1)
    """Dose of each protocol day, given in equal parts at the dose times; day 1 starts with the first dose,
    which comes on top."""
    dose_times: tuple[ClockTime, ...] = Field(min_length=1)
    least_gap_h: Hours
    """A dose round that comes sooner than this after the last dose is passed over."""
    full_effect_mg: Positive
    """Daily dose at which the efficacy is reached; below it the effect is in proportion."""
    efficacy: Annotated[float, Field(ge=0, le=1)]
    """Share of the natural score that a full dose takes away."""
    covers_h: Hours
    wears_off_over_h: SomeHours
    review_at: ClockTime
    """The prescriber's daily review falls due at this hour."""
    ready: Ready


Protocol = Annotated[FixedStay | BuprenorphineTaper, Field(discriminator="kind")]
