"""One piece of work on one person."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from sim.unit.log import NEVER, NOBODY
from sim.vocabulary import Work


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
    done: Callable[[], None]
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
