"""Is there a bed for everybody of tonight's census, whatever is drawn about them?"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import ceil
from typing import Any, NamedTuple

from sim.scenario.beds import BedGroup, UnitPart
from sim.scenario.census import Census, InBed
from sim.scenario.checks.bed_checks import bed_faults
from sim.scenario.checks.names import Cast
from sim.scenario.checks.possible import Combination, TooMany, admits, possible_people, words_of
from sim.scenario.checks.wrong import Wrong
from sim.scenario.people import Trait
from sim.scenario.withdrawal import Withdrawal

HERE = ("census", "in_bed")
Groups = Mapping[str, BedGroup]


class Need(NamedTuple):
    """What somebody needs of the bed groups."""

    groups: frozenset[str]
    """Those that admit them."""
    apart: frozenset[str]
    """Those in which the word that keeps people apart is true of them."""


Rivals = list[tuple[int, list[Need]]]
"""For each row of the census: how many people, and what one of them may need."""


def census_bed_faults(cast: Cast, census: Census | None, unit: UnitPart) -> Iterator[Wrong]:
    """The bed groups must hold the people in bed; the first set of groups that may not is told."""
    groups = unit.bed_groups
    if census is None or groups is None or any(bed_faults(unit)) or not _can_be_seen(cast, census, groups):
        return
    try:
        rows: Rivals = [(row.number_of_people, list(_needs(_as_said(cast, row), groups))) for row in census.in_bed]
    except TooMany:
        yield HERE, "says too little to see whether there is a bed for everybody; more in has and has_not is accepted"
        return
    for wanted in sorted(
        {need.groups for _, needs in rows for need in needs}, key=lambda names: (len(names), sorted(names))
    ):
        rivals, room = _rivals(rows, wanted), sum(_sure_beds(groups[name]) for name in wanted)
        people = sum(number for number, _ in rivals)
        if people > room and not _fill_rooms(rivals, groups, wanted):
            yield HERE, _too_many(people, room, [name for name in groups if name in wanted])
            return


def _too_many(people: int, room: int, groups: list[str]) -> str:
    return (
        f"has {people} people who may need the bed groups {' or '.join(groups)}, where {room} find a bed whoever they "
        "are; fewer people, or more in has and has_not, is accepted"
    )


def _can_be_seen(cast: Cast, census: Census, groups: Groups) -> bool:
    """Unknown words, and more people than beds, are faults of their own."""
    people, beds = sum(row.number_of_people for row in census.in_bed), sum(group.beds for group in groups.values())
    return people <= beds and all(map(cast.kind_of, _words(groups)))


def _words(groups: Groups) -> set[str]:
    apart = {group.rooms_apart for group in groups.values() if group.rooms_apart}
    return apart.union(*map(words_of, groups.values()))


def _as_said(cast: Cast, row: InBed) -> Cast:
    """The cast as it is for the people of this row: what is said of them is certain."""
    said = dict.fromkeys(row.has, 100.0) | dict.fromkeys(row.has_not, 0.0)
    traits = {
        name: Trait(share_pct=said[name]) if name in said else trait for name, trait in cast.people.traits.items()
    }
    return replace(
        cast,
        people=cast.people.model_copy(update={"traits": traits}),
        demand=cast.demand.model_copy(update={"sources": _only(cast.demand.sources, row.source)}),
        withdrawal=_with_opioid(cast.withdrawal, row.opioid),
        protocols=_only(cast.protocols, row.protocol, only_for=(), not_for=()),
    )


def _with_opioid(rules: Withdrawal | None, opioid: str | None) -> Withdrawal | None:
    return rules and rules.model_copy(update={"opioids": _only(rules.opioids, opioid)})


def _only(choices: Mapping[str, Any], said: str | None, **free: Any) -> dict[str, Any]:
    """The one that is said, for certain; all of them when nothing is."""
    if said is None:
        return dict(choices)
    return {name: each.model_copy(update={"share_pct": 100.0} | free) for name, each in choices.items() if name == said}


def _needs(cast: Cast, groups: Groups) -> set[Need]:
    return {_need(groups, true) for true in possible_people(cast, _words(groups))}


def _need(groups: Groups, true: Combination) -> Need:
    fitting = {name: group for name, group in groups.items() if admits(group, true)}
    kept = frozenset(name for name, group in fitting.items() if group.nowhere_else)
    return Need(
        kept or frozenset(fitting), frozenset(name for name, each in groups.items() if each.rooms_apart in true)
    )


def _rivals(rows: Rivals, wanted: frozenset[str]) -> Rivals:
    """Who may lie in these groups before somebody who needs one of them: people with fewer groups go to bed first."""
    found = (
        (number, [need for need in needs if need.groups & wanted and len(need.groups) <= len(wanted)])
        for number, needs in rows
    )
    return [(number, needs) for number, needs in found if needs]


def _sure_beds(group: BedGroup) -> int:
    """However people are mixed; where some share no room, one room may be left with a single person in it."""
    return group.beds - (group.room_beds - 1 if group.rooms_apart else 0)


def _fill_rooms(rivals: Rivals, groups: Groups, wanted: frozenset[str]) -> bool:
    """Whether people fill the rooms of a single group, all of one size, however what is not said turns out."""
    (name, *others) = wanted
    group = groups[name]
    if others or group.beds % group.room_beds:
        return False
    either = sum(number for number, needs in rivals if len({name in need.apart for need in needs}) > 1)
    apart = sum(number for number, needs in rivals if all(name in need.apart for need in needs))
    rest = sum(number for number, _ in rivals) - either - apart
    rooms = max(
        ceil((apart + some) / group.room_beds) + ceil((rest + either - some) / group.room_beds)
        for some in range(either + 1)
    )
    return rooms * group.room_beds <= group.beds
