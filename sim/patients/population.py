"""The patient table: one row per referral, in the order of their times."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from sim.patients.arrivals import Group, groups
from sim.patients.census import census_columns, census_groups, given_the_census
from sim.patients.character import draw_character
from sim.patients.course import draw_course
from sim.patients.episodes import episode_of, numbered
from sim.patients.luck import draw_access, draw_afterwards, draw_complications, draw_leaving, draw_tasks
from sim.patients.plans import bed_groups, draw_destinations, draw_protocol, draw_wish, fixed_stay
from sim.patients.shifts import ShiftLuck, draw_shifts
from sim.patients.streams import Purpose
from sim.patients.traits import Traits
from sim.patients.who import Floats, Ints, Who
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Population:
    """All referrals of one replication; every array has one row per referral.

    Rows are sorted by time of referral, then by number; people of the census were
    referred before time 0. Only first episodes, until `with_returns` adds later ones.
    """

    number: Ints
    """Of the person's episode: the same in every scenario (see `episodes`)."""
    source: Ints
    referral_h: Floats
    traits: Traits
    shifts: ShiftLuck
    """The luck of the unit itself."""
    scenario: Scenario = field(repr=False)
    groups: tuple[Group, ...] = field(repr=False)
    _later: dict[int, "Population"] = field(default_factory=dict, repr=False, init=False)

    @property
    def size(self) -> int:
        return self.number.size

    @property
    def protocol(self) -> Ints:
        return self.traits.protocol

    @property
    def opioid(self) -> Ints:
        return self.traits.opioid

    def row(self, number: int) -> int:
        """Row of a person's episode. Raises KeyError when nobody of that number is referred."""
        rows = np.flatnonzero(self.number == number)
        if not rows.size:
            raise KeyError(number)
        return int(rows[0])

    def episode(self, episode: int) -> "Population":
        """The same people, row by row, with the luck of their second or a later episode; `referral_h` is nan.

        Asked of a table of first episodes; drawn once and kept.
        """
        if episode not in self._later:
            drawn = _drawn(self.scenario, [group.of_episode(episode) for group in self.groups], self.shifts)
            by_number = np.argsort(drawn.number)
            wanted = np.searchsorted(drawn.number[by_number], numbered(self.number, episode))
            self._later[episode] = _of(drawn, by_number[wanted])
        return self._later[episode]

    def with_returns(self, numbers: Ints, referral_h: Floats) -> "Population":
        """These first episodes and, beside them, later ones that happened; shape (returns,) each.

        Raises KeyError when a number is nobody's.
        """
        parts, times_h = [self], [self.referral_h]
        for episode in np.unique(episode_of(numbers)).tolist():
            these = episode_of(numbers) == episode
            later = self.episode(episode)
            parts.append(_of(later, np.array([later.row(number) for number in numbers[these].tolist()])))
            times_h.append(referral_h[these])
        table = replace(
            self,
            number=np.concatenate([part.number for part in parts]),
            source=np.concatenate([part.source for part in parts]),
            referral_h=np.concatenate(times_h),
            traits=Traits.joined([part.traits for part in parts]),
        )
        return _in_order(table)


def draw_population(scenario: Scenario, replication: int) -> Population:
    """Everybody referred before the horizon, and the census, with all their luck.

    Depends on the scenario, its seed and the replication only.
    """
    everybody = [*census_groups(scenario, replication), *groups(scenario, replication)]
    return _in_order(_drawn(scenario, everybody, draw_shifts(scenario, replication)))


def draw_traits(scenario: Scenario, group: Group) -> Traits:
    """Traits of everybody in the group; each column from its own stream.

    Raises ModelError when somebody is eligible for nothing.
    """
    who = Who(group.comes.size)
    character = draw_character(scenario, group, who)
    protocol = draw_protocol(scenario, group, who)
    admitted_to, apart = bed_groups(scenario, who)
    columns: dict[str, Any] = vars(character) | {
        "protocol": protocol,
        "wish": draw_wish(scenario, group, who),
        "stay_h": fixed_stay(scenario, protocol, group.ranks(Purpose.STAY)),
        "bed_groups": admitted_to,
        "apart": apart,
        "task_h": draw_tasks(scenario, group),
    }
    columns |= draw_course(scenario, group, character) | draw_destinations(scenario, group)
    columns |= draw_access(scenario, group, who) | draw_leaving(scenario, group, who)
    columns |= draw_complications(scenario, group, who) | draw_afterwards(scenario, group) | census_columns(group)
    return Traits(**columns | given_the_census(scenario, group, columns))


def _drawn(scenario: Scenario, everybody: Sequence[Group], shifts: ShiftLuck) -> Population:
    return Population(
        number=np.concatenate([group.number for group in everybody]),
        source=np.concatenate([np.full(group.number.size, group.source) for group in everybody]),
        referral_h=np.concatenate([group.referral_h for group in everybody]),
        traits=Traits.joined([draw_traits(scenario, group) for group in everybody]),
        shifts=shifts,
        scenario=scenario,
        groups=tuple(everybody),
    )


def _of(table: Population, rows: Ints) -> Population:
    return replace(
        table,
        number=table.number[rows],
        source=table.source[rows],
        referral_h=table.referral_h[rows],
        traits=table.traits.of(rows),
    )


def _in_order(table: Population) -> Population:
    return _of(table, np.lexsort((table.number, table.referral_h)))
