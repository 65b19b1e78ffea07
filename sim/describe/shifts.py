"""Shifts in prose: unfilled ones and agency staff, handover, meal breaks, and the end of a shift."""

from collections.abc import Iterator

from sim.describe.words import escaped, lasting, listing, number
from sim.scenario.staff import MealBreak, Role, Staff, Tasks

SHIFT_END = {
    "finish": (
        "The task in hand is finished; whoever finishes it holds one of the next shift's places meanwhile, and is on "
        "overtime if there is no such place."
    ),
    "stop": (
        "The task in hand is put down, unless somebody of the next shift can take it over at once, and waits with "
        "the rest of its time."
    ),
    "handover": "The whole new crew starts at once, while the old one finishes its tasks in hand on overtime.",
}


def shifts(staff: Staff, tasks: Tasks) -> Iterator[str]:
    """A paragraph for each rule of shifts that this scenario uses."""
    roles = {role_name(name, role): role for name, role in staff.roles.items()}
    if any(role.unfilled_pct for role in roles.values()):
        yield _unfilled(roles)
    if any(role.handover_h for role in roles.values()):
        yield _handover(roles)
    meals = {name: role.meal_break for name, role in roles.items() if role.meal_break}
    if meals:
        yield _meal_breaks(meals)
    yield _shift_end(staff, tasks)


def role_name(name: str, role: Role) -> str:
    return escaped(role.label or name)


def _unfilled(roles: dict[str, Role]) -> str:
    chances = [f"{name} {number(role.unfilled_pct)} %" for name, role in roles.items() if role.unfilled_pct]
    covered = [
        f"{name} {number(role.agency_pct)} %" for name, role in roles.items() if role.unfilled_pct and role.agency_pct
    ]
    agency = (
        f"Of these, agency staff cover a share ({listing(covered)}) and work like others; the rest is missing."
        if covered
        else "Nobody covers for them."
    )
    return (
        "**Unfilled shifts.** Each person's shift on the roster goes unfilled with a chance of its own, the same "
        f"shifts in every scenario: {listing(chances)}. {agency}"
    )


def _handover(roles: dict[str, Role]) -> str:
    each = [f"{name} {lasting(role.handover_h)}" for name, role in roles.items() if role.handover_h]
    return (
        "**Handover.** Whenever the roster of a role changes, nobody of that role takes new work for this long, "
        f"emergencies aside: {listing(each)}. Work in hand goes on."
    )


def _meal_breaks(meals: dict[str, MealBreak]) -> str:
    each = [
        f"{name} {lasting(meal.lasts_h)} in shifts from {lasting(meal.shifts_from_h)} on, with priority {meal.priority}"
        for name, meal in meals.items()
    ]
    return (
        "**Meal breaks.** On a shift, from one change of the role's roster to the next, each person is due a break, "
        f"one after the other around the middle: {listing(each, between='; ', joint='; ')}. A break waits among the "
        "work by its priority; one that has not begun at the end of the shift is missed."
    )


def _shift_end(staff: Staff, tasks: Tasks) -> str:
    names = [name for name in type(tasks).model_fields if (task := getattr(tasks, name)) and task.passes_on]
    passed = (
        f" Whatever else holds, {listing([name.replace('_', ' ') for name in names])} in hand is put down and comes "
        "before all other work of the next shift."
        if names
        else ""
    )
    return f"**End of a shift.** {SHIFT_END[staff.shift_end]} Waiting work passes to the next shift.{passed}"
