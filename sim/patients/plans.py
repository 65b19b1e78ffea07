"""What people are eligible for and which of it they get: protocol, destination, bed group."""

import numpy as np

from sim.patients.arrivals import Group
from sim.patients.luck import values
from sim.patients.streams import Purpose
from sim.patients.who import Bools, Floats, Ints, Who, choose, placed
from sim.scenario.beds import BedGroup
from sim.scenario.census import InBed
from sim.scenario.protocols import FixedStay
from sim.scenario.scenario import Scenario
from sim.scenario.transition import Onward, Outpatient, OutsidePlace, StepDown


def draw_protocol(scenario: Scenario, group: Group, who: Who) -> Ints:
    """Number of the protocol, among those that a person is eligible for; ModelError when there is none."""
    plans = list(scenario.protocols.values())
    weights = np.stack([plan.share_pct * who.admitted(plan.only_for, plan.not_for) for plan in plans], axis=1)
    protocol = choose(group.ranks(Purpose.PROTOCOL), weights)
    names = list(scenario.protocols)
    for row, said in enumerate(group.tonight):
        if isinstance(said, InBed) and said.protocol is not None:
            protocol[row] = names.index(said.protocol)
    placed(protocol, "protocols")
    who.tell_choice(names, protocol)
    return protocol


def draw_wish(scenario: Scenario, group: Group, who: Who) -> Ints:
    """Number of the destination wished for, among those that a person is eligible for.

    -1 when the scenario has none; ModelError when it has some and somebody is eligible for none of them.
    """
    places = _places(scenario)
    if not places:
        return np.full(who.people, -1)
    weights = np.stack([place.wish_pct * who.admitted(place.only_for, place.not_for) for place in places], axis=1)
    return placed(choose(group.ranks(Purpose.WISH), weights), "transition.destinations")


def draw_destinations(scenario: Scenario, group: Group) -> dict[str, Floats]:
    """Columns of shape (people, destinations): `destination_h`, `funder_delay_h`, `retained_h`."""
    places = _places(scenario)
    wait, stay = group.ranks(Purpose.PLACE_WAIT), group.ranks(Purpose.STEP_DOWN_STAY)
    delay, retained = group.ranks(Purpose.FUNDER_DELAY), group.ranks(Purpose.RETAINED)
    hours, delays, lasts = (np.full((wait.size, len(places)), otherwise) for otherwise in (np.nan, 0.0, np.nan))
    for number, place in enumerate(places):
        if isinstance(place, OutsidePlace):
            hours[:, number] = place.wait.quantile(wait)
        elif isinstance(place, StepDown):
            hours[:, number] = place.stay.quantile(stay)
        if isinstance(place, OutsidePlace | StepDown) and place.funder_delay:
            delays[:, number] = place.funder_delay.quantile(delay)
        if isinstance(place, OutsidePlace | Outpatient):
            remains = place.stay if isinstance(place, OutsidePlace) else place.retained
            lasts[:, number] = values(remains, retained, otherwise=np.inf)
    return {"destination_h": hours, "funder_delay_h": delays, "retained_h": lasts}


def bed_groups(scenario: Scenario, who: Who) -> tuple[Ints, Ints]:
    """Columns `bed_groups` and `apart`, shape (people, groups).

    Groups for some come before groups for all, those with fewer words first,
    then as written. ModelError when somebody is admitted to none.
    """
    groups = list((scenario.unit.bed_groups or {}).values())
    if not groups:
        return np.zeros((who.people, 1), dtype=np.int64), np.zeros((who.people, 1), dtype=np.int64)
    order = sorted(range(len(groups)), key=lambda number: (len(groups[number].only_for) or np.inf, number))
    kept_apart = np.any([each.nowhere_else & who.admitted(each.only_for) for each in groups], axis=0)
    admits = np.stack([_admits(groups[number], kept_apart, who) for number in order], axis=1)
    first = np.argsort(~admits, axis=1, kind="stable")
    numbers = np.where(np.take_along_axis(admits, first, axis=1), np.array(order)[first], -1)
    placed(numbers[:, 0], "unit.bed_groups")
    nobody = np.zeros(who.people, dtype=bool)
    apart = np.stack([who.holds(each.rooms_apart) if each.rooms_apart else nobody for each in groups], axis=1)
    return numbers, apart.astype(np.int64)


def _admits(group: BedGroup, kept_apart: Bools, who: Who) -> Bools:
    return who.admitted(group.only_for) & (group.nowhere_else | ~kept_apart)


def fixed_stay(scenario: Scenario, protocol: Ints, ranks: Floats) -> Floats:
    """Under a fixed stay, its length; nan under other protocols."""
    stay_h = np.full(ranks.size, np.nan)
    for number, plan in enumerate(scenario.protocols.values()):
        if isinstance(plan, FixedStay):
            stay_h[protocol == number] = plan.stay.quantile(ranks[protocol == number])
    return stay_h


def _places(scenario: Scenario) -> list[Onward]:
    return list(scenario.transition.destinations.values()) if scenario.transition else []
