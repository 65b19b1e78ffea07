"""The open work and the timers of one person."""

from collections.abc import Callable
from typing import Any

from sim.unit.clock import Action, Order
from sim.unit.person import Person
from sim.unit.unit import Unit
from sim.unit.work.task import State, Task
from sim.vocabulary import Outcome, Work


class Worklist:
    """Work asked for one person; withdrawn together when they leave, and put off while they are away."""

    def __init__(self, unit: Unit, person: Person):
        self._unit, self._person = unit, person
        self._repeats: dict[Work, int] = {}
        self._open: dict[Task, None] = {}
        self._put_off: list[tuple[Action, tuple[Any, ...]]] = []
        self.over = self.away = False

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
            self.contact()
            done()

        task = Task(
            self._person.number, work, repeat, duty.roles, duty.priority,
            now, now + duty.due_within_h, hours, finished, passes_on=duty.passes_on,
        )  # fmt: skip
        self._open[task] = None
        if self.away:
            task.state = State.OVER
        else:
            self._unit.dispatcher.ask(task)
        return task

    def contact(self) -> None:
        """Somebody has been with the person."""

    def lapse(self, task: Task | None) -> None:
        """A task that nobody has started before the next one was due is missed."""
        if task in self._open and not task.begun:
            del self._open[task]
            self._unit.dispatcher.withdraw(task, Outcome.LAPSED)

    def at(self, time_h: float, order: Order, action: Action, *words: Any) -> None:
        """Call `action(*words)` at `time_h`, unless the person has left; if they are away, when they are back."""
        self._unit.clock.at(time_h, order, self._person.number, self._act, action, words)

    def end(self) -> None:
        """The person has left: nothing more is done for them."""
        self.over = True
        self._withdraw_all()

    def suspend(self) -> None:
        """The person is away for a while."""
        self.away = True
        self._withdraw_all()

    def resume(self) -> None:
        """The person is back: what fell due meanwhile happens now, and what was open is asked for anew."""
        self.away = False
        put_off, self._put_off = self._put_off, []
        for action, words in put_off:
            action(*words)
        for task in self._open:
            if task.state is State.OVER:
                self._ask_again(task)

    def _ask_again(self, task: Task) -> None:
        duty, now = self._unit.duties[task.work], self._unit.clock.now
        task.asked_h, task.due_h = now, now + duty.due_within_h
        task.wait()
        self._unit.dispatcher.ask(task)

    def _withdraw_all(self) -> None:
        for task in self._open:
            self._unit.dispatcher.withdraw(task, Outcome.CANCELLED)
            task.begun = False

    def _act(self, action: Action, words: tuple[Any, ...]) -> None:
        if self.over:
            return
        if self.away:
            self._put_off.append((action, words))
        else:
            action(*words)
