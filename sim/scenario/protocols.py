"""Care plans as data."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sim.scenario.part import (
    ClockTime,
    Hours,
    NotNegative,
    Part,
    Percent,
    Positive,
    Score,
    SomeHours,
    Spread,
    Words,
)

WholeDays = Annotated[int, Field(ge=1, le=365)]


class Plan(Part):
    """What every protocol says: who may have it, and how often those who may do."""

    label: str = ""
    share_pct: Percent = 100.0
    """Weight among the protocols that a person is eligible for."""
    only_for: Words = ()
    """Words for those who are eligible; none means everyone."""
    not_for: Words = ()


class FixedStay(Plan):
    """No course of withdrawal and no tasks: a stay drawn from a distribution."""

    kind: Literal["fixed stay"]
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


class CarePlan(Plan):
    """A protocol with a course of withdrawal, checks and reviews."""

    is_agonist: ClassVar[bool] = False
    """Whether its doses are an opioid agonist, full or partial."""
    review_at: ClockTime
    """The prescriber's daily review falls due at this hour."""
    ready: Ready
    drugs_per_day_cost: NotNegative = 0.0
    """For each day between the first dose and the end of the stay; currency of `money`."""

    @property
    def protocol_days(self) -> int:
        """Days until the protocol is done, counted from the first dose."""
        raise NotImplementedError


class Dosed(CarePlan):
    """A protocol with doses at fixed hours of the day."""

    induction: Induction | None = None
    """Absent means that the first round after the prescriber's order is the first dose."""
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

    @property
    def protocol_days(self) -> int:
        return len(self.mg_by_day)


class BuprenorphineTaper(Dosed):
    """Buprenorphine once withdrawal is present, lowered day by day."""

    is_agonist = True
    kind: Literal["buprenorphine taper"]
    induction: Induction


class Depot(Part):
    """A long-acting injection before discharge: the task `injection`, due when the protocol days are done."""

    lasts_h: SomeHours
    """How long it goes on as medication after it is given."""
    cost: NotNegative = 0.0


class BuprenorphineContinued(Dosed):
    """Stabilise on buprenorphine and go on with it: the last day's dose is given until discharge."""

    is_agonist = True
    kind: Literal["buprenorphine continued"]
    induction: Induction
    take_home_h: Hours = 0.0
    """Tablets for this long on a discharge as planned: medication until then, or on with a clinic that goes on."""
    injection: Depot | None = None


class MethadoneTaper(Dosed):
    """Methadone once a day, re-assessed after the first dose, lowered day by day."""

    is_agonist = True
    kind: Literal["methadone taper"]
    induction: Induction


class BloodPressure(Part):
    """Blood pressure is taken before each dose, and a low one withholds it."""

    prone_pct: Percent
    """Share of people whose blood pressure falls on this medicine."""
    low_pct: Percent
    """Share of their readings that are too low."""


class Alpha2Agonist(Dosed):
    """Clonidine or lofexidine: from the order on, blood pressure before each dose."""

    kind: Literal["alpha-2 agonist"]
    blood_pressure: BloodPressure


class OralNaltrexone(Part):
    """The rapid pathway: low oral doses before the injection, which bring out withdrawal."""

    from_day: Annotated[int, Field(ge=2, le=365)]
    """Protocol day of the first oral dose, at least one day after the last of the agonist."""
    felt_ratio: Annotated[float, Field(ge=1)]
    """Multiplies the felt score from then until the injection."""
    injection_on_day: WholeDays


class NaltrexoneInjection(Depot):
    """Extended-release naltrexone: after enough opioid-free days, or on a day of the rapid pathway."""

    opioid_free_h: Hours | None = None
    """Least time since the last opioid, agonist doses of the protocol included."""
    rapid: OralNaltrexone | None = None


class Naltrexone(Dosed):
    """Agonist for a few days, then opioid-free until extended-release naltrexone is given."""

    is_agonist = True
    kind: Literal["naltrexone"]
    induction: Induction
    injection: NaltrexoneInjection


class Symptomatic(CarePlan):
    """Comfort medication only, or a placebo: no effect on withdrawal."""

    kind: Literal["symptomatic"]
    days: WholeDays

    @property
    def protocol_days(self) -> int:
        return self.days


Protocol = Annotated[
    FixedStay | BuprenorphineTaper | BuprenorphineContinued | MethadoneTaper | Alpha2Agonist | Naltrexone | Symptomatic,
    Field(discriminator="kind"),
]
