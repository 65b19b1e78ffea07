"""The components of the model: entities, activities, resources, queues, entry and exit (STRESS-DES 2.5)."""

from collections.abc import Iterator

from sim.describe.front_door import source_name, waits_are_limited
from sim.describe.way_out import place_name
from sim.describe.words import bullets, counted, escaped, hours_spread, listing, number, paragraphs, table
from sim.rules.calendar import spans
from sim.scenario.demand import Demand
from sim.scenario.part import as_number
from sim.scenario.protocols import FixedStay
from sim.scenario.scenario import Scenario
from sim.scenario.staff import Staff, Task, Tasks
from sim.scenario.transition import Outpatient, StepDown
from sim.scenario.values.hours import say_hours

HEADS = ("Task", "Done by, in order of preference", "Takes", "Priority", "Due within", "On time within")
REPEATED = "People who come back are new referrals; the model does not follow a person from one stay to the next."


def entities(scenario: Scenario) -> str:
    """Who moves through the model and what they carry."""
    demand, plans = scenario.demand, scenario.protocols.values()
    traits = {
        "time of referral and source": True,
        "priority class": demand.priority_classes,
        "what screening finds": demand.screening,
        "patience": waits_are_limited(demand),
        "travel time": demand.travel,
        "whether they turn up when called": demand.no_show,
        "care plan": len(plans) > 1,
        "length of stay": any(isinstance(plan, FixedStay) for plan in plans),
        "primary opioid, hours since last use, onset, rise, decline and peak score": scenario.withdrawal,
        "threshold for leaving against advice": scenario.leaving,
        "how long each of their tasks takes": scenario.staff,
        "how long their bed takes to clean": scenario.unit.turnover,
        "destination wished for, and the wait for it or stay there": scenario.transition,
    }
    carried = listing([trait for trait, is_used in traits.items() if is_used], between="; ")
    return f"People are the only entities, one for each referral. Each carries: {carried}. {REPEATED}"


def activities(tasks: Tasks) -> str:
    """Every kind of work with its numbers; without work, one sentence."""
    known = [(name, task) for name in type(tasks).model_fields if (task := getattr(tasks, name)) is not None]
    if not known:
        return "There is no work in this scenario: people stay, and nobody is needed for it."
    return table(HEADS, (_activity(name, task) for name, task in known))


def _activity(name: str, task: Task) -> tuple[str, ...]:
    return (
        name.replace("_", " "),
        ", ".join(escaped(role) for role in task.roles),
        hours_spread(task.takes),
        str(task.priority),
        say_hours(task.due_within_h) if task.due_within_h else "at once",
        say_hours(task.on_time_within_h) if task.on_time_within_h else "when due",
    )


def resources(scenario: Scenario) -> str:
    """Beds and people, with the hours on shift of each role in a week."""
    points = [f"{counted(as_number(scenario.unit.beds), 'detox bed')}"]
    if scenario.staff:
        points += _roles(scenario.staff)
    for name, place in scenario.transition.destinations.items() if scenario.transition else ():
        if isinstance(place, StepDown):
            points.append(f"{counted(place.beds, 'bed')} in {place_name(name, place)}")
        elif isinstance(place, Outpatient):
            a_week = place.slots_per_day * len(place.days)
            points.append(f"{counted(a_week, 'first appointment')} a week at {place_name(name, place)}")
    return bullets(points)


def _roles(staff: Staff) -> Iterator[str]:
    for name, role in staff.roles.items():
        hours = sum(
            as_number(row.staff[name]) * (end - start)
            for row in staff.roster.values()
            if name in row.staff
            for start, end in spans(row.days, row.from_h, row.to_h)
        )
        yield f"{escaped(role.label or name)}: {number(hours)} hours on shift a week, by the roster in 3.3"


def queues(scenario: Scenario) -> str:
    """Each place where people or work wait, and in which order."""
    points = [_waiting_list(scenario.demand)]
    if scenario.staff:
        points.append(
            "Work that waits: by priority, then time due, then order of asking; checks and reviews lapse, other work "
            "does not."
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


def entry_and_exit(scenario: Scenario) -> str:
    """Where people come into the model and all the ways in which they leave it."""
    demand = scenario.demand
    exits = [
        ("lost at screening", demand.screening),
        ("diverted at screening", demand.screening),
        ("refused at a full list", demand.list_limit is not None),
        ("gave up waiting", waits_are_limited(demand)),
        ("did not turn up", demand.no_show),
        ("left against advice", scenario.leaving),
    ]
    ways = [name for name, is_used in exits if is_used]
    places = scenario.transition.destinations.items() if scenario.transition else ()
    ways += [f"discharged to {place_name(name, place)}" for name, place in places] or ["discharged"]
    entries = [source_name(name, source) for name, source in demand.sources.items()]
    return paragraphs(
        f"Entry: referral from {listing(entries, between='; ')}.", f"Exit: {listing(ways, ' or ', '; ')}."
    )
