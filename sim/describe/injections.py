"""Long-acting injections and what people take with them, in prose."""

from collections.abc import Iterator

from sim.describe.words import lasting, number
from sim.scenario.protocols import BuprenorphineContinued, Depot, Naltrexone, NaltrexoneInjection, OralNaltrexone
from sim.scenario.values.hours import say_clock


def injection(plan: BuprenorphineContinued | Naltrexone) -> Iterator[str]:
    """A paragraph about the injection and one about tablets to take home, where the protocol has them."""
    if isinstance(plan, Naltrexone):
        yield _naltrexone(plan, plan.injection)
        return
    if plan.injection:
        yield _buprenorphine(plan.injection)
    if plan.take_home_h:
        yield _take_home(plan)


def _buprenorphine(rule: Depot) -> str:
    return (
        "**Injection.** When the protocol days are done, an injection of long-acting buprenorphine falls due for "
        "everybody who has had a first dose. It takes the place of further doses and acts in full until the end of "
        f"the stay. It counts as medication for {lasting(rule.lasts_h)} after it was given."
    )


def _take_home(plan: BuprenorphineContinued) -> str:
    unless = ", unless they have had the injection" if plan.injection else ""
    return (
        f"**Tablets to take home.** On a discharge as planned people have tablets for {lasting(plan.take_home_h)}"
        f"{unless}. They count as medication for as long."
    )


def _naltrexone(plan: Naltrexone, rule: NaltrexoneInjection) -> str:
    way = _rapid(plan, rule.rapid) if rule.rapid else _standard(rule)
    return (
        f"**Injection.** {way} The injection waits until somebody gives it and counts as medication for "
        f"{lasting(rule.lasts_h)} after it."
    )


def _standard(rule: NaltrexoneInjection) -> str:
    if rule.opioid_free_h is None:
        return "Extended-release naltrexone falls due when the protocol days are done."
    return (
        "Extended-release naltrexone falls due when the protocol days are done and the last opioid, doses of the "
        f"protocol included, is {lasting(rule.opioid_free_h)} ago."
    )


def _rapid(plan: Naltrexone, rule: OralNaltrexone) -> str:
    return (
        f"Rapid pathway: from protocol day {rule.from_day} on a low oral dose of naltrexone is given, then one each "
        f"day at {say_clock(plan.dose_times[0])}; the first one multiplies the felt score by {number(rule.felt_ratio)} "
        f"until the injection. Extended-release naltrexone falls due on protocol day {rule.injection_on_day}."
    )
