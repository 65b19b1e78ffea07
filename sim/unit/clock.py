"""The clock: SimPy's, with absolute times and a stated order for what falls on one instant."""

from collections.abc import Callable
from enum import IntEnum
from functools import partial
from heapq import heappop, heappush
from typing import Any

import simpy

Action = Callable[..., None]
_PEOPLE = 1 << 56
"""More than any person's number, later episodes included."""


class Order(IntEnum):
    """What comes first when several things happen at one instant; inside a kind, by person's number."""

    FINISHED = 1  # work is finished, beds are released
    HOURS = 2  # shifts change, hours open and close
    DUE = 3  # care falls due
    HAND_OUT = 4  # waiting work is given to free staff
    ADMISSION = 5
    REFERRAL = 6
    LEAVING = 7  # people give up or leave


class _Moment(simpy.Event):
    """Something that will happen at a set time, whatever else does."""

    def __init__(self, env: simpy.Environment):
        super().__init__(env)
        self._ok, self._value = True, None


class Clock(simpy.Environment):
    """SimPy's environment with times in hours since the start of the run.

    SimPy orders events by (time, priority, age). The priority here holds the
    `Order` and the person's number; SimPy's own events at the present instant
    (a process that starts, a wait that is answered) have priorities 0 and 1 and
    come before all of them. Times are given, not added up, so two clocks that
    follow the same rules agree to the last bit. Of SimPy's private
    names its queue and its time are used; tests with exact times pin that.
    """

    def at(self, time_h: float, order: Order, who: int, action: Action, *words: Any) -> None:
        """Call `action(*words)` at `time_h`: an event for which nobody waits, at a fraction of the cost."""
        self._place(time_h, order * _PEOPLE + who, partial(action, *words))

    def step(self) -> None:
        """The next event, as SimPy does it; a call needs nothing of SimPy but its place in the queue."""
        event: Any = self._queue[0][3] if self._queue else None
        if type(event) is not partial:
            super().step()
            return
        self._now = heappop(self._queue)[0]
        event()

    def until(self, time_h: float, order: Order, who: int) -> simpy.Event:
        """An event for a process to yield: it goes on at `time_h`."""
        moment = _Moment(self)
        self._place(time_h, order * _PEOPLE + who, moment)
        return moment

    def interrupter(self) -> Callable[[Any], None]:
        """What interrupts the process that is running now; it is told the cause."""
        if self.active_process is None:
            raise RuntimeError("no process is running")
        return self.active_process.interrupt

    def _place(self, time_h: float, priority: int, moment: simpy.Event | partial[Any]) -> None:
        if not time_h >= self._now:
            raise ValueError(f"{time_h} h is not a time from {self._now} h on")
        entry: tuple[float, Any, int, Any] = (time_h, priority, next(self._eid), moment)
        heappush(self._queue, entry)
