"""Care of withdrawal in prose: course, felt score, checks, induction, doses, review and readiness."""

from collections.abc import Iterator

from sim.describe.words import escaped, listing, number
from sim.scenario.protocols import BuprenorphineTaper, FixedStay, Induction, Protocol
from sim.scenario.scenario import Scenario
from sim.scenario.staff import Tasks
from sim.scenario.values.hours import say_clock, say_hours
from sim.scenario.withdrawal import CheckEvery, Withdrawal

BANDS = ("none", "mild", "moderate", "moderately_severe", "severe")


def care(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule of the stay that this scenario uses."""
    plans = list(scenario.protocols.values())
    yield _protocols(scenario)
    if any(isinstance(plan, FixedStay) for plan in plans):
        yield _fixed_stay()
    tapers = [plan for plan in plans if isinstance(plan, BuprenorphineTaper)]
    if tapers and scenario.withdrawal:
        yield _course(scenario.withdrawal)
        for plan in tapers:
            yield _felt(plan)
        yield _arrival(scenario)
        yield _checks(scenario.withdrawal, scenario.tasks)
        for plan in tapers:
            yield from _taper(plan)


def plan_name(name: str, plan: Protocol) -> str:
    return escaped(plan.label or name)


def _protocols(scenario: Scenario) -> str:
    if len(scenario.protocols) == 1:
        return ""
    shares = [f"{plan_name(name, plan)} ({plan.share_pct:g} %)" for name, plan in scenario.protocols.items()]
    return f"**Protocols.** Each person has one of these care plans, drawn before arrival: {listing(shares)}."


def _fixed_stay() -> str:
    return (
        "**Fixed stay.** A person under this plan has no course of withdrawal and needs no work: they stay for a "
        "drawn length of time and are then ready to leave."
    )


def _course(rules: Withdrawal) -> str:
    opioids = listing([escaped(opioid.label or name) for name, opioid in rules.opioids.items()], between="; ")
    return (
        f"**Course of withdrawal.** The primary opioid is one of these: {opioids}. Withdrawal is one number, the COWS "
        "total (0 to 48). Untreated it is *W(t)* = peak × (*s* e^(1 − *s*))^*k*, with *s* = (*t* − onset) ÷ rise and "
        "*t* the hours since last use: zero up to the onset, a smooth rise to the peak, then a decline. *k* is "
        "chosen for each person so that a tenth of the peak is left when the decline is over. Onset, rise, decline "
        "and peak score are drawn for each person by opioid; the hours since last use are drawn as at arrival, "
        "because people use until they come in."
    )


def _felt(plan: BuprenorphineTaper) -> str:
    return (
        f"**Felt score.** What a person feels is *W(t)* × (1 − {plan.efficacy:g} × level). The level is the day's "
        f"dose as a share of {number(plan.full_effect_mg)} mg, at most 1, while the last dose covers "
        f"({say_hours(plan.covers_h)}), and then falls in a straight line to nothing over "
        f"{say_hours(plan.wears_off_over_h)}. A late dose is therefore felt."
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
        f"score: {_intervals(every)}; in the first 24 h of a stay after {say_hours(every.first_day_h)} at most. A "
        f"check that nobody has started when the next one falls due lapses and counts as missed.{comfort} Between "
        f"events a person's felt score is taken anew every {say_hours(rules.look_again_every_h)}."
    )


def _intervals(every: CheckEvery) -> str:
    return listing([f"{band.replace('_', ' ')} {say_hours(getattr(every, f'{band}_h'))}" for band in BANDS])


def _taper(plan: BuprenorphineTaper) -> Iterator[str]:
    yield _induction(plan.induction)
    clock = listing([say_clock(hour) for hour in plan.dose_times])
    by_day = ", ".join(number(mg) for mg in plan.mg_by_day)
    yield (
        f"**Doses.** The daily dose is {by_day} mg on days 1 to {len(plan.mg_by_day)}, counted from the first dose "
        f"and divided equally over rounds at {clock}. A round that comes less than {say_hours(plan.least_gap_h)} "
        "after the last dose is passed over. Doses never lapse, and one waits at a time."
    )
    yield (
        "**Review and readiness.** From the day after the examination a prescriber's review falls due at "
        f"{say_clock(plan.review_at)} each day; one that nobody has started by the next day lapses. A person is "
        "medically ready at a review that finds the protocol days done and the felt score below "
        f"{number(plan.ready.score_below)} for at least {say_hours(plan.ready.for_h)}."
    )


def _induction(rule: Induction) -> str:
    return (
        f"**Induction.** The first dose of {number(rule.dose_mg)} mg is asked for when the prescriber has ordered the "
        f"protocol, a score of {number(rule.score_at_least)} or more is found and the last use is long enough ago "
        f"({say_hours(rule.after_short_acting_h)} for a short-acting opioid, {say_hours(rule.after_long_acting_h)} "
        f"for a long-acting one). A check follows {say_hours(rule.recheck_after_h)} later; if the score is still as "
        "high, the rest of the first day's dose is given. Someone who has not reached the score "
        f"{say_hours(rule.no_start_after_h)} after arrival needs no doses, and their protocol days count as done."
    )
