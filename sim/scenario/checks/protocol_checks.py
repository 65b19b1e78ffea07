"""Do the protocols make sense by themselves, and is there one for everybody?"""

from collections.abc import Iterator
from itertools import pairwise

from sim.scenario.census import Census
from sim.scenario.checks.choices import have_rules, one_for_everybody, somebody_for_each
from sim.scenario.checks.names import BEFORE_PROTOCOLS, Cast, rule_faults
from sim.scenario.checks.wrong import Wrong, one_of, shares_fault
from sim.scenario.protocols import Dosed, Naltrexone, OralNaltrexone, Protocol
from sim.scenario.tree.node import Steps
from sim.scenario.values.hours import say_hours
from sim.scenario.withdrawal import Withdrawal

Protocols = dict[str, Protocol]

LEAST_OPIOID_FREE_H = 7 * 24.0
"""Lower end of `med_xrntx_washout_standard`."""

EARLIEST_RAPID_DAY = 5
"""Lower end of `med_xrntx_admission_length_rapid`."""

OPEN_ONE = "one without only_for and not_for"


def protocol_faults(protocols: Protocols) -> Iterator[Wrong]:
    """Shares, dose rounds in order, and naltrexone not too soon."""
    if not have_rules(protocols):
        yield from shares_fault(("protocols",), (protocol.share_pct for protocol in protocols.values()))
    for name, protocol in protocols.items():
        here = ("protocols", name)
        if isinstance(protocol, Dosed) and any(later <= earlier for earlier, later in pairwise(protocol.dose_times)):
            yield (*here, "dose_times"), "are not in order; clock times that rise through the day are accepted"
        if isinstance(protocol, Naltrexone):
            yield from _naltrexone_faults((*here, "injection"), protocol)


def _naltrexone_faults(here: Steps, protocol: Naltrexone) -> Iterator[Wrong]:
    injection = protocol.injection
    yield from one_of(here, injection, ("opioid_free_h", "rapid"))
    if injection.opioid_free_h is not None and injection.opioid_free_h < LEAST_OPIOID_FREE_H:
        says = f"is {say_hours(injection.opioid_free_h)}; at least 7 days is accepted"
        yield (*here, "opioid_free"), f"{says}: naltrexone before the opioid-free days would bring on withdrawal"
    if injection.rapid:
        yield from _rapid_faults((*here, "rapid"), injection.rapid, protocol.mg_by_day)


def _rapid_faults(here: Steps, rapid: OralNaltrexone, mg_by_day: tuple[float, ...]) -> Iterator[Wrong]:
    last = max((day for day, mg in enumerate(mg_by_day, start=1) if mg > 0), default=0)
    if rapid.from_day < last + 2:
        says = f"is {rapid.from_day}; at least {last + 2} is accepted, a whole day after the last agonist day ({last})"
        yield (*here, "from_day"), says
    soonest = max(EARLIEST_RAPID_DAY, rapid.from_day + 1)
    if rapid.injection_on_day < soonest:
        says = f"is {rapid.injection_on_day}; at least {soonest} is accepted, after a day or more of oral doses"
        yield (*here, "injection_on_day"), says


def eligibility_faults(cast: Cast, census: Census | None) -> Iterator[Wrong]:
    """Each protocol has somebody, and everybody a protocol."""
    in_use = {person.protocol for person in census.in_bed} if census else set()
    given = {name: plan for name, plan in cast.protocols.items() if plan.share_pct > 0}
    for name, protocol in cast.protocols.items():
        yield from rule_faults(cast, ("protocols", name), protocol, BEFORE_PROTOCOLS)
        if name not in given and name not in in_use:
            yield ("protocols", name, "share_pct"), "is 0, so nobody has it; more is accepted (null takes it away)"
    if not have_rules(cast.protocols):
        return
    if not given:
        yield ("protocols",), "have a share_pct of 0 throughout; at least one above 0 is accepted"
        return
    yield from one_for_everybody(cast, ("protocols",), given, OPEN_ONE)
    yield from somebody_for_each(cast, ("protocols",), given)


def withdrawal_faults(withdrawal: Withdrawal | None) -> Iterator[Wrong]:
    """Shares of the opioids."""
    if withdrawal:
        opioids = withdrawal.opioids.values()
        yield from shares_fault(("withdrawal", "opioids"), (opioid.share_pct for opioid in opioids))
