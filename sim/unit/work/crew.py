"""The people of one role: how many are on shift, how many are busy, and what a shift's end does."""

from typing import Literal

from sim.unit.clock import Clock
from sim.unit.log import Log
from sim.unit.work.task import EMERGENCY, Task
from sim.vocabulary import Level

ShiftEnd = Literal["finish", "stop", "handover"]


class Crew:
    """Headcounts of one role. The shifts set who is on duty; tasks in hand hold people.

    `free` is how many more tasks the crew can take; below 0 when more people
    than are on shift finish what they had in hand. With the shift end
    `handover` these do not count: a whole new crew is at work. While shifts
    hand over, only emergencies are taken.
    """

    def __init__(self, clock: Clock, log: Log, role: int, on_shift: float, shift_end: ShiftEnd):
        self._clock, self._log, self.role, self._shift_end = clock, log, role, shift_end
        self.on_shift = self.free = on_shift
        self.hands_over = False
        self.in_hand: dict[Task, None] = {}
        self._old: dict[Task, None] = {}
        self._overtime = 0.0
        log.level(clock.now, Level.ON_SHIFT, on_shift, role)
        log.level(clock.now, Level.BUSY, 0, role)
        log.level(clock.now, Level.OVERTIME, 0, role)

    def can_take(self, priority: int) -> bool:
        return self.free > 0 and (not self.hands_over or priority == EMERGENCY)

    def take(self, task: Task) -> None:
        self.in_hand[task] = None
        self._note()

    def let_go(self, task: Task) -> None:
        (self._old if task in self._old else self.in_hand).pop(task)
        self._note()

    def change_shift(self, on_shift: float) -> list[Task]:
        """A new shift begins. Returns the tasks that are put down."""
        self.on_shift = on_shift
        self._log.level(self._clock.now, Level.ON_SHIFT, on_shift, self.role)
        put_down = [task for task in self.in_hand if task.passes_on]
        for task in put_down:
            del self.in_hand[task]
        if self._shift_end == "stop":
            put_down += self._beyond_the_shift()
        elif self._shift_end == "handover":
            self._old |= self.in_hand
            self.in_hand = {}
        self._note()
        return put_down

    def everything_in_hand(self) -> list[Task]:
        """Tasks in hand, those of a shift that is over first."""
        return [*self._old, *self.in_hand]

    def _beyond_the_shift(self) -> list[Task]:
        """The least urgent tasks in hand that nobody of the new shift can take over; latest started first."""
        if len(self.in_hand) <= self.on_shift:
            return []
        urgent_first = sorted(self.in_hand, key=lambda task: (task.priority, task.start_h, task.patient))
        beyond = urgent_first[int(self.on_shift) :]
        for task in beyond:
            del self.in_hand[task]
        return beyond

    def _note(self) -> None:
        now, at_work, old = self._clock.now, len(self.in_hand), len(self._old)
        self.free = self.on_shift - at_work
        self._log.level(now, Level.BUSY, at_work + old, self.role)
        overtime = old - self.free if self.free < 0 else old
        if overtime != self._overtime:
            self._overtime = overtime
            self._log.level(now, Level.OVERTIME, overtime, self.role)
