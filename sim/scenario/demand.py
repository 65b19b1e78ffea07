"""Who is referred, when, and how the waiting list treats them."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import (
    MOST,
    ClockTime,
    Count,
    Days,
    EndTime,
    Hours,
    Name,
    NotNegative,
    Part,
    Percent,
    SomeHours,
    Spread,
    Words,
)


class ProfileRow(Part):
    """Part of the week with its weight of referrals; rows cover the week once."""

    days: Days
    from_h: ClockTime = Field(alias="from")
    to_h: EndTime = Field(alias="to")
    weight: NotNegative
    """Relative rate of referrals in these hours; only ratios between rows count."""


Profile = Annotated[tuple[ProfileRow, ...], Field(min_length=1)]


class Scheduled(Part):
    """Referrals at equal distances."""

    every_h: SomeHours
    first_h: Hours = 0.0
    """Time of the first one since the start of the run."""


class Source(Part):
    """Where people are referred from: a random stream, a schedule or a list."""

    label: str = ""
    share_pct: Percent | None = None
    """Share of `demand.per_day`; shares are rescaled to 100."""
    scheduled: Scheduled | None = None
    listed: tuple[Hours, ...] | None = None
    """Exact times of referral since the start of the run."""
    profile: Profile | None = None
    """Weights over the week; absent means the same rate at every hour."""
    priority: str | None = None
    """The priority class of everyone from here; absent means drawn from `demand.priority_classes`."""
    patience: Spread | None = None
    """Replaces `demand.patience` for this source."""
    leaves_early_pct: Percent | None = None
    """Published share of this source that leaves early; only its ratio to the other sources is used."""


class PriorityClass(Part):
    """A class of the waiting list; classes are called in the order in which they are written."""

    label: str = ""
    share_pct: Percent | None = None
    """Drawn with this share, or given by `all_of`; a class that says neither is for all others."""
    all_of: Words = ()
    """Words that are all true of the people in this class; the first class that fits counts."""


class NoShow(Part):
    """The chance that a person who is called does not turn up: 1 - (1 - at once)(1 - per day)^days waited."""

    at_once_pct: Percent
    per_day_pct: Percent


class OutpatientWithdrawal(Part):
    """Outpatient withdrawal management, offered at screening instead of a bed."""

    share_pct: Percent
    """Of those eligible for it."""
    only_for: Words = ()
    not_for: Words = ()
    lasts: Spread
    """Until it is completed, or until the person drops out."""
    completes_pct: Percent


class WaitingHarm(Part):
    """What happens to people while they wait, as rates; nobody dies in the simulation."""

    deaths_per_1000_person_years: NotNegative
    emergency_visits_per_person_year: NotNegative


class Screening(Part):
    """What telephone screening finds; the work itself is the task `screening`."""

    diverted_pct: Percent
    """Share sent to hospital or another service."""
    lost_pct: Percent
    """Share that cannot be reached again."""
    outpatient: OutpatientWithdrawal | None = None


class Demand(Part):
    """Referral and the waiting list."""

    per_day: Annotated[NotNegative, Field(le=MOST)] | None = None
    """Referrals a day over all random sources."""
    factor: NotNegative = 1.0
    """Multiplies `per_day`; a scenario of more or less demand changes only this."""
    sources: dict[Name, Source] = Field(min_length=1, max_length=10)
    profile: Profile | None = None
    """Weights over the week for every source without its own."""
    priority_classes: Annotated[dict[Name, PriorityClass], Field(min_length=1)] | None = None
    """Absent means one class."""
    screening: Screening | None = None
    patience: Spread | None = None
    """How long a person waits before giving up; absent means for ever."""
    list_limit: Count | None = None
    """Most people on the waiting list; 0 means nobody can wait."""
    no_show: NoShow | None = None
    travel: Spread | None = None
    """From the call to arrival; the bed is reserved meanwhile."""
    harm_while_waiting: WaitingHarm | None = None
