"""One person in the unit's care: their open work, their timers and how they feel."""

from collections.abc import Callable
from typing import Any

from sim.unit.clock import Action, Order
from sim.unit.condition import Condition
from sim.unit.person import Person
from sim.unit.task import State, Task
from sim.unit.unit import Unit
from sim.vocabulary import Event, Outcome, Work


class Worklist:
    """Work asked for one person; withdrawn together when they leave."""

    def __init__(self, unit: Unit, person: Person):
        self._unit, self._person = unit, person
        self._repeats: dict[Work, int] = {}
        self._open: dict[Task, None] = {}
        self.over = False

    def includes(self, work: Work) -> bool:
        """Whether the scenario has this kind of work."""
        return work in self._unit.duties

    def ask(self, work: Work, done: Callable[[], object], effort: float = 1.0) -> Task:
        """Ask for the person's next task of this kind; `effort` multiplies its usual time."""
        duty, now = self._unit.duties[work], self._unit.clock.now
        repeat = self._repeats.get(work, 0)
        self._repeats[work] = repeat + 1
        hours = self._person.takes_h(work, repeat) * effort

        def finished() -> None:
            del self._open[task]
            done()

        task = Task(
            self._person.number, work, repeat, duty.roles, duty.priority, now, now + duty.due_within_h, hours, finished
        )
        self._open[task] = None
        self._unit.dispatcher.ask(task)
        return task

    def lapse(self, task: Task | None) -> None:
        """A task that nobody has started before the next one was due is missed."""
        if task is not None and task.state is State.WAITING and not task.begun:
            del self._open[task]
            self._unit.dispatcher.withdraw(task, Outcome.LAPSED)

    def at(self, time_h: float, order: Order, action: Action, *words: Any) -> None:
        """Call `action(*words)` at `time_h`, unless the person has left by then."""
        self._unit.clock.at(time_h, order, self._person.number, self._act, action, words)

    def end(self) -> None:
        """The person has left: nothing more is done for them."""
        self.over = True
        for task in self._open:
            self._unit.dispatcher.withdraw(task, Outcome.CANCELLED)

    def _act(self, action: Action, words: tuple[Any, ...]) -> None:
        if not self.over:
            action(*words)


class Bedside(Worklist):
    """A person in withdrawal: after each of their events they are looked at anew."""

    def __init__(self, unit: Unit, person: Person, condition: Condition, every_h: float, leave: Callable[[], None]):
        super().__init__(unit, person)
        self._every_h = every_h
        self._admitted_h = unit.clock.now
        self._looks, self._turns = 0, 0
        self._leave = leave
        self.condition = condition
        self._look_again()

    @property
    def now(self) -> float:
        return self._unit.clock.now

    @property
    def since_admission_h(self) -> float:
        return self.now - self._admitted_h

    def note(self, event: Event, value: float = 0.0) -> None:
        self._unit.note(self._person, event, value)

    def look(self) -> None:
        """Take the felt score anew and set the moment at which the person would leave."""
        band = self.condition.look(self._unit.clock.now)
        if band is not None:
            self.note(Event.BAND, band)
        self._turns += 1
        leaves_h = self.condition.leaves_h()
        if leaves_h < self._next_look_h:
            self.at(leaves_h, Order.LEAVING, self._leave_unless_changed, self._turns)

    def _look_again(self) -> None:
        self._looks += 1
        self._next_look_h = self._admitted_h + self._looks * self._every_h
        self.at(self._next_look_h, Order.DUE, self._look_again)
        self.look()

    def _leave_unless_changed(self, turn: int) -> None:
        if turn == self._turns:
            self._leave()
