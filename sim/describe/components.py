"""The components of the model besides entities: activities, resources and queues (STRESS-DES 2.5.2 to 2.5.4)."""

from collections.abc import Iterator, Mapping

from sim.describe.blocks import Block, grid
from sim.describe.front_door import waits_are_limited
from sim.describe.places import place_name
from sim.describe.shifts import role_name
from sim.describe.words import bullets, counted, escaped, hours_spread, lasting, listing, number
from sim.rules.calendar import spans
from sim.scenario.beds import UnitPart
from sim.scenario.demand import Demand
from sim.scenario.part import as_number
from sim.scenario.scenario import Scenario
from sim.scenario.staff import AnyTask, Role, Staff, Task
from sim.scenario.transition import Outpatient, StepDown

HEADS = ("Task", "Done by, in order of preference", "Takes", "Priority", "Due within", "On time within")


def activities(scenario: Scenario) -> Block:
    """Every kind of work with its numbers; without work, one sentence."""
    tasks, roles = scenario.tasks, scenario.staff.roles if scenario.staff else {}
    known = [(name, task) for name in type(tasks).model_fields if (task := getattr(tasks, name)) is not None]
    if not known:
        return "There is no work in this scenario: people stay, and nobody is needed for it."
    return grid("Kinds of work", HEADS, (_activity(name, task, roles) for name, task in known))


def _activity(name: str, task: AnyTask, roles: Mapping[str, Role]) -> tuple[str, ...]:
    return (
        name.replace("_", " "),
        ", ".join(role_name(role, roles[role]) for role in task.roles),
        hours_spread(task.takes),
        str(task.priority) if isinstance(task, Task) else "before all",
        lasting(task.due_within_h) if task.due_within_h else "at once",
        lasting(task.on_time_within_h) if task.on_time_within_h else "when due",
    )


def resources(scenario: Scenario) -> str:
    """Beds and people, with the hours on shift of each role in a week."""
    points = [f"{counted(as_number(scenario.unit.beds), 'detox bed')}{_in_groups(scenario.unit)}"]
    if scenario.staff:
        points += _roles(scenario.staff)
    for name, place in scenario.transition.destinations.items() if scenario.transition else ():
        if isinstance(place, StepDown):
            points.append(f"{counted(place.beds, 'bed')} in {place_name(name, place)}")
        elif isinstance(place, Outpatient):
            points.append(f"{counted(_slots_a_week(place), 'first appointment')} a week at {place_name(name, place)}")
    return bullets(points)


def _in_groups(unit: UnitPart) -> str:
    groups = [f"{escaped(each.label or name)} {each.beds}" for name, each in (unit.bed_groups or {}).items()]
    return f" in groups: {listing(groups)}" if groups else ""


def _slots_a_week(place: Outpatient) -> int:
    by_telehealth = place.telehealth.slots_per_day * len(place.telehealth.days) if place.telehealth else 0
    return place.slots_per_day * len(place.days) + by_telehealth


def _roles(staff: Staff) -> Iterator[str]:
    for name, role in staff.roles.items():
        hours = sum(
            as_number(row.staff[name]) * (end - start)
            for row in staff.roster.values()
            if name in row.staff
            for start, end in spans(row.days, row.from_h, row.to_h)
        )
        unfilled = f", of which {number(role.unfilled_pct)} % go unfilled" if role.unfilled_pct else ""
        yield f"{role_name(name, role)}: {number(hours)} hours on shift a week{unfilled}, by the roster in 3.3"


def queues(scenario: Scenario) -> str:
    """Each place where people or work wait, and in which order."""
    points = [_waiting_list(scenario.demand)]
    if scenario.staff:
        points.append(
            "Work that waits: by priority, then time due, then order of asking; checks, "
            "reviews and sessions lapse, other work does not."
        )
    for name, place in scenario.transition.destinations.items() if scenario.transition else ():
        if isinstance(place, StepDown):
            points.append(
                f"Ready people waiting for {place_name(name, place)}: in the order of asking, in their detox bed."
            )
    return bullets(points)


def _waiting_list(demand: Demand) -> str:
    room = (
        "without limit" if demand.list_limit is None else f"of at most {counted(demand.list_limit, 'person', 'people')}"
    )
    order = "by priority class, then first come first served" if demand.priority_classes else "first come first served"
    until = "; people leave it when their patience ends" if waits_are_limited(demand) else ""
    return f"Waiting list {room}: {order}{until}."
