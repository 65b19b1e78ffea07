"""What no single type can see: sections of a scenario against each other.

A check runs when every section it looks at is valid by itself, so a slip in one
section does not hide the faults of the others.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sim.scenario.checks.bed_checks import bed_faults, bed_word_faults, ratio_faults
from sim.scenario.checks.census_bed_checks import census_bed_faults
from sim.scenario.checks.census_checks import census_faults, census_word_faults
from sim.scenario.checks.complication_checks import complication_faults, complication_word_faults
from sim.scenario.checks.demand_checks import demand_faults, outpatient_word_faults
from sim.scenario.checks.leaving_checks import leaving_word_faults
from sim.scenario.checks.money_checks import money_faults
from sim.scenario.checks.names import Cast, name_faults
from sim.scenario.checks.need_checks import care_faults, protocol_need_faults, task_need_faults
from sim.scenario.checks.people_checks import class_faults, class_word_faults, people_faults, trait_word_faults
from sim.scenario.checks.protocol_checks import eligibility_faults, protocol_faults, withdrawal_faults
from sim.scenario.checks.role_checks import role_faults, task_faults
from sim.scenario.checks.roster_checks import roster_faults
from sim.scenario.checks.transition_checks import destination_word_faults, transition_faults
from sim.scenario.checks.wrong import Wrong

Check = Callable[..., Iterator[Wrong]]
Checks = tuple[tuple[tuple[str, ...], Check], ...]

CHECKS: Checks = (
    (("demand",), demand_faults),
    (("demand",), class_faults),
    (("people",), people_faults),
    (("staff",), roster_faults),
    (("staff",), role_faults),
    (("tasks", "staff"), task_faults),
    (("tasks", "demand", "counselling", "complications", "protocols"), task_need_faults),
    (("unit",), bed_faults),
    (("unit", "staff"), ratio_faults),
    (("protocols",), protocol_faults),
    (("withdrawal",), withdrawal_faults),
    (("protocols", "staff", "withdrawal", "tasks"), protocol_need_faults),
    (("protocols", "counselling", "complications"), care_faults),
    (("complications",), complication_faults),
    (("transition",), transition_faults),
    (("money", "staff", "unit"), money_faults),
    (("census", "run", "unit", "demand"), census_faults),
)
"""Names of sections and the check that takes them as arguments."""

OF_THE_CAST = ("people", "withdrawal", "demand", "protocols")
WORD_CHECKS: Checks = (
    ((), name_faults),
    ((), trait_word_faults),
    ((), class_word_faults),
    (("census",), eligibility_faults),
    ((), outpatient_word_faults),
    (("unit",), bed_word_faults),
    (("leaving",), leaving_word_faults),
    (("protocols", "complications"), complication_word_faults),
    (("transition",), destination_word_faults),
    (("census",), census_word_faults),
    (("census", "unit"), census_bed_faults),
)
"""Checks of words, which take the cast before the sections."""


def cross_faults(sections: Mapping[str, Any]) -> Iterator[Wrong]:
    """(steps, sentence) of every fault between valid sections."""
    yield from _told(CHECKS, sections)
    if all(name in sections for name in OF_THE_CAST):
        yield from _told(WORD_CHECKS, sections, Cast(*(sections[name] for name in OF_THE_CAST)))


def _told(checks: Checks, sections: Mapping[str, Any], *first: Cast) -> Iterator[Wrong]:
    for names, check in checks:
        if all(name in sections for name in names):
            yield from check(*first, *(sections[name] for name in names))
