"""One piece of work, on one person or for many."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from sim.unit.log import NEVER, NOBODY
from sim.vocabulary import Work

EMERGENCY = 0
"""Priority before every other: the response to a complication, and what one shift passes on to the next."""
NO_PATIENT = 0
"""Patient of the work that is not one person's."""


def nothing() -> None:
    """What follows a task after which nothing follows."""


class State(Enum):
    WAITING = 1
    IN_HAND = 2
    OVER = 3


@dataclass(slots=True, eq=False)
class Task:
    """Work that somebody of one of `roles` is to do; `left_h` is what is still to be done of it."""

    patient: int
    work: Work
    repeat: int
    roles: tuple[int, ...]
    priority: int
    asked_h: float
    due_h: float
    left_h: float
    done: Callable[[], object]
    began: Callable[[], object] | None = None
    """Called when somebody starts it."""
    passes_on: bool = False
    """At the end of a shift the next one takes it up."""
    turn: int = 0
    """Place in the order of asking."""
    role: int = NOBODY
    start_h: float = NEVER
    state: State = State.WAITING
    begun: bool = False

    @property
    def is_under_way(self) -> bool:
        """Somebody has started it, and it is in hand or was put down."""
        return self.begun and self.state is not State.OVER

    def put_down(self, now_h: float) -> None:
        """It waits again, with the rest of its time; what is passed on goes before all other work."""
        self.left_h -= now_h - self.start_h
        self.wait()
        if self.passes_on:
            self.priority = EMERGENCY

    def wait(self) -> None:
        self.state, self.role, self.start_h = State.WAITING, NOBODY, NEVER
