"""The waiting list: how many wait, what it does to them, and what stands in the way of the next admission."""

from collections.abc import Callable
from functools import partial

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.window import YEAR_H
from sim.scenario.demand import WaitingHarm
from sim.vocabulary import Blocked, Level

measure = partial(declare, group="access")


@measure("People on the waiting list, mean", "people", "Mean over time.", kind="time-weighted", better="lower")
def waiting_mean(seen: Seen) -> float:
    return seen.steps(Level.WAITING).mean()


@measure(
    "Still waiting at the end",
    "people",
    "People on the list when the run ends; they are in no wait above. Many mean that the waits are too low.",
    kind="count",
    better="lower",
)
def waiting_at_end(seen: Seen) -> float:
    return float(seen.steps(Level.WAITING).value[-1])


@measure(
    "Expected deaths while waiting",
    "people a year",
    "Time on the waiting list times the scenario's death rate of people who wait; nobody dies in the simulation.",
    kind="time-weighted",
    better="lower",
    needs="harm while waiting",
)
def deaths_waiting_per_year(seen: Seen) -> float:
    return _while_waiting(seen, lambda harm: harm.deaths_per_1000_person_years / 1000)


@measure(
    "Expected emergency visits while waiting",
    "visits a year",
    "Time on the waiting list times the scenario's rate of emergency visits of people who wait.",
    kind="time-weighted",
    better="lower",
    needs="harm while waiting",
)
def emergency_visits_waiting_per_year(seen: Seen) -> float:
    return _while_waiting(seen, lambda harm: harm.emergency_visits_per_person_year)


BLOCKED = "Hours a week in which somebody waits and {}."


@measure(
    "Blocked for want of a bed",
    "h a week",
    BLOCKED.format("no bed that they may have is free and clean"),
    kind="time-weighted",
    better="lower",
)
def blocked_by_beds_h_per_week(seen: Seen) -> float:
    return _blocked(seen, Blocked.BEDS)


@measure(
    "Blocked by closed doors",
    "h a week",
    BLOCKED.format("a bed is free but it is outside admission hours"),
    kind="time-weighted",
    better="lower",
)
def blocked_by_hours_h_per_week(seen: Seen) -> float:
    return _blocked(seen, Blocked.HOURS)


@measure(
    "Blocked for want of staff",
    "h a week",
    BLOCKED.format(
        "a bed is free and the doors are open, but one more patient would be too many for the staff on shift"
    ),
    kind="time-weighted",
    better="lower",
)
def blocked_by_ratio_h_per_week(seen: Seen) -> float:
    return _blocked(seen, Blocked.RATIO)


def _while_waiting(seen: Seen, per_person_year: Callable[[WaitingHarm], float]) -> float:
    """What happens at a rate to the people on the list, in 365 days."""
    harm = seen.scenario.demand.harm_while_waiting
    person_years = seen.steps(Level.WAITING).area() / YEAR_H
    return seen.window.per_year(person_years * per_person_year(harm)) if harm else 0.0


def _blocked(seen: Seen, cause: Blocked) -> float:
    steps = seen.steps(Level.BLOCKED)
    return 168 * steps.share(steps.value == cause)
