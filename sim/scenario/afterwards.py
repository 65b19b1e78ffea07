"""After the unit: return to use, coming back, and expected deaths."""

from sim.scenario.part import NotNegative, Part, Percent, Positive, SomeHours, SomeSpread


class ReturnToUse(Part):
    """A hazard that is highest on the way out and decays, lower on medication and in a programme."""

    per_day: NotNegative
    """On the day of leaving, without aftercare."""
    decays_over_h: SomeHours
    """Time in which the hazard falls to 1/e of itself."""
    left_early_ratio: Positive = 1.0
    """After any end but a completed stay."""
    on_medication_ratio: Positive = 1.0
    in_programme_ratio: Positive = 1.0


class ComesBack(Part):
    """After a return to use, some are referred to this unit again: a new episode of the same person."""

    share_pct: Percent
    after: SomeSpread
    """From the return to use to the new referral."""


class Deaths(Part):
    """Expected deaths as rates; nobody dies in the simulation."""

    first_28_days_per_1000_years: NotNegative
    """Per 1,000 person-years without aftercare."""
    later_per_1000_years: NotNegative
    on_medication_ratio: NotNegative
    in_programme_ratio: NotNegative
    with_both_ratio: NotNegative


class Afterwards(Part):
    """What happens after a stay, to the end of the run."""

    return_to_use: ReturnToUse
    comes_back: ComesBack | None = None
    deaths: Deaths | None = None
