"""All that the page needs to show a scene, as plain values that become JSON."""

from collections.abc import Mapping
from typing import Any, Protocol

from sim.experiments.motion.happenings import KINDS, happenings
from sim.experiments.motion.scene import Scene
from sim.patients.traits import Traits


class Labelled(Protocol):
    """A part of a scenario that may have a label."""

    @property
    def label(self) -> str: ...


def floor_plan(scene: Scene) -> dict[str, Any]:
    """What there is to see and what happens to it.

    `seconds` is the length of the window and `start` its calendar; `people` are [number, protocol, priority class],
    -1 without classes; `ratio` is [role, patients for each] or None; `late_s` is how long after it was due a check
    still counts as on time; `kinds` and `events` are those of `happenings`.
    """
    scenario = scene.scenario
    staff, ratio, check = scenario.staff, scenario.unit.ratio, scenario.tasks.check
    return {
        "seconds": round((scene.window.to_h - scene.window.from_h) * 3600),
        "start": _start(scene),
        "groups": [
            {"label": group.label, "beds": beds, "room": group.room_beds if group.rooms_apart else 0}
            for group, beds in zip(scene.groups, scene.beds.sizes, strict=True)
        ],
        "protocols": labels(scenario.protocols),
        "fixed": [protocol.kind == "fixed stay" for protocol in scenario.protocols.values()],
        "classes": labels(scenario.demand.priority_classes or {}),
        "roles": labels(staff.roles if staff else {}),
        "ratio": [list(staff.roles).index(ratio.role), ratio.patients] if staff and ratio else None,
        "late_s": round(check.on_time_within_h * 3600) if check else 0,
        "people": _people(scene),
        "kinds": list(KINDS),
        "events": happenings(scene),
    }


def labels(parts: Mapping[str, Labelled]) -> list[str]:
    """The label of each part, or its name in the file where it has none."""
    return [part.label or name for name, part in parts.items()]


def _start(scene: Scene) -> dict[str, Any]:
    """Seconds since midnight of the window's first day, that day's weekday (Monday = 0) and date, and which second of
    the measured time it is."""
    window = scene.window
    day = window.day(window.from_h)
    on = window.date(window.from_h)
    return {
        "clock_s": round((window.from_h - day * 24) * 3600),
        "weekday": (day + window.run.first_weekday) % 7,
        "date": on.isoformat() if on else "",
        "measured_s": round((window.from_h - window.run.warm_up_h) * 3600),
    }


def _people(scene: Scene) -> list[list[int]]:
    traits: Traits = scene.population.traits
    classes = bool(scene.scenario.demand.priority_classes)
    rows = [(number, scene.row_of[number]) for number in scene.shown]
    return [[number, int(traits.protocol[row]), int(traits.priority[row]) if classes else -1] for number, row in rows]
