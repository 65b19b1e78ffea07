"""A scene as the animated page wants it: its title, sentences and table in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.experiments.motion.bed_numbers import ENDS_OF_STAY
from sim.experiments.motion.by_hour import COUNTED, Hour, Readings
from sim.experiments.motion.floor_plan import floor_plan
from sim.experiments.motion.scene import Scene
from sim.rules.calendar import DAY_H, WEEK_H
from sim.scenario.values.hours import say_hours
from sim.vocabulary import Blocked, Event, Level

if TYPE_CHECKING:
    from reports.motion import Floor

STATES = {
    "Waiting": "waiting",
    "On the way": "on_the_way",
    "In bed": "in_bed",
    "Waiting to leave": "boarding",
    "Cleaning": "cleaning",
    "Closed": "closed",
    "Free": "free",
}
"""Columns of the table, and where their numbers are."""
NOT_CALLED = {Blocked.NOT: "–", Blocked.BEDS: "no bed", Blocked.HOURS: "closed hours", Blocked.RATIO: "too few staff"}
"""Why nobody is called although somebody waits."""
OTHER_ENDS = (Event.TRANSFERRED, Event.FACILITY_DISCHARGED)


def floor(scene: Scene, replication: int, command: str) -> "Floor":
    """What the page shows. `command` makes it again."""
    from reports.motion import Floor

    readings, plan = Readings(scene), floor_plan(scene)
    length, these = spoken(scene.window.to_h - scene.window.from_h)
    counted = [f"{what.capitalize()} today" for what in COUNTED]
    return Floor(
        title=f"{scene.scenario.name}: {length} in motion",
        sentences=sentences(scene, readings, these),
        plan=plan,
        columns=["When", "Not called because", *STATES, *counted, *plan["roles"]],
        rows=[_row(scene, hour) for hour in readings.by_hour()],
        facts=list(_facts(scene, replication, command)),
    )


def _facts(scene: Scene, replication: int, command: str) -> Iterator[tuple[str, str]]:
    """Where the picture comes from."""
    window, run = scene.window, scene.scenario.run
    yield "Scenario", scene.scenario.name
    yield "Replication", f"{replication}, counted from 0, with seed {run.seed}"
    yield "Shown", f"from {window.say(window.from_h)} to {window.say(window.to_h)}"
    if run.start_date is None:
        yield "Weeks", "counted from 1 in the measured time, after the warm-up"
    yield "Made by", command
    yield (
        "One person",
        f"detox-sim trace with the same scenario, --replication {replication} and --patient with the number of a "
        "person tells their story.",
    )


def spoken(length_h: float) -> tuple[str, str]:
    """`5 days` and `these 5 days`; `one week` and `this week`."""
    one = {DAY_H: "day", WEEK_H: "week"}.get(length_h)
    days = say_hours(length_h) if length_h % DAY_H else f"{length_h / DAY_H:.0f} days"
    return (f"one {one}", f"this {one}") if one else (days, f"these {days}")


def sentences(scene: Scene, readings: Readings, these: str) -> list[str]:
    """What happened in the window."""
    ends = {event: readings.count(event) for event in ENDS_OF_STAY}
    low, high = readings.span(Level.OCCUPIED)
    few, many = readings.span(Level.WAITING)
    others = sum(ends[event] for event in OTHER_ENDS)
    of_beds = "" if scene.unlimited else f" of {sum(scene.beds.sizes)}"
    said = [
        f"In {these} {_people(readings.count(Event.ADMITTED))} admitted; {ends[Event.DISCHARGED]} completed "
        f"their stay, {ends[Event.SELF_DISCHARGED]} left against advice"
        + (
            f" and {others} went to hospital for good or {'was' if others == 1 else 'were'} sent away."
            if others
            else "."
        ),
        f"Between {low} and {high}{of_beds} beds had somebody in them, and {few} to {many} people waited.",
    ]
    closed_h = readings.closed_h()
    if closed_h > 0:
        role = scene.scenario.unit.ratio.role if scene.scenario.unit.ratio else ""
        said.append(
            f"For {say_hours(round(closed_h, 1))} empty beds stayed closed because there was no {role} for them."
        )
    return said


def _people(count: int) -> str:
    return "1 person was" if count == 1 else f"{count} people were"


def _row(scene: Scene, hour: Hour) -> list[str]:
    states = [str(getattr(hour, name)) for name in STATES.values()]
    staff = [f"{busy} of {on:.0f}" if on != float("inf") else str(busy) for on, busy in hour.staff]
    return [scene.window.say(hour.time_h), NOT_CALLED[hour.blocked], *states, *map(str, hour.since_midnight), *staff]
