"""The state of the unit in numbers, read from the levels of the log: at each whole hour, and over the window."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor, inf

import numpy as np

from sim.experiments.motion.scene import Scene
from sim.experiments.motion.steps import Steps
from sim.experiments.motion.window import ROUNDING_S, SECOND_H
from sim.rules.calendar import DAY_H
from sim.vocabulary import Blocked, Event, Level

COUNTED = {
    "admitted": Event.ADMITTED,
    "completed": Event.DISCHARGED,
    "left against advice": Event.SELF_DISCHARGED,
}
"""What is counted since midnight."""
USED = (Level.RESERVED, Level.OCCUPIED, Level.CLEANING)


@dataclass(frozen=True)
class Hour:
    """The unit at one moment."""

    time_h: float
    waiting: int
    blocked: Blocked
    """Why nobody is called although somebody waits."""
    on_the_way: int
    in_bed: int
    boarding: int
    cleaning: int
    closed: int
    """Beds that are free and clean but would be too many patients for the staff on shift."""
    free: int
    """The others."""
    staff: list[tuple[float, int]]
    """On shift, inf when unlimited, and busy, by role."""
    since_midnight: list[int]
    """As in `COUNTED`."""


class Readings:
    """What the log says of one scene."""

    def __init__(self, scene: Scene):
        self._scene, self._steps = scene, Steps(scene.log.levels)
        self._roles = list(scene.scenario.staff.roles) if scene.scenario.staff else []

    def by_hour(self) -> list[Hour]:
        """The state at every whole hour of the window, both its ends included."""
        return [self.at(time_h) for time_h in self._scene.window.hours]

    def at(self, time_h: float) -> Hour:
        """The state once everything of this moment has happened."""
        read = self._steps.at
        closed = self.closed(time_h)
        return Hour(
            time_h=time_h,
            waiting=int(read(time_h, Level.WAITING)),
            blocked=Blocked(int(read(time_h, Level.BLOCKED))),
            on_the_way=int(read(time_h, Level.RESERVED)),
            in_bed=int(read(time_h, Level.OCCUPIED)),
            boarding=int(read(time_h, Level.BOARDING)),
            cleaning=int(read(time_h, Level.CLEANING)),
            closed=closed,
            free=self._empty(time_h) - closed,
            staff=[
                (read(time_h, Level.ON_SHIFT, role), int(read(time_h, Level.BUSY, role)))
                for role in range(len(self._roles))
            ],
            since_midnight=[self._since_midnight(event, time_h) for event in COUNTED.values()],
        )

    def closed(self, time_h: float) -> int:
        """How many empty beds the ratio rule keeps closed, whether or not somebody waits for one."""
        if self._ratio_role is None or self._scene.scenario.unit.ratio is None:
            return 0
        most = self._scene.scenario.unit.ratio.patients * self._steps.at(time_h, Level.ON_SHIFT, self._ratio_role)
        if most == inf:
            return 0
        patients = int(self._steps.at(time_h, Level.RESERVED) + self._steps.at(time_h, Level.OCCUPIED))
        empty = self._empty(time_h)
        return empty - min(empty, max(0, floor(most) - patients))

    def closed_h(self) -> float:
        """How long at least one bed was closed in the window."""
        moments = [*sorted(self._moments()), self._scene.window.to_h]
        return sum(end - start for start, end in pairwise(moments) if self.closed(start) > 0)

    def span(self, level: Level) -> tuple[int, int]:
        """The lowest and the highest value of a level in the window."""
        values = [value for _, value in self._steps.changes(self._scene.window.from_h, self._scene.window.to_h, level)]
        return int(min(values)), int(max(values))

    def count(self, *happened: Event) -> int:
        """How often one of these events happened in the window."""
        return self._count(happened, self._scene.window.from_h, self._scene.window.to_h)

    @cached_property
    def _ratio_role(self) -> int | None:
        rule = self._scene.scenario.unit.ratio
        return self._roles.index(rule.role) if rule and self._roles else None

    def _empty(self, time_h: float) -> int:
        return sum(self._scene.beds.sizes) - int(sum(self._steps.at(time_h, level) for level in USED))

    def _moments(self) -> Iterator[float]:
        window, role = self._scene.window, self._ratio_role
        subjects = [(level, 0) for level in USED] + ([] if role is None else [(Level.ON_SHIFT, role)])
        times = [self._steps.changes(window.from_h, window.to_h, *subject) for subject in subjects]
        return iter({time_h for changes in times for time_h, _ in changes})

    def _since_midnight(self, event: Event, time_h: float) -> int:
        return self._count((event,), self._scene.window.day(time_h) * DAY_H, time_h)

    def _count(self, happened: tuple[Event, ...], from_h: float, to_h: float) -> int:
        events, until_h = self._scene.log.events, to_h + ROUNDING_S * SECOND_H
        counted = np.isin(events["event"], happened) & (events["time_h"] >= from_h) & (events["time_h"] <= until_h)
        return int(np.count_nonzero(counted))
