"""The algorithms behind the rules, a paragraph each (STRESS-DES 2.4)."""

from collections.abc import Iterator

from sim.scenario.protocols import BuprenorphineTaper
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
    if any(isinstance(plan, BuprenorphineTaper) for plan in scenario.protocols.values()):
        yield _steepness()
    if scenario.leaving:
        yield _threshold()


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
        "**Beds.** Beds are alike and are counted by state: free, reserved, occupied, being cleaned. Whenever one of "
        "them, the hours or the shift changes, people are called from the head of the list while the gate is open."
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


def _threshold() -> str:
    return (
        "**Leaving as a hazard.** The cumulative hazard is summed over pieces in which the hazard is constant. The "
        "time at which it would reach the person's threshold is set on the clock and replaced at each of their "
        "events, so no random number is drawn while the clock runs."
    )
