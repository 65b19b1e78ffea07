"""Beds and admission in prose: bed groups, the gate, the call and the way to the bed."""

from collections.abc import Iterator

from sim.describe.front_door import no_show_formula
from sim.describe.word_names import who, word_name
from sim.describe.words import bullets, counted, escaped, hours_spread, listing, paragraphs, window_hours
from sim.scenario.beds import BedGroup
from sim.scenario.demand import Demand
from sim.scenario.scenario import Scenario
from sim.vocabulary import Blocked


def admission(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule from the call to the bed that this scenario uses."""
    if scenario.unit.bed_groups:
        yield _groups(scenario, scenario.unit.bed_groups)
    yield _gate(scenario)
    yield _call(scenario.demand)


def _groups(scenario: Scenario, groups: dict[str, BedGroup]) -> str:
    return paragraphs(
        "**Bed groups.** The beds form groups, each with its rule:",
        bullets(_group(scenario, name, group) for name, group in groups.items()),
        "A person takes a free bed of the most specific group that admits them: groups for some people come before "
        "groups for everyone, among them those with fewer words first, then in the order written. " + _rooms(groups),
    ).rstrip()


def _group(scenario: Scenario, name: str, group: BedGroup) -> str:
    told = [f"{escaped(group.label or name)}: {counted(group.beds, 'bed')}"]
    if group.room_beds > 1 or group.rooms_apart:
        told[0] += f" in rooms of {group.room_beds}"
    told[0] += f", for {who(scenario, group.only_for)}"
    if group.nowhere_else:
        told.append("they are put in no other group")
    if group.rooms_apart:
        told.append(f"people with {word_name(scenario, group.rooms_apart)} share no room with people without")
    return "; ".join(told)


def _rooms(groups: dict[str, BedGroup]) -> str:
    if not any(group.rooms_apart for group in groups.values()):
        return ""
    return (
        "Where people share no room, a person takes the fullest room that has a place for their kind, so that whole "
        "rooms stay free for either."
    )


def _gate(scenario: Scenario) -> str:
    unit = scenario.unit
    needs = {Blocked.BEDS: "a bed is free and clean"}
    if unit.bed_groups:
        needs[Blocked.BEDS] = "a bed is free and clean in a group that admits them"
    if unit.admission_hours:
        needs[Blocked.HOURS] = f"the hour is inside admission hours ({window_hours(unit.admission_hours)})"
    if unit.ratio:
        needs[Blocked.RATIO] = (
            f"after the admission there are at most {unit.ratio.patients:g} patients for each "
            f"{escaped(unit.ratio.role)} on shift, counting people on their way"
        )
    missing = " Where several of these are missing, the first in this order is what blocked the admission."
    in_order = [needs[cause] for cause in Blocked if cause in needs]
    called = f"**Gate.** The next person is called as soon as {listing(in_order, ', and ')}."
    return called + missing if len(needs) > 1 else called


def _call(demand: Demand) -> str:
    sentences = []
    if demand.travel:
        sentences.append(
            f"The time from the call to arrival is {hours_spread(demand.travel)}; the bed is reserved meanwhile."
        )
    if demand.no_show:
        sentences.append(
            f"A called person does not turn up with chance {no_show_formula(demand.no_show)}, where *d* is the wait in "
            "days; the bed is then free again without cleaning."
        )
    return f"**Call.** {' '.join(sentences)}" if sentences else ""
