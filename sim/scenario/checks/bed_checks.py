"""Do the beds, their groups and the ratio rule fit together and the rest of the scenario?"""

from collections.abc import Iterator

from sim.scenario.beds import BedGroup, UnitPart
from sim.scenario.checks.choices import one_for_everybody, somebody_for_each
from sim.scenario.checks.names import Cast, rule_faults, word_faults
from sim.scenario.checks.wrong import Wrong, stranger
from sim.scenario.staff import Staff
from sim.scenario.tree.node import Steps

GROUPS = ("unit", "bed_groups")


def ratio_faults(unit: UnitPart, staff: Staff | None) -> Iterator[Wrong]:
    """The ratio rule counts a role that must exist."""
    if unit.ratio:
        roles = staff.roles if staff else {}
        yield from stranger(("unit", "ratio", "role"), unit.ratio.role, roles, "staff.roles")


def bed_faults(unit: UnitPart) -> Iterator[Wrong]:
    """Groups hold all the beds, and what they say has an effect."""
    if unit.bed_groups is None:
        return
    total = sum(group.beds for group in unit.bed_groups.values())
    if unit.beds != total:
        yield GROUPS, f"have {total} beds together; as many as unit.beds says are accepted, {unit.beds}"
    for name, group in unit.bed_groups.items():
        yield from _group_faults((*GROUPS, name), group)


def _group_faults(here: Steps, group: BedGroup) -> Iterator[Wrong]:
    if group.nowhere_else and not group.only_for:
        yield (*here, "nowhere_else"), "has no effect without only_for"
    if group.room_beds > group.beds:
        yield (*here, "room_beds"), f"is {group.room_beds}, more than the {group.beds} beds of the group"
    if group.rooms_apart and group.room_beds == 1:
        yield (*here, "rooms_apart"), "has no effect on rooms with one bed; room_beds of 2 or more is accepted"
    if group.room_beds > 1 and not group.rooms_apart:
        yield (*here, "room_beds"), "has no effect without rooms_apart, which says who shares no room"


def bed_word_faults(cast: Cast, unit: UnitPart) -> Iterator[Wrong]:
    """Each group has somebody, and everybody a group."""
    groups = unit.bed_groups
    if groups is None:
        return
    for name, group in groups.items():
        yield from rule_faults(cast, (*GROUPS, name), group)
        if group.rooms_apart:
            yield from word_faults(cast, (*GROUPS, name, "rooms_apart"), [group.rooms_apart])
    yield from one_for_everybody(cast, GROUPS, groups, "one without only_for")
    yield from somebody_for_each(cast, GROUPS, groups)
