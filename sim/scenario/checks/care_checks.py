"""Does the scenario have what its protocols, its ratio rule and its destinations need?"""

from collections.abc import Iterator
from itertools import pairwise

from sim.scenario.beds import UnitPart
from sim.scenario.checks.demand_checks import Wrong, shares_fault
from sim.scenario.protocols import BuprenorphineTaper, Protocol
from sim.scenario.staff import Staff, Tasks
from sim.scenario.transition import OutsidePlace, StepDown, Transition
from sim.scenario.values.nearest import suggestion
from sim.scenario.withdrawal import Withdrawal

Protocols = dict[str, Protocol]

TAPER_TASKS = (
    "nursing_assessment",
    "history_and_physical",
    "first_dose",
    "dose",
    "check",
    "daily_review",
    "discharge",
)
"""Work without which nobody under a buprenorphine taper would get through their stay."""


def protocol_faults(protocols: Protocols) -> Iterator[Wrong]:
    """Shares, and dose rounds in order."""
    yield from shares_fault(("protocols",), (protocol.share_pct for protocol in protocols.values()))
    for name, protocol in protocols.items():
        if isinstance(protocol, BuprenorphineTaper):
            times = protocol.dose_times
            if any(later <= earlier for earlier, later in pairwise(times)):
                yield (
                    ("protocols", name, "dose_times"),
                    "are not in order; clock times that rise through the day are accepted",
                )


def withdrawal_faults(withdrawal: Withdrawal | None) -> Iterator[Wrong]:
    """Shares of the opioids."""
    if withdrawal:
        opioids = withdrawal.opioids.values()
        yield from shares_fault(("withdrawal", "opioids"), (opioid.share_pct for opioid in opioids))


def taper_faults(
    protocols: Protocols, staff: Staff | None, withdrawal: Withdrawal | None, tasks: Tasks
) -> Iterator[Wrong]:
    """What a buprenorphine taper needs and the scenario lacks."""
    taper = next((name for name, each in protocols.items() if isinstance(each, BuprenorphineTaper)), None)
    if taper is None:
        return
    needed_by = f"is missing; the buprenorphine taper protocols.{taper} needs it"
    if staff is None:
        yield ("staff",), needed_by
    if withdrawal is None:
        yield ("withdrawal",), needed_by
    for task in TAPER_TASKS:
        if getattr(tasks, task) is None:
            yield ("tasks", task), needed_by


def ratio_faults(unit: UnitPart, staff: Staff | None) -> Iterator[Wrong]:
    """The ratio rule counts a role that must exist."""
    roles = staff.roles if staff else {}
    if unit.ratio and unit.ratio.role not in roles:
        hint = suggestion(unit.ratio.role, roles)
        yield ("unit", "ratio", "role"), f"is '{unit.ratio.role}', not one of staff.roles{hint}"


def transition_faults(transition: Transition | None) -> Iterator[Wrong]:
    """Wishes, and the next option of every place that people may have to wait for."""
    if transition is None:
        return
    here = ("transition", "destinations")
    yield from shares_fault(here, (each.wish_pct for each in transition.destinations.values()))
    for name, place in transition.destinations.items():
        if not isinstance(place, StepDown | OutsidePlace):
            continue
        if place.otherwise is None:
            if transition.boarding_limit_h is not None:
                yield (*here, name, "otherwise"), "is missing; with a boarding_limit the next option is needed"
        elif place.otherwise not in transition.destinations:
            hint = suggestion(place.otherwise, transition.destinations)
            yield (*here, name, "otherwise"), f"is '{place.otherwise}', not one of transition.destinations{hint}"
    yield from _circles(transition)


def _circles(transition: Transition) -> Iterator[Wrong]:
    """Each circle of next options once, told where it is entered first."""
    told: set[str] = set()
    for start in transition.destinations:
        way = [start]
        while (after := getattr(transition.destinations.get(way[-1]), "otherwise", None)) and after not in way:
            way.append(after)
        if after == start and not told & set(way):
            told.update(way)
            says = f"goes round in a circle: {' -> '.join([*way, start])}"
            yield ("transition", "destinations", start, "otherwise"), says
