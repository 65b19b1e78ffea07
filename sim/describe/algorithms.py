"""The algorithms behind the rules, a paragraph each (STRESS-DES 2.4)."""

from collections.abc import Iterator

from sim.describe.withdrawal_care import has_care
from sim.scenario.scenario import Scenario


def algorithms(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each algorithm that this scenario uses."""
    sources = scenario.demand.sources.values()
    if any(source.share_pct is not None for source in sources):
        yield _thinning()
    yield _ranks()
    yield _call()
    if scenario.staff:
        yield _dispatch()
    if has_care(scenario):
        yield _steepness()
    if scenario.leaving or scenario.complications:
        yield _thresholds()
    if scenario.afterwards:
        yield _decay()
    if scenario.census:
        yield _given_so_far()


def _thinning() -> str:
    return (
        "**Referrals at random** (thinning; Lewis and Shedler 1979). Each source owns a fixed random field over time "
        "and height, drawn in bands of height 0 to 1, 1 to 2, 2 to 4 … referrals a day. A point of the field is a "
        "person, who comes when the rate at that moment is above the point's height. More demand adds people and "
        "leaves those who came before as they were."
    )


def _ranks() -> str:
    return (
        "**People's luck.** All that is random about a person is drawn before the clock starts, as uniform ranks "
        "that quantile functions turn into values: one rank per value, so nothing drifts between scenarios. The unit "
        "is then a deterministic function of the scenario and the patient table."
    )


def _call() -> str:
    return (
        "**Beds.** Beds are counted by state: free, reserved, occupied, being cleaned. Whenever one of them, the hours "
        "or the shift changes, people are called from the head of the list while the gate is open."
    )


def _dispatch() -> str:
    return (
        "**Dispatch.** Tasks that the same roles may do wait in one heap ordered by (priority, time due, order of "
        "asking). The first task of all heaps that has somebody free starts, again and again until none is left; "
        "this happens once everything that comes before it at that instant is over."
    )


def _steepness() -> str:
    return (
        "**Steepness of the course.** With *s* = (rise + decline) ÷ rise, the exponent that leaves a tenth of the "
        "peak at the end of the decline is *k* = ln 0.1 ÷ (ln *s* + 1 − *s*), in closed form for each person."
    )


def _thresholds() -> str:
    return (
        "**Hazards.** The cumulative hazard of each thing that may happen to a person at a rate is summed over pieces "
        "in which it is constant. The time at which the first of them would reach its threshold is set on the clock "
        "and replaced at each of the person's events, so no random number is drawn while the clock runs."
    )


def _decay() -> str:
    return (
        "**Return to use.** Between two changes of a person's aftercare the cumulative hazard is *c h τ* (e^(−*a*/*τ*) "
        "− e^(−*b*/*τ*)), with *h* the hazard on leaving, *τ* the time over which it decays, *c* the ratios that hold, "
        "and *a* and *b* the start and end of that stretch since leaving. The stretch in which the threshold is "
        "reached is solved for the time in closed form when the person leaves."
    )


def _given_so_far() -> str:
    return (
        "**What is left.** With *F* the distribution of a time of which *a* has passed and *u* the person's rank, the "
        "whole time is the quantile of *F*(*a*) + *u* (1 − *F*(*a*)). *F*(*a*) is found by halving."
    )
