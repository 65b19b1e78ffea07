"""Care of withdrawal in prose, as it is under every protocol: course, arrival, checks, review and readiness."""

from collections.abc import Iterator

from sim.describe.words import bullets, escaped, hours_spread, lasting, listing, number, number_spread, paragraphs
from sim.scenario.protocols import CarePlan
from sim.scenario.scenario import Scenario
from sim.scenario.staff import Tasks
from sim.scenario.withdrawal import CheckEvery, Opioid, Withdrawal

BANDS = ("none", "mild", "moderate", "moderately_severe", "severe")


def care(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule of withdrawal care that does not depend on the protocol."""
    if not has_care(scenario) or scenario.withdrawal is None:
        return
    yield _course(scenario.withdrawal)
    yield _arrival(scenario)
    yield _checks(scenario.withdrawal, scenario.tasks)


def has_care(scenario: Scenario) -> bool:
    """Whether any protocol has a course of withdrawal."""
    return any(isinstance(plan, CarePlan) for plan in scenario.protocols.values())


def _course(rules: Withdrawal) -> str:
    return paragraphs(
        "**Course of withdrawal.** Withdrawal is one number, the COWS total (0 to 48). Untreated it is *W(t)* = peak × "
        "(*s* e^(1 − *s*))^*k*, with *s* = (*t* − onset) ÷ rise and *t* the hours since last use: zero up to the "
        "onset, a smooth rise to the peak, then a decline. *k* is chosen for each person so that a tenth of the peak "
        "is left when the decline is over. These are drawn for each person by primary opioid:",
        bullets(_opioid(name, opioid) for name, opioid in rules.opioids.items() if opioid.share_pct),
        f"The time since last use ({hours_spread(rules.hours_since_use)}) is drawn as at arrival, "
        "because people use until they come in.",
    )


def _opioid(name: str, opioid: Opioid) -> str:
    return (
        f"{escaped(opioid.label or name)} ({opioid.share_pct:g} %, {opioid.acting}-acting): onset "
        f"{hours_spread(opioid.onset)}; rise {hours_spread(opioid.rise)}; decline {hours_spread(opioid.decline)}; peak "
        f"score {number_spread(opioid.peak_score)}"
    )


def _arrival(scenario: Scenario) -> str:
    asked = ["the nursing assessment", "the prescriber's history and physical"]
    if scenario.tasks.discharge_planning:
        asked.append("discharge planning")
    return (
        f"**Arrival.** On admission {listing(asked)} are asked for at once, each with the time by which it is due. "
        "The nursing assessment takes the first COWS; the history and physical orders the protocol."
    )


def _checks(rules: Withdrawal, tasks: Tasks) -> str:
    every = rules.check_every
    comfort = ""
    if tasks.comfort_medication:
        efforts = [number(getattr(rules.comfort_by_band, band)) for band in BANDS]
        comfort = (
            " After each score comfort medication is given, with this much of its usual effort from the lowest band "
            f"to the highest: {listing(efforts)}."
        )
    return (
        "**Checks.** A check is COWS, vital signs and charting. The next one falls due by the band of the last "
        f"score: {_intervals(every)}; in the first 24 h of a stay after {lasting(every.first_day_h)} at most. A "
        f"check that nobody has started when the next one falls due lapses and counts as missed.{comfort} Between "
        f"events a person's felt score is taken anew every {lasting(rules.look_again_every_h)}."
    )


def _intervals(every: CheckEvery) -> str:
    return listing([f"{band.replace('_', ' ')} {lasting(getattr(every, f'{band}_h'))}" for band in BANDS])
