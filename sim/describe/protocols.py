"""The protocols in prose: who has which, and what each of them asks for."""

from collections.abc import Iterator, Sequence

from sim.describe.doses import dosing
from sim.describe.injections import injection
from sim.describe.word_names import who
from sim.describe.words import bullets, counted, escaped, hours_spread, lasting, listing, number, paragraphs
from sim.scenario.protocols import (
    Alpha2Agonist,
    BuprenorphineContinued,
    BuprenorphineTaper,
    CarePlan,
    Dosed,
    FixedStay,
    MethadoneTaper,
    Naltrexone,
    Protocol,
    Symptomatic,
)
from sim.scenario.scenario import Scenario
from sim.scenario.values.hours import say_clock

SUMMARY = {
    BuprenorphineTaper: "Buprenorphine once withdrawal is present, lowered day by day.",
    BuprenorphineContinued: "Buprenorphine once withdrawal is present, which goes on after the stay.",
    MethadoneTaper: "Methadone once withdrawal is present, lowered day by day.",
    Alpha2Agonist: "An alpha-2 agonist (clonidine or lofexidine), which is no opioid.",
    Naltrexone: "An opioid agonist for a few days, then none, until extended-release naltrexone is injected.",
    Symptomatic: "Comfort medication only: nothing is given that changes withdrawal itself.",
}


def protocols(scenario: Scenario) -> Iterator[str]:
    """Who has which protocol, then the rules of each; those that are the same for all of them come first."""
    plans = scenario.protocols
    if len(plans) == 1:
        yield from _rules(next(iter(plans.values())))
        return
    yield _choice(scenario)
    told = {name: list(_rules(plan)) for name, plan in plans.items()}
    same = _in_all([told[name] for name, plan in plans.items() if isinstance(plan, CarePlan)])
    if same:
        yield paragraphs("***All protocols of withdrawal care***", *same)
    for name, plan in plans.items():
        yield paragraphs(f"***{plan_name(name, plan)}***", *(rule for rule in told[name] if rule not in same))


def _in_all(told: Sequence[list[str]]) -> list[str]:
    """The rules that several protocols have word for word in common."""
    return [rule for rule in told[0] if all(rule in each for each in told)] if len(told) > 1 else []


def plan_name(name: str, plan: Protocol) -> str:
    return escaped(plan.label or name)


def _choice(scenario: Scenario) -> str:
    plans = scenario.protocols.items()
    if not any(plan.only_for or plan.not_for for _, plan in plans):
        shares = [f"{plan_name(name, plan)} ({number(plan.share_pct)} %)" for name, plan in plans]
        return f"**Protocols.** Each person has one of these care plans, drawn before arrival: {listing(shares)}."
    weights = [
        f"{plan_name(name, plan)}: weight {number(plan.share_pct)}, for {who(scenario, plan.only_for, plan.not_for)}"
        for name, plan in plans
    ]
    return paragraphs(
        "**Protocols.** Each person has one of the care plans that they are eligible for, drawn before arrival in the "
        "ratio of the weights:",
        bullets(weights),
    )


def _rules(plan: Protocol) -> Iterator[str]:
    if isinstance(plan, FixedStay):
        yield _fixed_stay(plan)
        return
    yield f"**In short.** {SUMMARY[type(plan)]} It is done {_done(plan)}."
    if isinstance(plan, Dosed):
        yield from dosing(plan)
    if isinstance(plan, BuprenorphineContinued | Naltrexone):
        yield from injection(plan)
    if isinstance(plan, Symptomatic):
        yield "**Felt score.** What a person feels is *W(t)* itself."
    yield _readiness(plan)


def _fixed_stay(plan: FixedStay) -> str:
    return (
        "**Fixed stay.** A person under this plan has no course of withdrawal and needs no work: they stay for a "
        f"drawn length of time ({hours_spread(plan.stay)}) and are then ready to leave."
    )


def _readiness(plan: CarePlan) -> str:
    return (
        "**Review and readiness.** From the day after the examination a prescriber's review falls due at "
        f"{say_clock(plan.review_at)} each day; one that nobody has started by the next day lapses. A person is "
        "medically ready at a review that finds the protocol done and the felt score below "
        f"{number(plan.ready.score_below)} for at least {lasting(plan.ready.for_h)}."
    )


def _done(plan: CarePlan) -> str:
    """When, counted in whole days."""
    days = counted(plan.protocol_days, "day")
    if isinstance(plan, Naltrexone):
        return "when naltrexone has been injected"
    if isinstance(plan, BuprenorphineContinued) and plan.injection:
        return "when buprenorphine has been injected"
    return f"{days} after admission" if isinstance(plan, Symptomatic) else f"{days} after the first dose"
