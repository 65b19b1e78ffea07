"""After the unit, in prose: care that protects, return to use, coming back, and expected deaths."""

from collections.abc import Iterator
from math import exp, inf

from sim.describe.words import bullets, hours_spread, lasting, number, paragraphs, rounded
from sim.rules.afterwards import cumulated
from sim.scenario.afterwards import Afterwards, ComesBack, Deaths, ReturnToUse
from sim.scenario.scenario import Scenario

FOUR_WEEKS_H, HALF_YEAR_H = 672.0, 4368.0


def afterwards(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule of what follows a stay that this scenario uses."""
    rule = scenario.afterwards
    if rule is None:
        return
    yield _care(scenario)
    yield _return_to_use(rule.return_to_use)
    if rule.comes_back:
        yield _comes_back(rule.comes_back)
    if rule.deaths:
        yield _deaths(rule)


def _care(scenario: Scenario) -> str:
    outpatient = scenario.demand.screening and scenario.demand.screening.outpatient
    start = "a stay, or outpatient withdrawal management," if outpatient else "a stay"
    return (
        f"**Aftercare.** After {start} has ended, a person is followed to the end of the run. They are on medication "
        "while they are in care that gives it, and for as long as tablets or an injection from the unit last; they are "
        "in a programme while they stay in a residential one. A return to use does not end this care."
    )


def _return_to_use(rule: ReturnToUse) -> str:
    return paragraphs(
        f"**Return to use.** The hazard is {number(rule.per_day)} a day × e^(−*t* ÷ {lasting(rule.decays_over_h)}) × "
        "ratios, with *t* the time since leaving, and it happens when the sum reaches a threshold of the person's own. "
        f"Without aftercare {_share_pct(rule, FOUR_WEEKS_H)} % of those who have completed their stay return to use "
        f"within four weeks, {_share_pct(rule, HALF_YEAR_H)} % within half a year and {_share_pct(rule, inf)} % ever. "
        "The ratios are multiplied:",
        bullets(_ratios(rule)),
    )


def _ratios(rule: ReturnToUse) -> Iterator[str]:
    yield f"{number(rule.left_early_ratio)} after any end but a completed stay"
    yield f"{number(rule.on_medication_ratio)} while on medication"
    yield f"{number(rule.in_programme_ratio)} while in a residential programme"


def _share_pct(rule: ReturnToUse, within_h: float) -> str:
    return rounded(100 * (1 - exp(-cumulated(rule.per_day, rule.decays_over_h, 0.0, within_h))))


def _comes_back(rule: ComesBack) -> str:
    return (
        f"**Coming back.** Of those who return to use {number(rule.share_pct)} % are referred to this unit again; the "
        f"time from return to use to that referral is {hours_spread(rule.after)}. This is a new episode of the same "
        "person: source, opioid, age, traits and priority class stay as they are, everything else is drawn anew, and "
        "aftercare of the episode before ends."
    )


def _deaths(rule: Afterwards) -> str:
    deaths = rule.deaths
    if deaths is None:
        return ""
    return paragraphs(
        "**Expected deaths.** Nobody dies in the simulation: time after leaving is counted with rates. Without "
        f"aftercare they are {number(deaths.first_28_days_per_1000_years)} deaths per 1,000 person-years in the first "
        f"28 days and {number(deaths.later_per_1000_years)} after that, multiplied by:",
        bullets(_death_ratios(deaths)),
    )


def _death_ratios(rule: Deaths) -> Iterator[str]:
    yield f"{number(rule.on_medication_ratio)} while on medication"
    yield f"{number(rule.in_programme_ratio)} while in a residential programme"
    yield f"{number(rule.with_both_ratio)} while both hold"
