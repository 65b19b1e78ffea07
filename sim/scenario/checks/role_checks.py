"""Do handover, breaks and unfilled shifts fit the shifts that a role has, and can somebody do each task?"""

from collections.abc import Iterator

from sim.rules.calendar import DAY_H
from sim.scenario.checks.wrong import Wrong, stranger
from sim.scenario.part import as_number
from sim.scenario.staff import AnyTask, Role, RosterRow, Staff, Tasks
from sim.scenario.tree.node import Steps
from sim.scenario.values.hours import say_hours


def role_faults(staff: Staff | None) -> Iterator[Wrong]:
    """What a role says about its shifts, against its rows of the roster."""
    for name, role in staff.roles.items() if staff else ():
        rows = {row_name: row for row_name, row in staff.roster.items() if name in row.staff} if staff else {}
        here = ("staff", "roles", name)
        for row_name, row in rows.items():
            yield from _shift_faults(here, role, row_name, _length_h(row))
            if role.unfilled_pct and row.staff[name] == "unlimited":
                says = (
                    f"is unlimited, so its unfilled shifts ({here[-1]}.unfilled_pct) mean nothing; a number is accepted"
                )
                yield ("staff", "roster", row_name, name), says
        if role.agency_pct and not role.unfilled_pct:
            yield (*here, "agency_pct"), "has no effect, because no shift of this role goes unfilled; 0 is accepted"


def _shift_faults(here: Steps, role: Role, row_name: str, length_h: float) -> Iterator[Wrong]:
    shift = f"the shift staff.roster.{row_name} of {say_hours(length_h)}"
    if role.handover_h >= length_h:
        yield (*here, "handover"), f"is {say_hours(role.handover_h)}, no shorter than {shift}"
    meal = role.meal_break
    if meal and length_h >= meal.shifts_from_h and meal.lasts_h > length_h:
        yield (*here, "meal_break", "lasts"), f"is {say_hours(meal.lasts_h)}, longer than {shift}"


def _length_h(row: RosterRow) -> float:
    return row.to_h - row.from_h if row.to_h > row.from_h else row.to_h + DAY_H - row.from_h


def task_faults(tasks: Tasks, staff: Staff | None) -> Iterator[Wrong]:
    """Tasks that name unknown roles, or that nobody in the roster could ever do."""
    for name in type(tasks).model_fields:
        task: AnyTask | None = getattr(tasks, name)
        if task is None:
            continue
        if staff is None:
            yield ("tasks", name), "needs people to do it; the scenario has no staff"
            continue
        for place, role in enumerate(task.roles):
            yield from stranger(("tasks", name, "roles", place), role, staff.roles, "staff.roles")
        if all(role in staff.roles for role in task.roles) and not any(_is_held(staff, role) for role in task.roles):
            says = f"the roster never has anybody on shift who may do it ({', '.join(task.roles)})"
            yield ("tasks", name, "roles"), says


def _is_held(staff: Staff, role: str) -> bool:
    """Whether somebody of this role is ever on shift."""
    return any(as_number(row.staff.get(role, 0)) > 0 for row in staff.roster.values())
