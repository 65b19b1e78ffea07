"""Does tonight's census fit the unit, its words and its own times?"""

from collections.abc import Iterator

from sim.scenario.beds import UnitPart
from sim.scenario.census import Census, Described, InBed
from sim.scenario.checks.names import Cast
from sim.scenario.checks.wrong import Wrong, stranger
from sim.scenario.demand import Demand
from sim.scenario.part import as_number
from sim.scenario.protocols import CarePlan, Dosed, Protocol
from sim.scenario.run import Run
from sim.scenario.tree.node import Steps
from sim.scenario.values.hours import say_hours


def census_faults(census: Census | None, run: Run, unit: UnitPart, demand: Demand) -> Iterator[Wrong]:
    """As many people as can be there, and a run that starts with them."""
    if census is None:
        return
    in_bed, waiting = (sum(row.number_of_people for row in rows) for rows in (census.in_bed, census.waiting))
    if in_bed > as_number(unit.beds):
        yield ("census", "in_bed"), f"has {in_bed} people; at most {unit.beds} is accepted, as unit.beds says"
    if demand.list_limit is not None and waiting > demand.list_limit:
        says = f"has {waiting} people; at most {demand.list_limit} is accepted, as demand.list_limit says"
        yield ("census", "waiting"), says
    if run.warm_up_h:
        says = f"is {say_hours(run.warm_up_h)}; 0 h is accepted, because a run with a census starts with it"
        yield ("run", "warm_up"), says
    for place, row in enumerate(census.in_bed):
        yield from _time_faults(("census", "in_bed", place), row)


def _time_faults(here: Steps, row: InBed) -> Iterator[Wrong]:
    first_h, last_h = row.first_dose_ago_h, row.last_dose_ago_h
    if first_h is not None and first_h > row.stay_so_far_h:
        says = f"is {say_hours(first_h)}, longer than the stay so far of {say_hours(row.stay_so_far_h)}"
        yield (*here, "first_dose_ago"), says
    if last_h is not None and first_h is None:
        yield (*here, "first_dose_ago"), "is missing; last_dose_ago needs it"
    if last_h is not None and first_h is not None and last_h > first_h:
        yield (*here, "last_dose_ago"), f"is {say_hours(last_h)}, longer ago than the first dose, {say_hours(first_h)}"
    if row.ready and not row.examined and first_h is None:
        yield (*here, "ready"), "is true of somebody who has neither been examined nor had a first dose"


def census_word_faults(cast: Cast, census: Census | None) -> Iterator[Wrong]:
    """What is said of people must be known, and must not contradict itself."""
    for section, rows in (("in_bed", census.in_bed), ("waiting", census.waiting)) if census else ():
        for place, row in enumerate(rows):
            here = ("census", section, place)
            spaces = cast.spaces
            yield from stranger((*here, "referred_by"), row.source, spaces["source"], "demand.sources")
            yield from stranger((*here, "opioid"), row.opioid, spaces["opioid"], "withdrawal.opioids")
            classes = "demand.priority_classes"
            yield from stranger((*here, "priority"), getattr(row, "priority", None), spaces["priority class"], classes)
            yield from stranger((*here, "protocol"), getattr(row, "protocol", None), spaces["protocol"], "protocols")
            yield from _trait_faults(cast, here, row)
            if isinstance(row, InBed):
                yield from _plan_faults(cast, here, row)


def _trait_faults(cast: Cast, here: Steps, row: Described) -> Iterator[Wrong]:
    for field in ("has", "has_not"):
        for word in getattr(row, field):
            trait = cast.people.traits.get(word)
            yield from stranger((*here, field), word, cast.people.traits, "people.traits")
            if trait and trait.ages:
                yield (*here, field), f"names '{word}', which follows from a person's age; other traits are accepted"
    for word in row.has:
        if word in row.has_not:
            yield (*here, "has_not"), f"names '{word}', as has does"


def _plan_faults(cast: Cast, here: Steps, row: InBed) -> Iterator[Wrong]:
    """The protocols that they may have, against what is said of their care."""
    if row.protocol is not None and row.protocol not in cast.protocols:
        return
    plans: list[Protocol] = [cast.protocols[row.protocol]] if row.protocol else list(cast.protocols.values())
    whose = f"protocols.{row.protocol}" if row.protocol else "each protocol"
    for field in ("examined", "ready"):
        if getattr(row, field) and not any(isinstance(plan, CarePlan) for plan in plans):
            yield (*here, field), f"has no effect, because {whose} is a fixed stay"
    for field in ("first_dose_ago", "last_dose_ago"):
        if getattr(row, f"{field}_h") is not None and not any(isinstance(plan, Dosed) for plan in plans):
            yield (*here, field), f"has no effect, because {whose} is without doses"
    if row.protocol and not _may_have(cast, row):
        yield (*here, "protocol"), f"is '{row.protocol}', which is not for people like this one"


def _may_have(cast: Cast, row: InBed) -> bool:
    """Whether what is known of a person leaves the protocol open to them."""
    plan = cast.protocols[row.protocol or ""]
    spaces = cast.spaces
    known = {row.source, row.opioid, *row.has}
    ruled_out = set(row.has_not)
    for said, kind in ((row.source, "source"), (row.opioid, "opioid")):
        if said is not None:
            ruled_out.update(set(spaces[kind]) - {said})
    return known.isdisjoint(plan.not_for) and (not plan.only_for or not ruled_out.issuperset(plan.only_for))
