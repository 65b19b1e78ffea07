"""What no single type can see: sections of a scenario against each other.

A check runs when every section it looks at is valid by itself, so a slip in one
section does not hide the faults of the others.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sim.scenario.checks.care_checks import (
    protocol_faults,
    ratio_faults,
    taper_faults,
    transition_faults,
    withdrawal_faults,
)
from sim.scenario.checks.demand_checks import Wrong, demand_faults, screening_faults
from sim.scenario.checks.roster_checks import roster_faults, task_faults

CHECKS: tuple[tuple[tuple[str, ...], Callable[..., Iterator[Wrong]]], ...] = (
    (("demand",), demand_faults),
    (("demand", "tasks"), screening_faults),
    (("staff",), roster_faults),
    (("tasks", "staff"), task_faults),
    (("unit", "staff"), ratio_faults),
    (("protocols",), protocol_faults),
    (("withdrawal",), withdrawal_faults),
    (("protocols", "staff", "withdrawal", "tasks"), taper_faults),
    (("transition",), transition_faults),
)
"""Names of sections and the check that takes them as arguments."""


def cross_faults(sections: Mapping[str, Any]) -> Iterator[Wrong]:
    """(steps, sentence) of every fault between valid sections."""
    for names, check in CHECKS:
        if all(name in sections for name in names):
            yield from check(*(sections[name] for name in names))
